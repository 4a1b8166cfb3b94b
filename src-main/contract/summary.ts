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
  /** Goes into the figure; otherwise it is shown beside it with the reason. */
  counted: z.boolean(),
  /** Russian sentence; null when counted. */
  reason: z.string().nullable(),
});
export type SummaryRow = ValueOf<typeof summaryRow>;

/** Requisites a version holds. */
export const requisite = z.enum([
  'code',
  'name',
  'shortName',
  'municipality',
  'directorPosition',
  'directorName',
  'executorName',
  'executorPhone',
]);
export type Requisite = ValueOf<typeof requisite>;

/** What has changed since a version was finalised. */
export const difference = z.strictObject({
  /** Of the rules, figures and rows; requisites are told apart. */
  changed: z.boolean(),
  /** Another rule of two weeks in the settings, or other words of it. */
  ruleChanged: z.boolean(),
  /** The program counts appeals, hours and resources in another way since. */
  countingChanged: z.boolean(),
  /** Requisites that differ; the version can be reissued with the new ones. */
  requisites: z.array(
    z.strictObject({
      field: requisite,
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
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
  /** Version whose figures this one repeats with corrected requisites. */
  reissueOf: z.int().nullable(),
};

export const versionRow = z.strictObject(versionHead);

export const summaryOperations = {
  /** Draft figures of a period as they are now; the period may end in the future. */
  'summary.compute': query(
    period,
    z.strictObject({
      ...period.shape,
      figures,
      /** What stands beside the figures and is not counted, in the same units. */
      notCounted: figures,
      rule: twoWeekRule,
      /** The rule as the form prints it. */
      ruleText: z.string(),
      /** Which appeals, hours and resources are counted, as the form prints it. */
      countingText: z.string(),
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
  /**
   * Rows behind one figure: of a period as it is now (from, to) or of a version (version). Both
   * counted rows and those that are not, unless `counted` is asked.
   */
  'summary.listRows': query(
    listInput({ figure, from: isoDate, to: isoDate, version: id, counted: z.boolean() }, [
      'name',
      'detail',
      'date',
      'quarterHours',
    ]),
    listOutput(summaryRow),
  ),
  /**
   * Freezes figures and rows as the next version. When nothing has changed since the last
   * version of the period, that one is returned with `created: false`; when only requisites
   * have, the new version is a reissue. Refusals: `period-upside-down`, `period-not-over`,
   * `requisites-wrong` with the fields to fill in the settings.
   */
  'summary.finalise': command(
    period,
    z.strictObject({ id, version: z.int(), created: z.boolean(), sha256: z.string() }),
    { undoable: false },
  ),
  /**
   * The newest version of a period again, with the requisites of today: its figures, rows and
   * rules stay, whatever has changed in the registers. Refusals: `summary-unknown`,
   * `summary-replaced`, `requisites-same`, `requisites-wrong`.
   */
  'summary.reissue': command(byId, z.strictObject({ id, version: z.int(), sha256: z.string() }), {
    undoable: false,
  }),
  'summary.list': query(
    listInput({ from: isoDate, to: isoDate }, ['to', 'version', 'finalisedAt']),
    listOutput(versionRow),
  ),
  /** One version and its difference from the registers as they are now. */
  'summary.version': query(
    byId,
    z.strictObject({
      ...versionHead,
      notCounted: figures,
      rule: twoWeekRule,
      ruleText: z.string(),
      /** Null in a version of the program before 0.4.0: it counted every appeal and said nothing. */
      countingText: z.string().nullable(),
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
