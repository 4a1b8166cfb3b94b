import { z } from 'zod';
import { byId, id, isoDate, nothing } from './fields.ts';
import { documentOutput, listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import {
  dueRow,
  issuedRow,
  sheetContent,
  sheetDifference,
  sheetLayout,
  sheetMode,
  sheetSelection,
  sheetStatus,
} from './sheets-fields.ts';

/** Weekly grade sheets: who is owed one, printing, copies, handing over (S2 §1.2, §7; domain.md §6). */

const isoWeek = z.string().regex(/^(19|20)\d{2}-W\d{2}$/u, 'Укажите неделю года в виде 2026-W10');

const counts = {
  /** All that the week owes, printed or not. */
  owed: z.int(),
  /** Owed, not printed, in time. */
  waiting: z.int(),
  notPrinted: z.int(),
  /** Printed, not handed over, in time. */
  printed: z.int(),
  notHanded: z.int(),
  handed: z.int(),
} as const;

/** Look of the run; absent = as the settings say. */
const look = {
  layout: sheetLayout.optional(),
  homework: z.boolean().optional(),
  averages: z.boolean().optional(),
} as const;

const refusedSheet = z.strictObject({
  studentId: id,
  studentName: z.string(),
  className: z.string(),
  week: isoDate,
  /** The sheet that was printed. */
  sheetId: id,
  /** Why, by which rule, and when the next one is possible. */
  message: z.string(),
});

const handOverSelection = z.union([
  z.strictObject({ ids: z.array(id).min(1, 'Выберите распечатки').max(5000) }),
  /** All sheets of the week printed and not handed over, of a class or of the school. */
  z.strictObject({ week: isoDate, classId: id.optional() }),
]);

export const sheetsOperations = {
  /**
   * Weeks of the school year of a day with their counts, the newest first; weeks wholly of
   * holidays and weeks not begun are left out. `suggested`: the week to work on, the last one
   * whose lessons are over.
   */
  'sheets.weeks': query(
    z.strictObject({ on: isoDate.optional() }),
    z.strictObject({
      suggested: isoDate.nullable(),
      weeks: z.array(
        z.strictObject({
          /** Monday. */
          week: isoDate,
          /** «2026-W10» */
          isoWeek: z.string(),
          title: z.string(),
          /** Last school day of any parallel. */
          lastDay: isoDate,
          /** Lessons of the week are over. */
          over: z.boolean(),
          ...counts,
        }),
      ),
    }),
  ),
  /**
   * One week by class, and what earlier weeks of the school year still owe. The week is named by
   * any of its days or as «2026-W10». Refusal: `week-unknown`.
   */
  'sheets.week': query(
    z.strictObject({
      week: z.union([isoDate, isoWeek], 'Укажите день недели или её номер в виде 2026-W10'),
    }),
    z.strictObject({
      week: isoDate,
      isoWeek: z.string(),
      title: z.string(),
      /** Null for a week wholly of holidays, which owes nothing. */
      lastDay: isoDate.nullable(),
      over: z.boolean(),
      total: z.strictObject(counts),
      classes: z.array(z.strictObject({ classId: id, className: z.string(), ...counts })),
      earlier: z.strictObject({ notPrinted: z.int(), notHanded: z.int() }),
    }),
  ),
  /**
   * Who is owed a sheet, and what became of it. Absent `week`: the suggested one. `earlier` adds
   * what earlier weeks of the school year still owe; `everyone` adds families served
   * electronically, for whom sheets are printed freely (S2 §1.2).
   */
  'sheets.listDue': query(
    listInput(
      {
        week: isoDate,
        earlier: z.boolean(),
        everyone: z.boolean(),
        classId: id,
        className: z.string(),
        mode: sheetMode,
        status: sheetStatus,
        studentId: id,
      },
      [
        'className',
        'studentName',
        'week',
        'mode',
        'status',
        'printBy',
        'printedOn',
        'handedOn',
        'guardians',
      ],
    ),
    listOutput(dueRow),
  ),
  /** Register of printed sheets, the newest first. */
  'sheets.listIssued': query(
    listInput(
      {
        week: isoDate,
        classId: id,
        studentId: id,
        mode: sheetMode,
        layout: sheetLayout,
        handed: z.boolean(),
      },
      ['printedAt', 'week', 'className', 'studentName', 'mode', 'copies', 'handedOn'],
    ),
    listOutput(issuedRow),
  ),
  /** A printed sheet as it was, and where the register differs from it today. */
  'sheets.get': query(
    byId,
    z.strictObject({
      sheet: issuedRow,
      content: sheetContent,
      sha256: z.string(),
      differences: z.array(sheetDifference),
    }),
  ),
  /**
   * How the run would look; nothing is stored. `first` limits the document to its first sheets, so
   * that the first page comes at once, the counts are still of the whole run. Refusals:
   * `nothing-to-print`, `week-not-begun`, `cancelled`.
   */
  'sheets.preview': query(
    z.strictObject({
      selection: sheetSelection,
      ...look,
      first: z.int().min(1).max(100).optional(),
    }),
    documentOutput.extend({
      /** Sheets of the whole run. */
      sheets: z.int(),
      /** Sheets in this document. */
      shown: z.int(),
      /** Sheets already printed for the same student and week. */
      printedBefore: z.int(),
      /** Lessons of some week of the run are not over: later marks would not be on the sheet. */
      unfinished: z.boolean(),
    }),
  ),
  /**
   * Prints: keeps every sheet as it is and gives the document, all or none. A sheet with the same
   * content as the one printed last is a copy of it. A second, different sheet of a family that
   * refused is refused with `sheet-already-issued` (S2 §7: once a week, not more often);
   * `already: 'skip'` leaves such students out, `'copy'` reprints the sheet they have. Can be taken
   * back until a sheet is handed over or copied. Other refusals: `nothing-to-print`,
   * `week-not-begun`, `cancelled`.
   */
  'sheets.issue': command(
    z.strictObject({
      selection: sheetSelection,
      ...look,
      already: z.enum(['refuse', 'skip', 'copy']).default('refuse'),
    }),
    documentOutput.extend({
      issued: z.int(),
      copies: z.int(),
      /** Left out by `already: 'skip'`. */
      skipped: z.int(),
      ids: z.array(id),
    }),
  ),
  /** Students of a run whom `sheets.issue` would refuse, with the reason; empty when it would not. */
  'sheets.check': query(
    z.strictObject({ selection: sheetSelection, ...look }),
    z.strictObject({ refused: z.array(refusedSheet), fresh: z.int(), copies: z.int() }),
  ),
  /** Printed sheets to look at: no copy is counted. Refusal: `sheet-unknown`. */
  'sheets.show': query(z.strictObject({ ids: z.array(id).min(1).max(5000) }), documentOutput),
  /** The same sheets once more, as they were printed; counted as copies. */
  'sheets.reprint': command(
    z.strictObject({ ids: z.array(id).min(1, 'Выберите распечатки').max(5000) }),
    documentOutput.extend({ copies: z.int() }),
    { undoable: false },
  ),
  /** Refusals: `sheet-unknown`, `nothing-to-hand-over`, `date-wrong`. Handed over ones stay as they are. */
  'sheets.markHandedOver': command(
    z.strictObject({
      selection: handOverSelection,
      /** Absent = today. */
      on: isoDate.optional(),
    }),
    z.strictObject({ marked: z.int() }),
  ),
  /** The mark was put by mistake. */
  'sheets.clearHandedOver': command(
    z.strictObject({ ids: z.array(id).min(1, 'Выберите распечатки').max(5000) }),
    nothing,
  ),
} as const;
