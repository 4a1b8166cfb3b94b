import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { statementForms } from '../../contract/statements-forms.ts';
import type { StatementContent, StatementFormName } from '../../contract/statements-fields.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { formatRegistrationNumber, printedNumber } from '../../domain/numbering.ts';
import { nonBreaking, russianDate, shortDate } from '../../domain/russian.ts';
import { declinePosition } from '../../domain/statement-header.ts';
import type { HeaderFields } from '../../domain/statement-header.ts';
import {
  formKindOf,
  IMPOSSIBILITY_REASON,
  STATEMENT_TITLES,
} from '../../domain/statement-texts.ts';
import { studentAt } from '../people/index.ts';
import { requireSchool } from '../settings/index.ts';
import { readFamily } from './families.ts';
import { blankFields, filledFields, paragraphsOf, signedName } from './content.ts';
import { diarySystem } from './diary-system.ts';
import { factsOf } from './facts.ts';
import { contentHeader, statementDocument } from './forms/statement.ts';
import type { StatementSheet } from './forms/statement.ts';
import { declinedWithInitials, headOf } from './names.ts';
import { guardianRef, readParties, namesOf } from './parties.ts';
import { readContents, requireStatement } from './repository.ts';
import type { StatementRecord } from './repository.ts';
import { standingRefusal } from './rules.ts';
import { wordingOf } from './wordings.ts';

/** Filled and blank sheets of the four forms. */

/** The sheet of what is frozen, or would be; without a reception the strip is for the hand. */
const filledSheet = (
  { kind, guardianId, date }: Pick<StatementRecord, 'kind' | 'guardianId' | 'date'>,
  content: StatementContent,
  reception: StatementSheet['reception'],
): StatementSheet => ({
  form: formKindOf(kind, guardianId),
  studentSex: content.studentSex,
  header: contentHeader(content),
  paragraphs: content.paragraphs,
  date: nonBreaking(russianDate(date)),
  guardianName: content.guardianName === null ? null : signedName(content.guardianName),
  studentName: signedName(content.studentName),
  classTeacher: content.classTeacher === null ? null : signedName(content.classTeacher),
  reception,
});

const sheetOf = (row: StatementRecord, content: StatementContent): StatementSheet =>
  filledSheet(row, content, {
    number: formatRegistrationNumber(row),
    date: shortDate(row.registeredOn),
  });

const nameOf = (row: StatementRecord): string =>
  `${STATEMENT_TITLES[formKindOf(row.kind, row.guardianId)]} № ${printedNumber(row)}-${row.year}`;

/** @throws OfficeError `statement-unknown` */
export const printStatements = async (db: Knex, ids: readonly number[]): Promise<DocumentModel> => {
  const contents = await readContents(db, ids);
  const sheets: StatementSheet[] = [];
  let name = `Заявления (${ids.length})`;
  for (const id of ids) {
    const row = await requireStatement(db, id);
    const content = contents.get(id);
    if (content) sheets.push(sheetOf(row, content));
    if (ids.length === 1) name = nameOf(row);
  }
  return statementDocument(name, sheets);
};

/** The addressee is known beforehand; a doubtful form of his name is left to the hand. */
const blankHeader = async (db: Knex): Promise<HeaderFields> => {
  const school = await requireSchool(db);
  const head = await declinedWithInitials(db, await headOf(db));
  return {
    position: declinePosition(school.directorPosition, 'dative').text,
    organisation: school.shortName,
    head: head.doubtful ? null : head.text,
    applicant: null,
    sex: null,
    address: null,
    phone: null,
  };
};

/** @throws OfficeError `school-not-set` */
export const printBlank = async (db: Knex, form: StatementFormName): Promise<DocumentModel> => {
  const { name: system } = await diarySystem(db);
  const fields = blankFields(form, system, IMPOSSIBILITY_REASON);
  const sheet: StatementSheet = {
    form,
    studentSex: null,
    header: await blankHeader(db),
    paragraphs: paragraphsOf(form, fields, await wordingOf(db, form)),
    date: null,
    guardianName: null,
    studentName: null,
    classTeacher: null,
    reception: null,
  };
  return statementDocument(`${STATEMENT_TITLES[form]} (бланк)`, [sheet]);
};

type Asked = ParsedInputOf<(typeof statementForms)['statements.previewForm']>;

/**
 * The sheet as registration would freeze it, without number and strip; nothing is kept, and what
 * forbids the statement does not forbid looking at it.
 * @throws OfficeError `school-not-set`, `student-unknown`, `person-unknown`
 */
export const previewForm = async (db: Knex, asked: Asked): Promise<DocumentModel> => {
  const { kind, studentId, guardianId, date, registeredOn, passportShown } = asked;
  const student = await studentAt(db, studentId, registeredOn);
  const family = await readFamily(db, studentId);
  const author = guardianRef(student, guardianId);
  const parties = await readParties(db, studentId, author, registeredOn);
  const names = await namesOf(db, kind, parties);
  const texts = {
    applicantGenitive: asked.names.applicantGenitive ?? names.applicantGenitive.text,
    studentGenitive: asked.names.studentGenitive ?? names.studentGenitive.text,
    head: asked.names.head ?? names.head.text,
    position: asked.names.position ?? names.position.text,
  };
  const refusal = standingRefusal(family, guardianId, registeredOn);
  const facts = factsOf(kind, parties, texts, asked, refusal);
  const form = formKindOf(kind, guardianId);
  const fields = filledFields(facts, passportShown);
  const paragraphs = paragraphsOf(form, fields, await wordingOf(db, form));
  const sheet = filledSheet({ kind, guardianId, date }, { ...facts, paragraphs }, null);
  return statementDocument(STATEMENT_TITLES[form], [sheet]);
};
