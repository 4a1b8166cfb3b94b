import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { isoDate, isoTime } from './fields.ts';
import { twoWeekRule } from './settings.ts';

/**
 * The report package of the information summary (domain.md §4): the JSON a school sends to the
 * collector. Published as `resources/information-summary.schema.json`.
 */

export const packageSchemaVersion = 1;

const count = z.int().min(0);

/** The five figures of S1 Приложение 2; hours as whole quarter-hours. */
export const figures = z.strictObject({
  organisations: count,
  studentsOverTwoWeeks: count,
  appeals: count,
  quarterHours: count,
  resources: count,
});
export type Figures = ValueOf<typeof figures>;

/** Everything the hash covers. */
export const packageContent = z.strictObject({
  kind: z.literal('information-summary'),
  schemaVersion: z.literal(packageSchemaVersion),
  /**
   * Null: the office has not filled its requisites; the form leaves a rule for handwriting. A
   * collector must ask who sent such a package, it cannot tell by itself.
   */
  school: z.strictObject({
    code: z.string().nullable(),
    name: z.string().min(1).nullable(),
    shortName: z.string().min(1).nullable(),
    municipality: z.string().min(1).nullable(),
  }),
  director: z.strictObject({ position: z.string(), name: z.string().min(1).nullable() }),
  executor: z.strictObject({ name: z.string().nullable(), phone: z.string().nullable() }),
  period: z
    .strictObject({ from: isoDate, to: isoDate })
    .refine(({ from, to }) => from <= to, 'Окончание периода раньше начала'),
  rule: z.strictObject({
    ...twoWeekRule.shape,
    measure: twoWeekRule.shape.measure.unwrap(),
    excusedOnly: z.boolean(),
    /** The sentence printed on the form. */
    text: z.string().min(1),
  }),
  figures,
  /** Version of this period at the school; a later one replaces it. */
  version: z.int().min(1),
  /** Date printed on the form: the day of finalising by the local calendar. */
  preparedOn: isoDate,
  finalisedAt: isoTime,
});
export type PackageContent = ValueOf<typeof packageContent>;

export const summaryPackage = z.strictObject({
  ...packageContent.shape,
  /** SHA-256, hex, of the canonical JSON (keys sorted, no spaces, UTF-8) without this field. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type SummaryPackage = ValueOf<typeof summaryPackage>;
