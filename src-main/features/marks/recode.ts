import type { Knex } from 'knex';
import type { CodeTable } from '../../domain/mark-codes.ts';
import { canonicalCodes, hasUnknownCode, readMarkCell } from '../../domain/mark-codes.ts';
import type { Job } from '../context.ts';

/** Reads standing marks anew when the table they were read by has changed. */

/** Ids looked through between two looks at «отменить». */
const span = 50_000;

interface Spelling {
  readonly text: string;
  readonly codes: string;
}

const read = (text: string, table: CodeTable): string => canonicalCodes(readMarkCell(text, table));

/**
 * New codes of a cell, or null to leave it: what a file's own legend explained was not read by
 * the table and stays, unless something in it is still unknown.
 */
const recoded = ({ text, codes }: Spelling, was: CodeTable, is: CodeTable): string | null => {
  if (codes !== read(text, was) && !hasUnknownCode(codes)) return null;
  const next = read(text, is);
  return next === codes || next === '' ? null : next;
};

/** @returns how many rows now say something else */
export const recodeMarks = async (
  trx: Knex,
  tableId: number,
  [was, is]: readonly [CodeTable, CodeTable],
  job: Job,
): Promise<number> => {
  let count = 0;
  for (const table of ['marks', 'final_marks'] as const) {
    const [bounds]: { last: number | null }[] = await trx(table).max({ last: 'id' });
    const last = bounds?.last ?? 0;
    for (let from = 0; from < last; from += span) {
      const scope = () =>
        trx(table)
          .where({ code_table_id: tableId })
          .whereNull('ended_at')
          .where('id', '>', from)
          .where('id', '<=', from + span);
      const spellings: Spelling[] = await scope().distinct('text', 'codes');
      for (const spelling of spellings) {
        const codes = recoded(spelling, was, is);
        if (codes === null) continue;
        count += await scope()
          .where({ ...spelling })
          .update({ codes });
      }
      await job.step({ stage: 'recoding', done: Math.min(from + span, last), total: last });
    }
  }
  return count;
};
