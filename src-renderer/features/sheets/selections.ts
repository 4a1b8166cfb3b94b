import type { OperationInput } from '../../../src-main/contract/operations.ts';
import type { DueRow, SheetSelection } from '../../../src-main/contract/sheets-fields.ts';
import { actions, hand } from '../../strings/sheets.ts';
import { run } from '../../strings/sheets-print.ts';
import type { Place } from './links.ts';
import type { SheetDialogName } from './SheetDialogs.tsx';
import type { Week } from './totals.ts';
import { countsOf, toHand, toPrint } from './totals.ts';

/** What a button does with what is chosen on the screen: rows, a class, or the whole week. */

export type HandSelection = OperationInput<'sheets.markHandedOver'>['selection'];

const classNameOf = (week: Week, classId: number): string =>
  week.classes.find((row) => row.classId === classId)?.className ?? '';

/** A run for recipients chosen one by one. */
export const rowsOf = (
  rows: readonly Pick<DueRow, 'studentId' | 'week' | 'recipientId'>[],
): SheetSelection => ({
  kind: 'rows',
  rows: rows.map(({ studentId, week, recipientId }) => ({ studentId, week, recipientId })),
});

/** Printing of one student's sheet. */
export const runForOne = (row: DueRow): SheetDialogName => ({
  kind: 'run',
  title: run.one(row.studentName),
  selection: rowsOf([row]),
});

export interface PrintButton {
  readonly label: string;
  readonly dialog: SheetDialogName;
  readonly disabled: boolean;
}

/** The main button: ticked rows, otherwise everything owed by the class or the school. */
export const printButton = (
  week: Week,
  { classId, earlier }: Place,
  chosen: readonly DueRow[],
): PrintButton => {
  if (chosen.length > 0)
    return {
      label: actions.printChosen(chosen.length),
      dialog: { kind: 'run', title: run.chosen, selection: rowsOf(chosen) },
      disabled: false,
    };
  const due = toPrint(countsOf(week, classId));
  const inClass = classId === null ? {} : { classId };
  const dialog: SheetDialogName = {
    kind: 'run',
    title: run.due,
    selection: { kind: 'due', week: week.week, earlier, ...inClass },
  };
  // Debts of a class in earlier weeks are not counted apart: the dialog counts them.
  if (classId !== null && earlier)
    return { label: actions.printDue, dialog, disabled: due + week.earlier.notPrinted === 0 };
  const count = due + (earlier ? week.earlier.notPrinted : 0);
  const label =
    classId === null
      ? actions.printDueCount(count)
      : actions.printDueOf(classNameOf(week, classId), count);
  return { label, dialog, disabled: count === 0 };
};

/** One sheet may count for both parents: it was given before one of them moved. */
const sheetIds = (rows: readonly DueRow[]): readonly number[] => [
  ...new Set(rows.flatMap(({ sheetId }) => sheetId ?? [])),
];

/** Newest sheets of the ticked rows. */
export const printedOf = (chosen: readonly DueRow[]): readonly number[] => sheetIds(chosen);

/** Sheets of the ticked rows with the mark; which one of several has it, the register tells. */
export const handedOf = (chosen: readonly DueRow[]): readonly number[] =>
  sheetIds(chosen.filter(({ handedOn, sheets }) => handedOn !== null && sheets === 1));

/** The newest of several sheets may wait though an earlier one was handed over. */
const unhandedOf = (chosen: readonly DueRow[]): readonly number[] =>
  sheetIds(chosen.filter(({ handedOn, sheets }) => handedOn === null || sheets > 1));

export interface HandButton {
  readonly label: string;
  readonly dialog: SheetDialogName;
  readonly disabled: boolean;
}

/** Handing over: of the ticked rows, otherwise of the class or the school. */
export const handButton = (
  week: Week,
  { classId }: Place,
  chosen: readonly DueRow[],
): HandButton => {
  if (chosen.length > 0) {
    const ids = unhandedOf(chosen);
    return {
      label: actions.handCount(ids.length),
      dialog: { kind: 'hand', about: hand.chosen(ids.length), selection: { ids: [...ids] } },
      disabled: ids.length === 0,
    };
  }
  const count = toHand(countsOf(week, classId));
  return {
    label: actions.handCount(count),
    dialog: {
      kind: 'hand',
      about: classId === null ? hand.school(count) : hand.class(classNameOf(week, classId), count),
      selection: { week: week.week, ...(classId !== null && { classId }) },
    },
    disabled: count === 0,
  };
};

/** Sheets for everybody, asked for or not (S2 §1.2). */
export const runForAll = (week: Week, classId: number | null): SheetDialogName =>
  classId === null
    ? { kind: 'run', title: run.school, selection: { kind: 'school', week: week.week } }
    : {
        kind: 'run',
        title: run.class(classNameOf(week, classId)),
        selection: { kind: 'class', week: week.week, classId },
      };
