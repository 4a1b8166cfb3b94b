import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { formKindOf } from '../../domain/statement-texts.ts';
import type { Asked } from '../context.ts';
import { studentAt } from '../people/index.ts';
import { requireReal } from './changes.ts';
import { filledFields, paragraphsOf } from './content.ts';
import { factsOf, keptHeader } from './facts.ts';
import { readFamily, withoutStatement } from './families.ts';
import { applicantOf, guardianRef, namesOf, readParties } from './parties.ts';
import { confirmedNames, fieldProblems, rememberNames } from './register-statement.ts';
import { changeStatement, readContents, requireStatement } from './repository.ts';
import type { StatementRecord } from './repository.ts';
import { refuse, registerProblems, standingRefusal } from './rules.ts';
import { wordingOf } from './wordings.ts';

/** A text that nobody has signed can be put right: its paper has not gone out of the office. */
export const isCorrectable = ({ signedOn, withdrawnOn, mistakeReason }: StatementRecord): boolean =>
  signedOn === null && withdrawnOn === null && mistakeReason === null;

const requireUnsigned = (record: StatementRecord): void => {
  requireReal(record);
  if (isCorrectable(record)) return;
  throw new OfficeError(
    'statement-signed',
    'Заявление подписано или отозвано: текст подписанной бумаги не меняют. Отметьте запись ошибочной и зарегистрируйте заявление заново.',
  );
};

/**
 * Corrects the day and the text of an unsigned statement; names, class and wording are taken anew.
 * @throws OfficeError `statement-mistake`, `statement-signed` and as `statements.register`
 */
export const correctStatement = async (
  trx: Knex,
  input: Asked<'statements.correct'>,
  today: IsoDate,
): Promise<void> => {
  const record = await requireStatement(trx, input.id);
  requireUnsigned(record);
  const { kind, studentId, guardianId, registeredOn } = record;
  const { date, passportShown } = input;
  const student = await studentAt(trx, studentId, registeredOn);
  const family = withoutStatement(await readFamily(trx, studentId), record.id);
  const proposed = {
    kind,
    guardianId,
    date,
    registeredOn,
    signedOn: null,
    passportShown,
    letterAfter: null,
  };
  const problems = registerProblems(family, student, proposed, today)
    // It was registered in its order already.
    .filter(({ code }) => code !== 'dates-out-of-order');
  refuse([...problems, ...fieldProblems({ ...input, kind })]);
  const parties = await readParties(trx, studentId, guardianRef(student, guardianId), registeredOn);
  const names = await namesOf(trx, kind, parties);
  const texts = confirmedNames(input, names);
  await rememberNames(trx, { ...input, kind }, parties, names, texts);
  const refusal = standingRefusal(family, guardianId, registeredOn);
  const stored = (await readContents(trx, [record.id])).get(record.id);
  const byStudent = applicantOf(kind, parties) === parties.child;
  const header = await keptHeader(trx, byStudent, input, stored);
  const facts = factsOf(kind, parties, texts, { ...input, ...header }, refusal);
  const form = formKindOf(kind, guardianId);
  const fields = filledFields(facts, passportShown);
  const paragraphs = paragraphsOf(form, fields, await wordingOf(trx, form));
  const change = {
    date,
    studentName: facts.studentName,
    guardianName: facts.guardianName,
    className: facts.className,
    passportShown: kind === 'consent-14' && passportShown,
  };
  await changeStatement(trx, record.id, change, { ...facts, paragraphs });
};
