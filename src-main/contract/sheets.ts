import { z } from 'zod';
import { byId, id, isoDate, nothing } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import {
  dueRow,
  issuedRow,
  sheetContent,
  sheetDifference,
  sheetLayout,
  sheetMode,
  sheetState,
  sheetStatus,
} from './sheets-fields.ts';
import { sheetIds, sheetPrintOperations } from './sheets-print.ts';

/** Weekly grade sheets: who is owed one, handing over (S2 §1.2, §7; domain.md §6). */

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

const handOverSelection = z.union([
  z.strictObject({ ids: sheetIds }),
  /** All sheets of the week that may be handed over and are not, of a class or of the school. */
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
        /** False: what may still be handed over; void ones are neither. */
        handed: z.boolean(),
        state: sheetState,
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
      /** Of the content without its edition: what a later sheet is compared by. */
      sha256: z.string(),
      differences: z.array(sheetDifference),
    }),
  ),
  ...sheetPrintOperations,
  /**
   * Handed over ones stay as they are. Refusals: `sheet-unknown`, `nothing-to-hand-over`,
   * `date-wrong`; of sheets named one by one also `sheet-void`, and `sheet-already-issued` where a
   * family that refused has got another one of that week (S2 §7).
   */
  'sheets.markHandedOver': command(
    z.strictObject({
      selection: handOverSelection,
      /** Absent = today. */
      on: isoDate.optional(),
    }),
    z.strictObject({ marked: z.int() }),
  ),
  /** The mark was put by mistake. */
  'sheets.clearHandedOver': command(z.strictObject({ ids: sheetIds }), nothing),
} as const;
