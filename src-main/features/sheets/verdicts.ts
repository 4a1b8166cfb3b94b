import { createHash } from 'node:crypto';
import { OfficeError } from '../../contract/errors.ts';
import type { ErrorField } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { EmptySheets, SheetContent, SheetEdition } from '../../contract/sheets-fields.ts';
import type { CountedPrint, SheetVerdict } from '../../domain/cadence.ts';
import { mondayOf } from '../../domain/dates.ts';
import { judgeSheet } from '../../domain/cadence.ts';
import type { SecondSheet } from '../../domain/cadence-wording.ts';
import { secondSheetRefusal } from '../../domain/cadence-wording.ts';
import { addressedTo, isWithoutData } from '../../domain/sheet-content.ts';
import type { RegisterRow } from './due-rows.ts';
import type { SheetRecord } from './repository.ts';
import { weekKey } from './repository.ts';
import type { WeekBook } from './week-book.ts';

type JudgedPrint = CountedPrint & SheetRecord;

/** One sheet of a run: what would be printed and what the rule says to it (S2 §7). */
export interface Judged {
  readonly row: RegisterRow;
  readonly content: SheetContent;
  /** The content as it is kept, with its edition. */
  readonly text: string;
  /** Of the content alone. */
  readonly sha256: string;
  readonly verdict: SheetVerdict<JudgedPrint>;
  /** The number it would have among the recipient's sheets of the week. */
  readonly number: number;
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What was printed as it would read with the present name on it: another recipient's sheet with the
 * same marks is the same sheet.
 */
const sameFor = (
  { due, nameOf }: RegisterRow,
  print: SheetRecord,
  content: SheetContent,
  sha256: string,
): string => {
  if (print.recipientId === due.recipientId) return print.sha256;
  const itsOwn = JSON.stringify(addressedTo(content, nameOf(print.recipientId)));
  return sha256Of(itsOwn) === print.sha256 ? sha256 : print.sha256;
};

/** What the sheet says of its place among those of the week; null for a first one or a copy. */
const editionOf = (verdict: Judged['verdict'], number: number): SheetEdition | null => {
  if (verdict.kind === 'additional')
    return { kind: 'additional', number, after: verdict.handed.handedOn ?? '' };
  if (verdict.kind !== 'correction') return null;
  const replaces = verdict.replaces.map((old) => ({
    number: old.number,
    printedOn: old.printedOn,
  }));
  return { kind: 'corrected', number, replaces };
};

const judgeOne = (row: RegisterRow, found: SheetContent): Judged => {
  const { due, prints, lastNumber, nameOf, isReplaceable } = row;
  const content = addressedTo(found, nameOf(due.recipientId));
  const sha256 = sha256Of(JSON.stringify(content));
  const counted = prints.map((print) => ({
    ...print,
    fingerprint: sameFor(row, print, content, sha256),
    replaceable: isReplaceable(print),
  }));
  const verdict = judgeSheet(due.mode, counted, sha256);
  const number = lastNumber + 1;
  const edition = editionOf(verdict, number);
  const text = JSON.stringify(edition === null ? content : { ...content, edition });
  return { row, content, text, sha256, verdict, number };
};

/** Sheets that become void when this one is printed. */
export const replacedIds = ({ verdict }: Judged): readonly number[] =>
  verdict.kind === 'correction' ? verdict.replaces.map(({ id }) => id) : [];

/** @param contents of the rows, addressed to nobody */
export const judge = (
  rows: readonly RegisterRow[],
  contents: readonly SheetContent[],
): readonly Judged[] =>
  rows.flatMap((row, at) => {
    const content = contents[at];
    return content ? [judgeOne(row, content)] : [];
  });

type RefusedSheet = OperationOutput<'sheets.check'>['refused'][number];

/** A sheet of the recipient's week in the words of a refusal. */
export const sheetWords = (
  { due: { studentName, className, week, guardians }, nameOf }: RegisterRow,
  { number, handedOn, recipientId }: SheetRecord,
): SecondSheet => ({
  studentName,
  className,
  week,
  number,
  handedOn,
  receiver: nameOf(recipientId) ?? guardians,
});

/** Sheets the rule refuses, with the reason in full. */
export const refusedSheets = (judged: readonly Judged[], book: WeekBook): RefusedSheet[] =>
  judged.flatMap(({ row, verdict }) => {
    if (verdict.kind !== 'refused') return [];
    const { due, stay, nameOf } = row;
    const { studentId, studentName, className, week } = due;
    const recipient = nameOf(due.recipientId);
    const { handed } = verdict;
    const message = secondSheetRefusal(sheetWords(row, handed), book.isSchoolDay(stay.parallel));
    return [{ studentId, studentName, className, week, recipient, sheetId: handed.id, message }];
  });

const shownRefusals = 50;

/** The refusal of a whole run: the first reason in full, every student in the fields. */
export const alreadyIssued = (refused: readonly RefusedSheet[]): OfficeError => {
  const [first] = refused;
  const more =
    refused.length > 1
      ? ` Всего таких учеников: ${refused.length}. Исключите их из печати или повторите их прежние распечатки как копии.`
      : '';
  const fields: readonly ErrorField[] = refused
    .slice(0, shownRefusals)
    .map(({ studentId, week, message }) => ({ path: `selection.${studentId}.${week}`, message }));
  return new OfficeError('sheet-already-issued', `${first?.message ?? ''}${more}`, fields);
};

type WithoutData = OperationOutput<'sheets.check'>['withoutData'];

/** Sheets of each kind; refused ones are in none. */
export const countVerdicts = (judged: readonly Judged[]) => {
  const count = (kind: Judged['verdict']['kind']): number =>
    judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    fresh: count('new') + count('additional'),
    corrected: count('correction'),
    copies: count('copy'),
  };
};

/** Whether a sheet of its own would say nothing; a copy says what the first one said. */
export const saysNothing = ({ content, verdict }: Judged): boolean =>
  verdict.kind !== 'copy' && verdict.kind !== 'refused' && isWithoutData(content);

/** Whether a sheet that says nothing is printed all the same. */
export const wantedEmpty = (empty: EmptySheets): ((one: Judged) => boolean) => {
  if (empty === 'print') return () => true;
  if (empty === 'skip') return () => false;
  const asked = new Set(empty.map(({ studentId, week }) => weekKey(studentId, mondayOf(week))));
  return ({ row: { due } }) => asked.has(weekKey(due.studentId, due.week));
};

export const withoutDataRows = (judged: readonly Judged[]): WithoutData =>
  judged.filter(saysNothing).map(
    ({
      row: {
        due: { studentId, studentName, classId, className, week, weekTitle, recipientId },
        nameOf,
      },
    }) => ({
      studentId,
      studentName,
      classId,
      className,
      recipient: nameOf(recipientId),
      week,
      weekTitle,
    }),
  );

/** Nothing else is left of a run. */
export const weekWithoutData = (judged: readonly Judged[]): OfficeError => {
  const rows = withoutDataRows(judged);
  const weeks = [...new Set(rows.map(({ weekTitle }) => weekTitle))].join('; ');
  const classes = [...new Set(rows.map(({ className }) => className))].join(', ');
  return new OfficeError(
    'week-without-data',
    `За неделю ${weeks} нет данных ни об уроках, ни об оценках: ${classes}. Загрузите их в «Успеваемости» или введите, затем печатайте: пустой лист занял бы единственную распечатку недели.`,
  );
};
