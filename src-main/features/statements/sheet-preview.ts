import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { statementForms } from '../../contract/statements-forms.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { STATEMENT_TITLES } from '../../domain/statement-texts.ts';
import { studentAt } from '../people/index.ts';
import { readStudentChains } from './chains.ts';
import { filledFields, paragraphsOf } from './content.ts';
import { factsOf } from './draft.ts';
import { statementDocument } from './forms/statement.ts';
import { readParties, namesOf } from './parties.ts';
import { filledSheet } from './printing.ts';
import { standingRefusal } from './rules.ts';
import { wordingOf } from './wordings.ts';

type Asked = ParsedInputOf<(typeof statementForms)['statements.previewForm']>;

/**
 * The sheet as registration would freeze it, without number and strip; nothing is kept, and what
 * forbids the statement does not forbid looking at it.
 * @throws OfficeError `school-not-set`, `student-unknown`, `person-unknown`
 */
export const previewForm = async (db: Knex, asked: Asked): Promise<DocumentModel> => {
  const { kind, studentId, guardianId, date, registeredOn, passportShown } = asked;
  const student = await studentAt(db, studentId, registeredOn);
  const chains = await readStudentChains(db, studentId);
  const relation = student.guardians.find(({ id }) => id === guardianId)?.relation ?? null;
  const parties = await readParties(db, studentId, { id: guardianId, relation }, registeredOn);
  const names = await namesOf(db, kind, parties);
  const texts = {
    applicantGenitive: asked.names.applicantGenitive ?? names.applicantGenitive.text,
    studentGenitive: asked.names.studentGenitive ?? names.studentGenitive.text,
    head: asked.names.head ?? names.head.text,
    position: asked.names.position ?? names.position.text,
  };
  const refusal = standingRefusal(chains, guardianId, registeredOn);
  const facts = factsOf(kind, parties, texts, asked, refusal);
  const fields = filledFields(facts, passportShown);
  const paragraphs = paragraphsOf(kind, fields, await wordingOf(db, kind));
  const sheet = filledSheet({ kind, date }, { ...facts, paragraphs }, null);
  return statementDocument(STATEMENT_TITLES[kind], [sheet]);
};
