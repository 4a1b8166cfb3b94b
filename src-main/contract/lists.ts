import { z } from 'zod';
import { id, line, nothing, outputFile, byIdRead, read } from './fields.ts';
import { command, query } from './operation.ts';

/**
 * Every list of the program has the same question and the same answer, so that one table
 * component, one XLSX export and one saved-view store serve them all.
 */
export const listInput = <F extends z.ZodRawShape, const C extends readonly [string, ...string[]]>(
  filters: F,
  sortColumns: C,
) =>
  z.strictObject({
    /** Free text; every word must occur, ё = е, hyphens and case ignored. */
    search: z.string().max(200).default(''),
    filters: z
      .strictObject(filters)
      .partial()
      .default({} as never),
    sort: z
      .strictObject({ column: z.enum(sortColumns), descending: z.boolean().default(false) })
      .nullable()
      .default(null),
    offset: z.int().min(0).default(0),
    /** Rows of a page; the XLSX export asks for the largest. */
    limit: z.int().min(1).max(1_000_000).default(100),
  });

export const listOutput = <R extends z.ZodType>(row: R) =>
  z.strictObject({ total: z.int(), rows: z.array(row) });

/** How a cell of a list is written to XLSX. */
export const exportColumn = z.strictObject({
  key: line(60),
  title: line(120),
  kind: z.enum(['text', 'number', 'date', 'hours', 'choice']),
  /** Russian words of a choice column, by value. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const viewName = line(60);

export const listsOperations = {
  /** Words typed before in the same field, most frequent first. */
  'lists.suggest': query(
    z.strictObject({ field: line(60), text: z.string().max(200).default('') }),
    z.strictObject({ values: z.array(z.string()) }),
  ),
  /** Writes the whole list, as filtered and sorted, to an XLSX file. */
  'lists.exportTable': query(
    z.strictObject({
      operation: line(80),
      title: line(200),
      input: z.record(z.string(), z.unknown()),
      columns: z.array(exportColumn).min(1).max(60),
    }),
    outputFile,
  ),
  'lists.views': query(
    z.strictObject({ list: line(60) }),
    z.strictObject({
      views: z.array(z.strictObject({ id, name: viewName, state: z.unknown() })),
    }),
  ),
  'lists.saveView': command(
    z.strictObject({
      list: line(60),
      name: viewName,
      state: z.record(z.string(), z.unknown()),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  'lists.deleteView': command(byIdRead, nothing),
} as const;
