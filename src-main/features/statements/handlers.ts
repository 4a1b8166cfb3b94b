import type { FeatureHandlers } from '../context.ts';
import { personRecord } from '../people/index.ts';
import { decideAccess } from './access.ts';
import { statementCard } from './card.ts';
import { annulMistake, cancelWithdrawal, markSigned, withdrawStatement } from './changes.ts';
import { correctStatement } from './correct.ts';
import { doubtsPage, settleStatement } from './doubts.ts';
import { draftStatement } from './draft.ts';
import { statementFormHandlers } from './form-handlers.ts';
import { statementChoices, statementsPage } from './list.ts';
import { nameCases, saveNameCases } from './names.ts';
import { serviceModes, statementsOfStudent } from './of-student.ts';
import { registerStatement } from './register-statement.ts';
import { attachScan, openScan, removeScan } from './scans.ts';
import { refusalShares, servedOnPaperPage } from './served.ts';

export const statementsHandlers: FeatureHandlers<'statements'> = {
  'statements.list': (question, { db, clock }) => statementsPage(db, question, clock.today()),
  'statements.choices': (_input, { db }) => statementChoices(db),
  'statements.card': ({ id }, { db, clock }) => statementCard(db, id, clock.today()),
  'statements.draft': ({ date, registeredOn, ...asked }, { db, clock }) => {
    const today = clock.today();
    const on = registeredOn ?? today;
    return draftStatement(db, { ...asked, date: date ?? on, registeredOn: on }, today);
  },
  'statements.register': (input, { db, clock }) => registerStatement(db, input, clock.today()),
  async 'statements.correct'(input, { db, clock }) {
    await correctStatement(db, input, clock.today());
  },
  'statements.listDoubts': (question, { db, clock }) => doubtsPage(db, question, clock.today()),
  async 'statements.settle'(input, { db, clock }) {
    await settleStatement(db, input, clock.today());
  },
  async 'statements.decideAccess'(input, { db, clock }) {
    await decideAccess(db, input, clock.today());
  },
  async 'statements.markSigned'({ id, signedOn }, { db, clock }) {
    await markSigned(db, id, signedOn, clock.today());
  },
  async 'statements.withdraw'(input, { db, clock }) {
    await withdrawStatement(db, input, clock.today());
  },
  async 'statements.cancelWithdrawal'({ id }, { db }) {
    await cancelWithdrawal(db, id);
  },
  async 'statements.annulMistake'({ id, reason }, { db }) {
    await annulMistake(db, id, reason);
  },
  async 'statements.attachScan'({ id, file }, { db, vault, files }) {
    await attachScan(db, vault, id, await files.read(file));
  },
  async 'statements.scan'({ id }, { db, vault, files }) {
    const { name, bytes } = await openScan(db, vault, id);
    return files.create(name, bytes, { secret: true });
  },
  async 'statements.removeScan'({ id }, { db }) {
    await removeScan(db, id);
  },
  async 'statements.ofStudent'({ studentId }, { db, clock }) {
    await personRecord(db, 'student', studentId);
    return statementsOfStudent(db, studentId, clock.today());
  },
  async 'statements.serviceMode'({ studentId, on }, { db }) {
    await personRecord(db, 'student', studentId);
    return serviceModes(db, studentId, on);
  },
  'statements.listServedOnPaper': (question, { db, clock }) =>
    servedOnPaperPage(db, question, clock.today()),
  'statements.shares': (_input, { db, clock }) => refusalShares(db, clock.today()),
  'statements.nameCases': (person, { db }) => nameCases(db, person),
  async 'statements.saveNameCases'({ kind, id, ...forms }, { db }) {
    await saveNameCases(db, { kind, id }, forms);
  },
  ...statementFormHandlers,
};
