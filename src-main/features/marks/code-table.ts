import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { CodeTable, MarkMeaning } from '../../domain/mark-codes.ts';

/** The table of the usual codes, made by the migration. */
export const usualTable = 1;

/** @throws OfficeError `code-table-unknown` */
export const readCodeTable = async (db: Knex, id: number): Promise<CodeTable> => {
  const table: unknown = await db('code_tables').where({ id }).first('id');
  if (table === undefined)
    throw new OfficeError('code-table-unknown', 'Такой таблицы кодов нет. Выберите её из списка.');
  const rows: { code: string; meaning: MarkMeaning }[] = await db('mark_codes')
    .where({ code_table_id: id })
    .orderBy('id')
    .select('code', 'meaning');
  return new Map(rows.map(({ code, meaning }) => [code, meaning]));
};
