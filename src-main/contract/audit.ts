import { z } from 'zod';
import { id, isoTime, nothing } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';

export const auditRow = z.strictObject({
  id,
  at: isoTime,
  actor: z.string(),
  operation: z.string(),
  changes: z.int(),
  undoable: z.boolean(),
  /** Taken back, and may be brought back. */
  redoable: z.boolean(),
  /** The undo that took it back. */
  undoneBy: id.nullable(),
});

export const auditOperations = {
  'audit.list': query(
    listInput({ operation: z.string(), from: z.string(), to: z.string() }, ['at']),
    listOutput(auditRow),
  ),
  /** The rows a command changed, before and after. */
  'audit.changes': query(
    z.strictObject({ id }),
    z.strictObject({
      changes: z.array(
        z.strictObject({
          table: z.string(),
          rowId: id,
          before: z.record(z.string(), z.unknown()).nullable(),
          after: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
      total: z.int(),
    }),
  ),
  /** Takes a command back: refused when a later change touched the same rows. */
  'audit.undo': command(z.strictObject({ id }), nothing, { undoable: false }),
  /** Brings back what was taken back; `id` is the command's, not the undo's. Refused as an undo is. */
  'audit.redo': command(z.strictObject({ id }), nothing, { undoable: false }),
} as const;
