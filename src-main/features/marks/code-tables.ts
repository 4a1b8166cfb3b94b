import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { CodeTable, MarkMeaning } from '../../domain/mark-codes.ts';
import { canonicalCodes, codeKey, hasUnknownCode, readMarkCell } from '../../domain/mark-codes.ts';
import { fold } from '../../domain/names.ts';
import type { Asked, Job } from '../context.ts';
import type { MemoryListOf } from '../lists/index.ts';
import { byText, pageInMemory } from '../lists/index.ts';

type TableForm = Asked<'marks.saveCodeTable'>;

/** The table of the usual codes, made by the migration. */
const usualTable = 1;

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

/** Marks of a table are counted up to here: the screens say «1 000 и больше». */
const mostCounted = 1000;

const useOf = async (db: Knex, id: number): Promise<number> => {
  const [row]: { used: number }[] = await db.raw(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM marks WHERE code_table_id = ? LIMIT ?))
       + (SELECT count(*) FROM (SELECT 1 FROM final_marks WHERE code_table_id = ? LIMIT ?)) AS used`,
    [id, mostCounted, id, mostCounted],
  );
  return Math.min(row?.used ?? 0, mostCounted);
};

interface Named {
  readonly id: number;
  readonly name: string;
}

const list: MemoryListOf<'marks.listCodeTables', Named> = {
  search: ({ name }) => name,
  filters: {},
  columns: { name: byText(({ name }) => name) },
  usual: null,
};

export const listCodeTables = async (
  db: Knex,
  question: Asked<'marks.listCodeTables'>,
): Promise<OperationOutput<'marks.listCodeTables'>> => {
  const tables: Named[] = await db('code_tables').orderBy('id');
  const { total, rows } = pageInMemory(tables, question, list);
  const shown = rows.map(async ({ id, name }) => {
    const table = await readCodeTable(db, id);
    const codes = [...table].map(([code, meaning]) => ({ code, meaning }));
    const used = await useOf(db, id);
    return { id, name, codes, used, deletable: id !== usualTable && used === 0 };
  });
  return { total, rows: await Promise.all(shown) };
};

/**
 * A slash divides marks, so it may only stand between letters: «Н/А».
 * @throws OfficeError `code-is-mark`, `code-repeated`
 */
const tidyCodes = ({ codes }: TableForm): ReadonlyMap<string, MarkMeaning> => {
  const table = new Map<string, MarkMeaning>();
  codes.forEach(({ code, meaning }, index) => {
    const key = codeKey(code);
    const path = `codes.${index}.code`;
    if (/^[1-5][+-]*$/u.test(key) || /[\s,;?]|(?:^|\d)\/|\/(?:\d|$)/u.test(key))
      throw fieldError('code-is-mark', path, `«${code}» читается как оценка, а не как код.`);
    if (table.has(key)) throw fieldError('code-repeated', path, `Код «${code}» указан дважды.`);
    table.set(key, meaning);
  });
  return table;
};

const refuseNameTaken = async (trx: Knex, { id, name }: TableForm): Promise<void> => {
  const tables: { id: number; name: string }[] = await trx('code_tables');
  if (!tables.some((table) => table.id !== id && fold(table.name) === fold(name))) return;
  throw fieldError('code-table-exists', 'name', 'Таблица кодов с таким названием уже есть.');
};

/** Only what differs is written, so that the history shows real changes. */
const writeCodes = async (
  trx: Knex,
  tableId: number,
  was: ReadonlyMap<string, MarkMeaning>,
  is: ReadonlyMap<string, MarkMeaning>,
): Promise<void> => {
  for (const code of was.keys())
    if (!is.has(code)) await trx('mark_codes').where({ code_table_id: tableId, code }).delete();
  for (const [code, meaning] of is) {
    const before = was.get(code);
    if (before === undefined)
      await trx('mark_codes').insert({ code_table_id: tableId, code, meaning });
    else if (before !== meaning)
      await trx('mark_codes').where({ code_table_id: tableId, code }).update({ meaning });
  }
};

/** Ids looked through between two looks at «отменить». */
const span = 50_000;

interface Spelling {
  readonly text: string;
  readonly codes: string;
}

const codesOf = (text: string, table: CodeTable): string =>
  canonicalCodes(readMarkCell(text, table));

/**
 * New codes of a cell, or null to leave it: what a file's own legend explained was not read by
 * the table and stays, unless something in it is still unknown.
 */
const recoded = ({ text, codes }: Spelling, was: CodeTable, is: CodeTable): string | null => {
  if (codes !== codesOf(text, was) && !hasUnknownCode(codes)) return null;
  const next = codesOf(text, is);
  return next === codes || next === '' ? null : next;
};

/**
 * Reads standing marks anew when the table they were read by has changed.
 * @returns how many rows now say something else
 */
const recodeMarks = async (
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

/** @throws OfficeError `code-table-exists`, `code-table-unknown`, `code-repeated`, `code-is-mark` */
export const saveCodeTable = async (
  trx: Knex,
  form: TableForm,
  job: Job,
): Promise<OperationOutput<'marks.saveCodeTable'>> => {
  const is = tidyCodes(form);
  await refuseNameTaken(trx, form);
  if (form.id === null) {
    const [made] = await trx('code_tables').insert({ name: form.name });
    await writeCodes(trx, made as number, new Map(), is);
    return { id: made as number, recoded: 0 };
  }
  const was = await readCodeTable(trx, form.id);
  await trx('code_tables')
    .where({ id: form.id })
    .whereNot({ name: form.name })
    .update({ name: form.name });
  await writeCodes(trx, form.id, was, is);
  return { id: form.id, recoded: await recodeMarks(trx, form.id, [was, is], job) };
};

/** @throws OfficeError `code-table-unknown`, `code-table-used` */
export const deleteCodeTable = async (trx: Knex, id: number): Promise<void> => {
  await readCodeTable(trx, id);
  if (id === usualTable || (await useOf(trx, id)) > 0)
    throw new OfficeError(
      'code-table-used',
      id === usualTable
        ? 'Обычную таблицу кодов удалить нельзя: по ней читают то, что набирают вручную.'
        : 'По этой таблице прочитаны оценки. Её можно изменить, но не удалить.',
    );
  await trx('mark_codes').where({ code_table_id: id }).delete();
  await trx('code_tables').where({ id }).delete();
};
