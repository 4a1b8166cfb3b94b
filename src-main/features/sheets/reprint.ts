import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, where } from '../../database/conditions.ts';
import type { Asked, Context } from '../context.ts';
import { printStale } from '../printing/index.ts';
import { readSettings } from '../settings/index.ts';
import type { CopyOf } from './copies.ts';
import { copyNumbers, countCopies, isStillNext } from './copies.ts';
import { sheetsDocument } from './forms/weekly-sheets.ts';
import { issuedColumns, issuedRowOf, issuedSheets } from './lists.ts';
import type { IssuedRecord } from './lists.ts';
import { contentOf, readSheets, sheetUnknown } from './repository.ts';
import { refuseVoid } from './void-sheets.ts';

/** Copies: the same sheets once more, as they were, with the number of the copy. */

const copiesKind = 'sheet-copies';

interface PreparedCopies {
  readonly copies: readonly CopyOf[];
}

/** Sheets in the order asked for. @throws OfficeError `sheet-unknown`, `sheet-void` */
const standingRecords = async (
  db: Knex,
  ids: readonly number[],
): Promise<readonly IssuedRecord[]> => {
  const rows: IssuedRecord[] = await issuedSheets(db)
    .modify(where, among('s.id', ids))
    .select(issuedColumns(db));
  refuseVoid(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw sheetUnknown();
    return row;
  });
};

/** Makes copies ready; nothing is counted. */
export const prepareCopies = async (
  { ids }: Asked<'sheets.prepareCopies'>,
  { db, documents, job, prints }: Context,
): Promise<OperationOutput<'sheets.prepareCopies'>> => {
  const wanted = [...new Set(ids)];
  const records = await standingRecords(db, wanted);
  const copies = records.map(copyNumbers());
  const printed = (await readSheets(db, wanted)).map((sheet, at) => {
    const content = contentOf(sheet);
    const copy = copies[at];
    return { layout: sheet.layout, content, ...(copy && { copy }) };
  });
  const model = await sheetsDocument(printed, (await readSettings(db)).paper, job);
  const prepared: PreparedCopies = { copies };
  return {
    document: documents.put(model),
    title: model.title,
    print: prints.put(copiesKind, prepared),
    sheets: records.map(issuedRowOf),
  };
};

/**
 * Counts copies that were printed.
 * @throws OfficeError `print-unknown`, `sheet-unknown`, `sheet-void`, `print-stale`
 */
export const reprintSheets = async (
  { print }: Asked<'sheets.reprint'>,
  { db, prints, afterCommit }: Context,
): Promise<OperationOutput<'sheets.reprint'>> => {
  const { copies } = prints.get<PreparedCopies>(copiesKind, print);
  const now = await standingRecords(
    db,
    copies.map(({ id }) => id),
  );
  const taken = now.filter((record, at) => copies[at] && !isStillNext(copies[at], record));
  if (taken.length > 0)
    throw printStale(taken.map(({ studentName, className }) => `${studentName}, ${className}`));
  await countCopies(db, copies);
  afterCommit(() => prints.drop(print));
  return { copies: copies.length };
};
