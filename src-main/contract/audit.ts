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

const count = z.int().nonnegative();

/** A command in figures and values; the screens have the words. */
export const auditDescription = z.strictObject({
  id,
  at: isoTime,
  operation: z.string(),
  undone: z.boolean(),
  /** Name of the imported file. */
  file: z.string().nullable(),
  tables: z.array(
    z.strictObject({ table: z.string(), created: count, changed: count, deleted: count }),
  ),
  rows: count,
  /** The table the command was about, and what all its rows of it share. */
  object: z
    .strictObject({
      table: z.string(),
      parts: z.array(
        z.strictObject({
          kind: z.enum(['text', 'person', 'class', 'date', 'week', 'setting']),
          value: z.string(),
        }),
      ),
    })
    .nullable(),
  /**
   * Papers the command printed, those it made void (`sheets-again`: they stand again without it),
   * and papers printed since that show what it changed.
   */
  printed: z.array(
    z.strictObject({
      kind: z.enum(['sheets', 'sheets-again', 'journals', 'sheets-since']),
      rows: count,
    }),
  ),
  /** Taking it back erases passwords or scans, which nothing brings back. */
  losesSecret: z.boolean(),
  obstacle: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  /** Rows of other commands that refer to what this one added. */
  usedBy: z.array(z.strictObject({ table: z.string(), rows: count })),
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
  /** What a command did, and whether it can be taken back, or brought back when it is undone. */
  'audit.describe': query(z.strictObject({ id }), auditDescription),
  /** Takes a command back: refused when a later change touched the same rows. */
  'audit.undo': command(z.strictObject({ id }), nothing, { undoable: false }),
  /** Brings back what was taken back; `id` is the command's, not the undo's. Refused as an undo is. */
  'audit.redo': command(z.strictObject({ id }), nothing, { undoable: false }),
} as const;
