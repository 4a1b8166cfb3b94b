import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked, Context } from '../context.ts';
import { countCopies } from './issue.ts';
import { showSheets } from './preview.ts';

/** The same sheets once more, as they were; each is counted as a copy. */
export const reprintSheets = async (
  { ids }: Asked<'sheets.reprint'>,
  context: Context,
): Promise<OperationOutput<'sheets.reprint'>> => {
  const wanted = [...new Set(ids)];
  const document = await showSheets({ ids: wanted }, context);
  await countCopies(context.db, wanted);
  return { ...document, copies: wanted.length };
};
