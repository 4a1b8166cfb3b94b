import type { StatementContent } from '../../../contract/statements-fields.ts';
import {
  cell,
  column,
  documentOf,
  field,
  keepTogether,
  line,
  pageBreak,
  paragraph,
  portrait,
  rightBlock,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel, SignatureLine } from '../../../documents/model.ts';
import { nonBreaking } from '../../../domain/russian.ts';
import { statementHeader } from '../../../domain/statement-header.ts';
import type { HeaderFields } from '../../../domain/statement-header.ts';
import { formHeading, isOfStudent } from '../../../domain/statement-texts.ts';
import type { FormKind } from '../../../domain/statement-texts.ts';
import type { Sex } from '../../../domain/declension.ts';
import { spacedPhone } from '../content.ts';

/** The sheet of a statement (domain.md §10): header, heading, text, signatures, reception strip. */

/** What the office writes into the reception strip. */
export interface Reception {
  readonly number: string;
  readonly date: string;
}

export interface StatementSheet {
  readonly form: FormKind;
  readonly studentSex: Sex | null;
  readonly header: HeaderFields;
  readonly paragraphs: readonly string[];
  /** The day written on the paper, as it is printed; null = by hand. */
  readonly date: string | null;
  /** «Расшифровка» of the signatures: «Иванова А. П.»; null = by hand. */
  readonly guardianName: string | null;
  readonly studentName: string | null;
  readonly classTeacher: string | null;
  readonly reception: Reception | null;
}

const headerBlock = (header: HeaderFields): Block =>
  rightBlock(
    statementHeader({
      ...header,
      phone: header.phone === null ? null : spacedPhone(header.phone),
    }).map(({ label, value, caption }, at) => {
      if (value === null)
        return field(label, null, {
          ...(caption === undefined ? {} : { caption }),
          // An address seldom fits one rule.
          extraLines: label.startsWith('прожива') ? 1 : 0,
        });
      // The addressee's name never breaks in two beside the organisation's.
      return line(nonBreaking(`${label}${at === 0 ? '\n' : ' '}${value}`));
    }),
    0.56,
  );

const emptyDate = '«____» ______________ 20____ г.';

const studentRole = (sex: Sex | null): string => {
  if (sex === null) return 'Ученик (ученица)';
  return sex === 'male' ? 'Ученик' : 'Ученица';
};

/** The date stands left of the signature; a consent has two signatures below it (S2 §7). */
const signatureBlocks = ({ form, studentSex, ...sheet }: StatementSheet): readonly Block[] => {
  const date = sheet.date ?? emptyDate;
  const name = isOfStudent(form) ? sheet.studentName : sheet.guardianName;
  if (form !== 'consent-14') return [signature({ role: date, name })];
  const lines: readonly SignatureLine[] = [
    { role: studentRole(studentSex), name: sheet.studentName },
    { role: 'Классный руководитель', name: sheet.classTeacher },
  ];
  return [line(date), signature(...lines)];
};

const stripCell = (label: string, value: string | null) =>
  cell(`${label}${value === null ? '' : nonBreaking(value)}`, {
    minHeightMm: 13,
    verticalAlign: 'center',
  });

/** «Вх. №, дата, принял»: filled by the one who takes the paper. */
const receptionStrip = (reception: Reception | null): Block =>
  table(
    [column(3), column(3), column(5)],
    [],
    [
      row(
        stripCell('Вх.\u00A0№\u00A0', reception?.number ?? null),
        stripCell('Дата ', reception?.date ?? null),
        stripCell('Принял (подпись, расшифровка)', null),
      ),
    ],
    { fontSizePt: 11 },
  );

/** One sheet; a blank has null where the hand writes. */
export const statementBlocks = (sheet: StatementSheet): readonly Block[] => [
  headerBlock(sheet.header),
  spacer(8),
  title(formHeading(sheet.form)),
  spacer(3),
  // Long rules in justified text would tear the words apart.
  ...sheet.paragraphs.map((text) =>
    paragraph(text, text.includes('____') ? { align: 'left', indentFirst: true } : {}),
  ),
  keepTogether(spacer(6), ...signatureBlocks(sheet), spacer(8), receptionStrip(sheet.reception)),
];

/** Sheets one after another, each from a new page; one section, so that a thousand stay light. */
export const statementDocument = (name: string, sheets: readonly StatementSheet[]): DocumentModel =>
  documentOf(
    name,
    portrait(
      sheets.flatMap((sheet, at) => [
        ...(at === 0 ? [] : [pageBreak()]),
        ...statementBlocks(sheet),
      ]),
      { pageNumbers: 'none' },
    ),
  );

/** The header of a registered statement. */
export const contentHeader = (content: StatementContent): HeaderFields => ({
  position: content.position,
  organisation: content.organisation,
  head: content.head,
  applicant: content.applicantGenitive,
  sex: content.applicantSex,
  address: content.address,
  phone: content.phone,
});
