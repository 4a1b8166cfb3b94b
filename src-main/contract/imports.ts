import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { handle, id } from './fields.ts';

/**
 * What every import shares: preview → answers → commit. The preview is the plan that is applied;
 * a plan is known by its ticket.
 */

/** `question`: the row is not certain, and a person decides (domain.md §1). */
export const planStatus = z.enum(['new', 'changed', 'same', 'rejected', 'question']);
export type PlanStatus = ValueOf<typeof planStatus>;

/** Rows of the file by what becomes of them. */
export const rowCounts = {
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
} as const;

export const previewCounts = z.strictObject({ ...rowCounts, questions: z.int() });
export type PreviewCounts = ValueOf<typeof previewCounts>;

/** `skipped`: questions left without an effect. */
export const appliedCounts = z.strictObject({ ...rowCounts, skipped: z.int() });
export type AppliedCounts = ValueOf<typeof appliedCounts>;

/** A field the row gives a value or another value. */
export const fieldChange = z.strictObject({
  field: z.string(),
  /** Russian name of the field. */
  title: z.string(),
  /** Secrets are shown as «•••». */
  was: z.string().nullable(),
  becomes: z.string().nullable(),
});
export type FieldChange = ValueOf<typeof fieldChange>;

/** A row of the plan, whatever the file holds. */
export const planRowFields = {
  /** Stable inside the plan; the key of `answers`. */
  key: z.string(),
  status: planStatus,
  sheet: z.string(),
  row: z.int(),
  /** `B12` */
  address: z.string(),
  fullName: z.string(),
  /** What tells the person from a namesake: class, birth date, the child of a guardian. */
  details: z.string(),
  changes: z.array(fieldChange),
  /** Why rejected, or what is asked; null otherwise. */
  code: z.string().nullable(),
  reason: z.string().nullable(),
} as const;

/** Somebody the office knows whom a questioned row may mean. */
export const planCandidate = z.strictObject({
  id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  phone: z.string().nullable(),
  /** Names of a guardian's children. */
  children: z.array(z.string()),
});

export const planTicket = z.strictObject({ plan: handle });

/** What was recognised in the file. */
export const previewFields = {
  plan: handle,
  /** Russian name of what was recognised. */
  title: z.string(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  sheets: z.array(z.string()),
  counts: previewCounts,
} as const;

/** What to do with questions nobody answered. */
export const unanswered = z.enum(['refuse', 'skip']).default('refuse');
