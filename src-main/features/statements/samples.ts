import type { StatementContent, StatementFormName } from '../../contract/statements-fields.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { nonBreaking } from '../../domain/russian.ts';
import { isOfStudent, STATEMENT_TITLES } from '../../domain/statement-texts.ts';
import { childWord, DEFAULT_WORDING } from '../../domain/statement-wording.ts';
import { filledFields, paragraphsOf, signedName } from './content.ts';
import { contentHeader, statementDocument } from './forms/statement.ts';
import type { StatementSheet } from './forms/statement.ts';

/** Sheets for looking at a wording: an invented family, or the fields themselves. */

const invented = (kind: StatementFormName, system: string | null): StatementContent => ({
  position: 'Директору',
  organisation: 'МБОУ «Средняя школа № 00»',
  head: 'Образцову И. И.',
  applicantGenitive: isOfStudent(kind) ? 'Примеровой Анны Сергеевны' : 'Примеровой Ольги Петровны',
  applicantSex: 'female',
  guardianName: 'Примерова Ольга Петровна',
  studentName: 'Примерова Анна Сергеевна',
  studentGenitive: 'Примеровой Анны Сергеевны',
  studentSex: 'female',
  childWord: childWord('mother', 'female'),
  className: '8А',
  birthDate: '2011-03-08',
  classTeacher: 'Учителева Мария Ивановна',
  address: 'г. Примерск, ул. Школьная, д. 1, кв. 1',
  phone: '+7 000 000-00-00',
  system: system ?? 'Электронная школа',
  reason: 'удобнее бумажный дневник',
  offered: true,
  resumeOn: '2026-02-02',
  issueCredentials: true,
  refusal: { id: 1, year: 2025, number: 12, letter: null, date: '2025-09-01' },
  paragraphs: [],
});

/** The form with an invented family in a wording that is not saved yet. */
export const previewDocument = (
  kind: StatementFormName,
  wording: string,
  system: string | null,
): DocumentModel => {
  const content = invented(kind, system);
  return statementDocument(`Образец: ${STATEMENT_TITLES[kind]}`, [
    {
      form: kind,
      studentSex: content.studentSex,
      header: contentHeader(content),
      paragraphs: paragraphsOf(kind, filledFields(content, true), wording),
      date: nonBreaking('1 февраля 2026 г.'),
      guardianName: signedName(content.guardianName ?? ''),
      studentName: signedName(content.studentName),
      classTeacher: content.classTeacher === null ? null : signedName(content.classTeacher),
      reception: null,
    },
  ]);
};

/** The program's own form with its fields in place of values: a start for the school's own DOCX. */
export const fieldsDocument = (
  kind: StatementFormName,
  wording: string | undefined,
): DocumentModel => {
  const sheet: StatementSheet = {
    form: kind,
    studentSex: null,
    header: {
      position: '{{должность директора дат}}',
      organisation: '{{организация}}',
      head: '{{директор дат}}',
      applicant: '{{фио заявителя род}}',
      sex: null,
      address: '{{адрес}}',
      phone: '{{телефон}}',
    },
    paragraphs: (wording ?? DEFAULT_WORDING[kind]).split('\n').filter((text) => text !== ''),
    date: '{{дата заявления}}',
    guardianName: '{{родитель кратко}}',
    studentName: '{{ученик кратко}}',
    classTeacher: '{{классный руководитель кратко}}',
    reception: { number: '{{вх номер}}', date: '{{вх дата}}' },
  };
  return statementDocument(`${STATEMENT_TITLES[kind]} (свой бланк)`, [sheet]);
};
