import { z } from 'zod';
import { handle, id, isoDate } from './fields.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';
import { emptySheets, issuedRow, sheetLayout, sheetSelection } from './sheets-fields.ts';

/**
 * Printing of weekly sheets and of their copies: made ready first, recorded when the paper or the
 * file exists (S2 §7; domain.md §6).
 */

/** Look of the run; absent = as the settings say, homework then by the mode of each (S2 §7). */
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
  /** The parent whose own sheet it is. */
  recipient: z.string().nullable(),
  /** The sheet that was handed over. */
  sheetId: id,
  /** Why, by which rule, and when the next one is possible. */
  message: z.string(),
});

/** A student about whose week nothing is known yet. */
const sheetWithoutData = z.strictObject({
  studentId: id,
  studentName: z.string(),
  classId: id,
  className: z.string(),
  /** The parent whose own sheet it would be. */
  recipient: z.string().nullable(),
  week: isoDate,
  weekTitle: z.string(),
});

/** What becomes of a second, different sheet of a family that refused and has got its own. */
const already = z.enum(['refuse', 'skip', 'copy']).default('refuse');

/** A print made ready and not recorded. */
const print = { print: handle } as const;

export const sheetIds = z.array(id).min(1, 'Выберите распечатки').max(5000);

export const sheetPrintOperations = {
  /**
   * How the run would look; nothing is stored. `first` limits the document to its first sheets, so
   * that the first page comes at once, the counts are still of the whole run. Refusals:
   * `nothing-to-print`, `week-without-data`, `week-not-begun`, `cancelled`.
   */
  'sheets.preview': query(
    z.strictObject({
      selection: sheetSelection,
      ...look,
      empty: emptySheets,
      already,
      first: z.int().min(1).max(100).optional(),
    }),
    documentOutput.extend({
      /** Sheets of the whole run, those without data too. */
      sheets: z.int(),
      /** Sheets in this document. */
      shown: z.int(),
      /** Sheets already printed for the same recipient and week. */
      printedBefore: z.int(),
      /** Lessons of some week of the run are not over: later marks would not be on the sheet. */
      unfinished: z.boolean(),
    }),
  ),
  /**
   * Makes a run ready: the document to be printed, and the sheets frozen under a ticket; nothing is
   * recorded. A sheet with the same content as the one printed last is a copy of it and says so with
   * its number. A different one of a family on paper corrects what is printed and not handed over:
   * it says «исправленная, взамен …», and by recording it the old ones are void. After handing over
   * a second, different sheet of a family that refused is refused with `sheet-already-issued`
   * (S2 §7: once a week, not more often); `already: 'skip'` leaves such students out, `'copy'`
   * prints the sheet they have. Other refusals: `nothing-to-print`, `week-without-data`,
   * `week-not-begun`, `cancelled`.
   */
  'sheets.prepare': query(
    z.strictObject({
      selection: sheetSelection,
      ...look,
      empty: emptySheets,
      already,
    }),
    documentOutput.extend({
      ...print,
      fresh: z.int(),
      /** Sheets that make earlier ones void. */
      corrected: z.int(),
      copies: z.int(),
      /** Left out by `already: 'skip'`. */
      skipped: z.int(),
      /** Left out by `empty`: nothing is known about their week. */
      withoutData: z.array(sheetWithoutData),
      classes: z.array(z.strictObject({ classId: id, className: z.string(), sheets: z.int() })),
    }),
  ),
  /** One class of a run made ready, as a document of its own. Refusal: `print-unknown`. */
  'sheets.preparedClass': query(z.strictObject({ ...print, classId: id }), documentOutput),
  /**
   * Records a run that was printed, all or none: every sheet for ever as it was made ready.
   * Refusals: `print-stale` when the register says otherwise by now or another run was recorded
   * meanwhile, `print-unknown` when the ticket is spent. Can be taken back until a sheet is handed
   * over or copied; the sheets it made void stand again then.
   */
  'sheets.issue': command(
    z.strictObject(print),
    z.strictObject({ issued: z.int(), copies: z.int(), ids: z.array(id) }),
  ),
  /**
   * Before a run is made ready: students whom it would refuse, with the reason, and those about
   * whose week nothing is known; `fresh`, `corrected` and `copies` are of all the others.
   */
  'sheets.check': query(
    z.strictObject({ selection: sheetSelection, ...look }),
    z.strictObject({
      refused: z.array(refusedSheet),
      withoutData: z.array(sheetWithoutData),
      fresh: z.int(),
      /** Sheets that would make earlier ones void. */
      corrected: z.int(),
      copies: z.int(),
    }),
  ),
  /**
   * Printed sheets to look at: no copy is counted, and a void one says that it is. Refusal:
   * `sheet-unknown`.
   */
  'sheets.show': query(z.strictObject({ ids: z.array(id).min(1).max(5000) }), documentOutput),
  /**
   * Makes copies ready: the same sheets as they were printed, each with the number of its copy;
   * nothing is counted. Refusals: `sheet-unknown`, `sheet-void`.
   */
  'sheets.prepareCopies': query(
    z.strictObject({ ids: sheetIds }),
    documentOutput.extend({ ...print, sheets: z.array(issuedRow) }),
  ),
  /**
   * Counts copies that were printed. Refusals: `print-unknown`, `sheet-unknown`, `sheet-void`,
   * `print-stale` when another copy took the number meanwhile.
   */
  'sheets.reprint': command(z.strictObject(print), z.strictObject({ copies: z.int() }), {
    undoable: false,
  }),
} as const;
