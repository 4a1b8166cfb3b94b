import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { isoDate, isoTime } from './fields.ts';
import { twoWeekRule } from './settings.ts';

/**
 * The report package of the information summary (domain.md §4): the JSON a school sends to the
 * collector. Published as `resources/information-summary.schema.json`.
 */

export const packageSchemaVersion = 2;

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

const ruleFields = {
  ...twoWeekRule.shape,
  measure: twoWeekRule.shape.measure.unwrap(),
  excusedOnly: z.boolean(),
  /** The sentence printed on the form. */
  text: z.string().min(1),
};

const commonFields = {
  kind: z.literal('information-summary'),
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
  figures,
  /** Version of this period at the school; a later one replaces it. */
  version: z.int().min(1),
  /** Date printed on the form: the day of finalising by the local calendar. */
  preparedOn: isoDate,
  finalisedAt: isoTime,
};

/** Made by the program before 0.4.0, which counted every registered appeal; read for ever. */
const contentOfSchema1 = z.strictObject({
  ...commonFields,
  schemaVersion: z.literal(1),
  rule: z.strictObject(ruleFields),
});

/** Ways of counting appeals, hours and resources (domain/qualifying-appeals.ts). */
export const countingRule = z.enum(['qualifying-appeals-2026', 'registered-appeals-2026']);

const contentOfSchema2 = z.strictObject({
  ...commonFields,
  schemaVersion: z.literal(packageSchemaVersion),
  rule: z.strictObject({
    ...ruleFields,
    counting: countingRule,
    /** The sentence printed on the form. */
    countingText: z.string().min(1),
  }),
  /** Version whose figures this one repeats with corrected requisites; null in any other. */
  reissueOf: z.int().min(1).nullable(),
});

/** Everything the hash covers. */
export type PackageContent = ValueOf<typeof contentOfSchema1> | CurrentContent;

/** As this program writes it. */
export type CurrentContent = ValueOf<typeof contentOfSchema2>;

/** SHA-256, hex, of the canonical JSON (keys sorted, no spaces, UTF-8) without this field. */
const seal = { sha256: z.string().regex(/^[0-9a-f]{64}$/u) };

export const summaryPackage = z.discriminatedUnion('schemaVersion', [
  contentOfSchema1.extend(seal),
  contentOfSchema2.extend(seal),
]);
export type SummaryPackage = ValueOf<typeof summaryPackage>;
