import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, isoTime } from './fields.ts';

/** What happened to an appeal's row: every command, and the corrections the journal prints. */

const scalar = z.union([z.string(), z.number(), z.null()]);

/** One command that touched the appeal, its resources or its work entries. */
export const appealHistoryEntry = z.strictObject({
  auditId: id,
  at: isoTime,
  actor: z.string(),
  operation: z.string(),
  /** Changed columns of the appeal's own row, e.g. `status`: before → after. */
  changes: z.array(z.strictObject({ column: z.string(), before: scalar, after: scalar })),
});

/** A correction of the child or of the day; the journal prints it under the row. */
export const appealCorrection = z.strictObject({
  id,
  correctedOn: isoDate,
  /** What stood in the journal and what stands there since, as texts of that day. */
  was: z.string(),
  became: z.string(),
  reason: z.string(),
});
export type AppealCorrection = ValueOf<typeof appealCorrection>;
