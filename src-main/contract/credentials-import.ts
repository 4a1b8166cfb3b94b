import { z } from 'zod';
import { handle, id, outputFile } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { credentialKind, credentialOwner } from './credentials-fields.ts';

/**
 * Import of credentials (formats.md I, J): preview → answers → commit. The preview is the plan
 * that is applied; no answer of these operations holds a password or a code.
 */

/** `question`: the person is not certain, or not found; a person decides (domain.md §1). */
export const credentialPlanStatus = z.enum(['new', 'changed', 'same', 'rejected', 'question']);

const counts = {
  /** Rows of the file. */
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
} as const;

const candidate = z.strictObject({
  /** Student or guardian, by `owner` of the row. */
  id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  phone: z.string().nullable(),
  /** Names of a guardian's children with their classes. */
  children: z.array(z.string()),
  /** Russian: why it is not certain. */
  doubts: z.array(z.string()),
});

export const credentialPlanRow = z.strictObject({
  /** Stable inside the plan; the key of `answers`. */
  key: z.string(),
  status: credentialPlanStatus,
  sheet: z.string(),
  row: z.int(),
  /** `B12` */
  address: z.string(),
  owner: credentialOwner.nullable(),
  kind: credentialKind.nullable(),
  fullName: z.string(),
  login: z.string().nullable(),
  /** Class; the child and the class in a guardian's row. */
  details: z.string(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      /** Russian name of the field. */
      title: z.string(),
      /** Secrets are shown as «•••». */
      was: z.string().nullable(),
      becomes: z.string().nullable(),
    }),
  ),
  /** Why rejected, or what is asked; null otherwise. */
  code: z.string().nullable(),
  reason: z.string().nullable(),
  /** The only doubt is the spelling (ё/е, hyphen): `acceptSpelling` answers it. */
  spellingOnly: z.boolean(),
  candidates: z.array(candidate),
});

const plan = z.strictObject({ plan: handle });

export const credentialsImportOperations = {
  /** Refusals: `file-…`, `file-not-recognised`, `vault-locked`. */
  'credentials.previewImport': query(
    z.strictObject({ file: handle }),
    z.strictObject({
      plan: handle,
      /** Whose credentials most rows hold. */
      owner: credentialOwner,
      /** Russian name of what was recognised. */
      title: z.string(),
      fileName: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      sheets: z.array(z.string()),
      counts: z.strictObject({ ...counts, questions: z.int() }),
      /** Questions that `acceptSpelling` would answer. */
      spellingOnly: z.int(),
    }),
  ),
  'credentials.listPlanRows': query(
    listInput({ status: credentialPlanStatus, spellingOnly: z.boolean() }, ['row']).extend({
      plan: handle,
    }),
    listOutput(credentialPlanRow),
  ),
  /**
   * Applies exactly the plan, all or nothing. Refusals: `plan-unknown`, `plan-stale`,
   * `questions-open`, `answer-invalid`, `vault-locked`, `cancelled`.
   */
  'credentials.commitImport': command(
    z.strictObject({
      plan: handle,
      /** By key of the row: the person's id (a candidate or anyone of that kind), or `skip`. */
      answers: z.record(z.string(), z.union([z.literal('skip'), id])).default({}),
      /** Takes the only candidate of every row that differs by spelling alone. */
      acceptSpelling: z.boolean().default(false),
      /** What to do with questions nobody answered. */
      unanswered: z.enum(['refuse', 'skip']).default('refuse'),
    }),
    z.strictObject({
      importId: id,
      counts: z.strictObject({ ...counts, skipped: z.int() }),
    }),
  ),
  /** The rejected rows with «Почему не принято»; logins and secrets are never in it. */
  'credentials.rejectedFile': query(plan, outputFile),
} as const;
