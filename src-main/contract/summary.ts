import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { byId, handle, id, isoDate, isoTime, outputFile } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';
import { twoWeekRule } from './settings.ts';
import { figures } from './summary-package.ts';

/** Information summary (S1 Приложение 2; domain.md §4). */

export const period = z.strictObject({ from: isoDate, to: isoDate });

export const figure = z.enum([
  'organisations',
  'studentsOverTwoWeeks',
  'appeals',
  'quarterHours',
  'resources',
]);
export type Figure = ValueOf<typeof figure>;

/** One row behind a figure; the screen opens the card of `target`. */
export const summaryRow = z.strictObject({
  /** Id within the figure: of the student, appeal, work entry or resource. */
  id,
  target: z.enum(['school', 'student', 'appeal', 'work-entry', 'resource']),
  name: z.string(),
  detail: z.string(),
  date: isoDate.nullable(),
  quarterHours: z.int().nullable(),
});
export type SummaryRow = ValueOf<typeof summaryRow>;

/** What has changed since a version was finalised. */
export const difference = z.strictObject({
  changed: z.boolean(),
  ruleChanged: z.boolean(),
  /** Only the figures that differ. */
  figures: z.array(z.strictObject({ figure, was: z.int(), now: z.int() })),
  rows: z.array(
    z.strictObject({
      figure,
      change: z.enum(['added', 'removed', 'changed']),
      id,
      name: z.string(),
      detail: z.string(),
      /** Quarter hours before and after, for work entries. */
      wasQuarterHours: z.int().nullable(),
      nowQuarterHours: z.int().nullable(),
    }),
  ),
});
export type Difference = ValueOf<typeof difference>;

const versionHead = {
  id,
  from: isoDate,
  to: isoDate,
  version: z.int(),
  finalisedAt: isoTime,
  figures,
  sha256: z.string(),
};

export const versionRow = z.strictObject(versionHead);

export const summaryOperations = {
  /** Draft figures of a period as they are now; the period may end in the future. */
  'summary.compute': query(
    period,
    z.strictObject({
      ...period.shape,
      figures,
      rule: twoWeekRule,
      /** The rule as the form prints it. */
      ruleText: z.string(),
      /** Heads of the five columns, word for word from S1 Приложение 2. */
      heads: z.array(z.strictObject({ figure, text: z.string() })),
      /** Why the period cannot be finalised yet; null when it can. */
      finaliseRefusal: z.string().nullable(),
      /** What will be missing on the form (no requisites of the school); null when nothing. */
      warning: z.string().nullable(),
      /** The newest finalised version of the same period, with what changed since. */
      last: z.strictObject({ ...versionHead, difference }).nullable(),
    }),
  ),
  /** Rows behind one figure: of a period as it is now (from, to) or of a version (version). */
  'summary.listRows': query(
    listInput({ figure, from: isoDate, to: isoDate, version: id }, [
      'name',
      'detail',
      'date',
      'quarterHours',
    ]),
    listOutput(summaryRow),
  ),
  /**
   * Freezes figures and rows as the next version. When nothing has changed since the last
   * version of the period, that one is returned with `created: false`.
   */
  'summary.finalise': command(
    period,
    z.strictObject({ id, version: z.int(), created: z.boolean(), sha256: z.string() }),
    { undoable: false },
  ),
  'summary.list': query(
    listInput({ from: isoDate, to: isoDate }, ['to', 'version', 'finalisedAt']),
    listOutput(versionRow),
  ),
  /** One version and its difference from the registers as they are now. */
  'summary.version': query(
    byId,
    z.strictObject({
      ...versionHead,
      rule: twoWeekRule,
      ruleText: z.string(),
      latest: z.boolean(),
      difference,
    }),
  ),
  /** Writes DOCX, XLSX and JSON of a version into a chosen folder: all three or none. */
  'summary.export': command(
    z.strictObject({ id, folder: handle }),
    z.strictObject({ names: z.array(z.string()) }),
    { undoable: false },
  ),
  /** The same three files for saving one by one. */
  'summary.files': query(
    byId,
    z.strictObject({ docx: outputFile, xlsx: outputFile, json: outputFile }),
  ),
  /** The official form of a version. */
  'summary.print': query(byId, documentOutput),
  /** The form with today's figures, marked as a draft. */
  'summary.printDraft': query(period, documentOutput),
  /** The form with empty cells for handwriting. */
  'summary.printBlank': query(z.strictObject({}), documentOutput),
} as const;
