import { z } from 'zod';
import { id, line, nothing, byIdRead, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { markMeaning } from './marks-fields.ts';
import { command, query } from './operation.ts';

/** Tables of codes: what letters of a source mean (formats.md, «Mark codes differ per source»). */

const code = z.strictObject({
  /** As the source writes it: letters in any case, `*`, `.`, `999`. */
  code: line(10),
  meaning: markMeaning,
});

export const marksCodeOperations = {
  'marks.listCodeTables': query(
    listInput({}, ['name']),
    listOutput(
      z.strictObject({
        id,
        name: z.string(),
        codes: z.array(code),
        /** Standing marks read by it, at most 1,000 counted. */
        used: z.int(),
        /** The usual table and used ones stay. */
        deletable: z.boolean(),
      }),
    ),
  ),
  /**
   * Standing marks of the table whose codes now mean something else are read anew from their text.
   * Refusals: `code-table-exists` (name), `code-table-unknown`, `code-repeated`, `code-is-mark`.
   */
  'marks.saveCodeTable': command(
    z.strictObject({ id: id.nullable(), name: line(80), codes: z.array(code).max(100), ...read }),
    z.strictObject({
      id,
      /** Marks read anew. */
      recoded: z.int(),
    }),
  ),
  /** Refusals: `code-table-unknown`, `code-table-used`. */
  'marks.deleteCodeTable': command(byIdRead, nothing),
} as const;
