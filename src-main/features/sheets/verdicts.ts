import { createHash } from 'node:crypto';
import { OfficeError } from '../../contract/errors.ts';
import type { ErrorField } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { EmptySheets, SheetContent } from '../../contract/sheets-fields.ts';
import type { SheetVerdict } from '../../domain/cadence.ts';
import { mondayOf } from '../../domain/dates.ts';
import { judgeSheet } from '../../domain/cadence.ts';
import { secondSheetRefusal } from '../../domain/cadence-wording.ts';
import { addressedTo, isWithoutData } from '../../domain/sheet-content.ts';
import type { RegisterRow } from './due-rows.ts';
import type { SheetRecord } from './repository.ts';
import { weekKey } from './repository.ts';
import type { WeekBook } from './week-book.ts';

/** One sheet of a run: what would be printed and what the rule says to it (S2 §7). */
export interface Judged {
  readonly row: RegisterRow;
  readonly content: SheetContent;
  /** The content as it is kept. */
  readonly text: string;
  readonly sha256: string;
  readonly verdict: SheetVerdict;
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

const judgeOne = (row: RegisterRow, found: SheetContent): Judged => {
  const { due, prints, nameOf } = row;
  const content = addressedTo(found, nameOf(due.recipientId));
  const text = JSON.stringify(content);
  const sha256 = sha256Of(text);
  const printed = prints.map((print) => sameFor(row, print, content, sha256));
  const own = prints.filter(({ recipientId }) => recipientId === due.recipientId);
  const verdict = judgeSheet(due.mode, printed, sha256);
  return { row, content, text, sha256, verdict, number: (own.at(-1)?.number ?? 0) + 1 };
};

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

/** Sheets the rule refuses, with the reason in full. */
export const refusedSheets = (judged: readonly Judged[], book: WeekBook): RefusedSheet[] =>
  judged.flatMap(({ row: { due, stay, prints, nameOf }, verdict }) => {
    const last = prints.at(-1);
    if (verdict.kind !== 'refused' || !last) return [];
    const { studentId, studentName, className, week } = due;
    const recipient = nameOf(due.recipientId);
    const message = secondSheetRefusal(
      { studentName, className, recipient, week, printedOn: last.printedOn },
      book.isSchoolDay(stay.parallel),
    );
    return [{ studentId, studentName, className, week, recipient, sheetId: last.id, message }];
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

/** Whether a first sheet of the student would say nothing; a copy says what the first one said. */
export const saysNothing = ({ content, verdict }: Judged): boolean =>
  verdict.kind === 'new' && isWithoutData(content);

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
