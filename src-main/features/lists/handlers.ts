import { OfficeError } from '../../contract/errors.ts';
import type { OperationName } from '../../contract/operations.ts';
import { isOperationName } from '../../contract/operations.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { exportTable } from './export-table.ts';
import { deleteView, readViews, saveView } from './repository.ts';
import { suggest } from './suggest.ts';

/** Only list operations can be exported; anything else has no rows. */
const requireList = (name: string): OperationName => {
  if (isOperationName(name) && /\.list[A-Z]?|\.list$/u.test(name)) return name;
  throw new OfficeError('list-unknown', `Списка «${name}» нет.`);
};

export const listsHandlers: FeatureHandlers<'lists'> = {
  'lists.suggest': async ({ field, text }, { db }) => ({ values: await suggest(db, field, text) }),
  'lists.exportTable': (input, context: Context) =>
    exportTable({ ...input, operation: requireList(input.operation) }, context),
  'lists.views': async ({ list }, { db }) => ({ views: await readViews(db, list) }),
  'lists.saveView': async (input, { db }) => ({ id: await saveView(db, input) }),
  async 'lists.deleteView'({ id }, { db }) {
    await deleteView(db, id);
  },
};
