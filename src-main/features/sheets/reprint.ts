import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { sheetsDocument } from './forms/weekly-sheets.ts';
import { countCopies } from './issue.ts';
import { issuedColumns, issuedRowOf, issuedSheets } from './lists.ts';
import type { IssuedRecord } from './lists.ts';
import { contentOf, readSheets } from './repository.ts';

/** Copies: the same sheets once more, as they were. */

const copiesKind = 'sheet-copies';

interface PreparedCopies {
  readonly ids: readonly number[];
}

/** Makes copies ready; nothing is counted. */
export const prepareCopies = async (
  { ids }: Asked<'sheets.prepareCopies'>,
  { db, documents, job, prints }: Context,
): Promise<OperationOutput<'sheets.prepareCopies'>> => {
  const wanted = [...new Set(ids)];
  const kept = await readSheets(db, wanted);
  const printed = kept.map((sheet) => ({ layout: sheet.layout, content: contentOf(sheet) }));
  const model = await sheetsDocument(printed, (await readSettings(db)).paper, job, 'copy');
  const rows: IssuedRecord[] = await issuedSheets(db)
    .modify(where, among('s.id', wanted))
    .select(issuedColumns(db));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const copies: PreparedCopies = { ids: wanted };
  return {
    document: documents.put(model),
    title: model.title,
    print: prints.put(copiesKind, copies),
    sheets: wanted.flatMap((id) => {
      const row = byId.get(id);
      return row ? [issuedRowOf(row)] : [];
    }),
  };
};

/** Counts copies that were printed. @throws OfficeError `print-unknown`, `sheet-unknown` */
export const reprintSheets = async (
  { print }: Asked<'sheets.reprint'>,
  { db, prints, afterCommit }: Context,
): Promise<OperationOutput<'sheets.reprint'>> => {
  const { ids } = prints.get<PreparedCopies>(copiesKind, print);
  await readSheets(db, ids);
  await countCopies(db, ids);
  afterCommit(() => prints.drop(print));
  return { copies: ids.length };
};
