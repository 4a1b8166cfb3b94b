import { z } from 'zod';
import { handle, id, outputFile } from './fields.ts';
import {
  appliedCounts,
  planCandidate,
  planRowFields,
  planStatus,
  planTicket,
  previewFields,
  unanswered,
} from './imports.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { credentialKind, credentialOwner } from './credentials-fields.ts';

/**
 * Import of credentials (formats.md I, J): preview → answers → commit. The preview is the plan
 * that is applied; no answer of these operations holds a password or a code.
 */

/** A student or a guardian, by `owner` of the row; a child is named with the class. */
const candidate = planCandidate.extend({
  /** Russian: why it is not certain. */
  doubts: z.array(z.string()),
});

export const credentialPlanRow = z.strictObject({
  ...planRowFields,
  owner: credentialOwner.nullable(),
  kind: credentialKind.nullable(),
  login: z.string().nullable(),
  /** The only doubt is the spelling (ё/е, hyphen): `acceptSpelling` answers it. */
  spellingOnly: z.boolean(),
  candidates: z.array(candidate),
});

export const credentialsImportOperations = {
  /** Refusals: `file-…`, `file-not-recognised`, `vault-locked`. */
  'credentials.previewImport': query(
    z.strictObject({ file: handle }),
    z.strictObject({
      ...previewFields,
      /** Whose credentials most rows hold. */
      owner: credentialOwner,
      /** Questions that `acceptSpelling` would answer. */
      spellingOnly: z.int(),
    }),
  ),
  'credentials.listPlanRows': query(
    listInput({ status: planStatus, spellingOnly: z.boolean() }, ['row']).extend(planTicket.shape),
    listOutput(credentialPlanRow),
  ),
  /**
   * Applies exactly the plan, all or nothing. Refusals: `plan-unknown`, `plan-stale`,
   * `questions-open`, `answer-invalid`, `vault-locked`, `cancelled`.
   */
  'credentials.commitImport': command(
    planTicket.extend({
      /** By key of the row: the person's id (a candidate or anyone of that kind), or `skip`. */
      answers: z.record(z.string(), z.union([z.literal('skip'), id])).default({}),
      /** Takes the only candidate of every row that differs by spelling alone. */
      acceptSpelling: z.boolean().default(false),
      unanswered,
    }),
    z.strictObject({ importId: id, counts: appliedCounts }),
  ),
  /** The rejected rows with «Почему не принято»; logins and secrets are never in it. */
  'credentials.rejectedFile': query(planTicket, outputFile),
} as const;
