import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJob } from '../../src-main/app/job.ts';
import { beginAudit } from '../../src-main/database/audit-triggers.ts';
import { idsAfterLast } from '../../src-main/database/bulk.ts';
import { keepLessonFigures } from '../../src-main/database/lesson-figures.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { takeBack } from '../../src-main/features/audit/undo.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-ids-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = migrations.findIndex(({ name }) => name === '0009-row-ids');
const open = (list = migrations) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
const openOld = () => open(migrations.slice(0, at));
type Database = Awaited<ReturnType<typeof open>>;

const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
const appeal = {
  year: 2026,
  registered_on: '2026-03-02',
  student_id: 1,
  guardian_id: 1,
  student_name: 'Ёлкина Анна',
  guardian_name: 'Ёлкина Анна',
  class_name: '8А',
  parallel: 8,
  programme: 'ООО',
  subject: 'Алгебра',
  lesson_topic: 'Дроби',
  channel: 'phone',
  due_on: '2026-03-12',
  status: 'registered',
};
const statement = {
  year: 2026,
  kind: 'refusal',
  student_id: 1,
  guardian_id: 1,
  student_name: 'Ёлкина Анна',
  guardian_name: 'Ёлкина Анна',
  class_name: '8А',
  parallel: 8,
  dated: '2026-03-02',
  registered_on: '2026-03-02',
  passport_shown: 0,
  content: '{}',
};

const command = (database: Database, work: (trx: never) => Promise<unknown>): Promise<number> =>
  database.writer.transaction(async (trx) => {
    const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
    const auditId = await beginAudit(trx, entry);
    await work(trx as never);
    return auditId;
  });

/** A database of the version before: an appeal changed by a command, a deleted view, marks. */
const fillOld = async (): Promise<number> => {
  const old = await openOld();
  const db = old.writer;
  await db('students').insert(person);
  await db('guardians').insert(person);
  await db('appeals').insert({ ...appeal, id: 2026000012, number: 12, search: '12/2026 елкина' });
  await db('statements').insert({ ...statement, id: 2026000007, number: 7, search: '7/2026' });
  const changed = await command(old, (trx) =>
    (trx as typeof db)('appeals').update({ subject: 'Геометрия' }),
  );
  const view = { id: 40, list: 'a', name: 'Вид', state: '{}' };
  await command(old, (trx) => (trx as typeof db)('saved_views').insert(view));
  await command(old, (trx) => (trx as typeof db)('saved_views').delete());
  await db('school_years').insert({ starts_on: '2025-09-01', ends_on: '2026-08-31' });
  await db('classes').insert({ school_year_id: 1, parallel: 8, letter: 'А' });
  await db('subjects').insert({ name: 'Алгебра', search: 'алгебра' });
  const lesson = { class_id: 1, subject_id: 1, on_date: '2026-03-02', ordinal: 1, described: 0 };
  await db('lessons').insert({ ...lesson, audit_id: 1 });
  const mark = {
    lesson_id: 1,
    student_id: 1,
    text: '5',
    codes: '5',
    code_table_id: 1,
    audit_id: 1,
  };
  await db('marks').insert({
    ...mark,
    seen_at: '2026-03-03T09:00:00.000Z',
    entered_on: '2026-03-07',
  });
  await old.close();
  return changed;
};

const objects = (db: Database) =>
  db
    .reader('sqlite_master')
    .whereIn('type', ['index', 'trigger'])
    .whereNotNull('sql')
    .orderBy('name')
    .pluck('name');

/** Without the header, into which every opening puts its mark (database/wal.ts). */
const pagesOf = (folder: string): Buffer =>
  readFileSync(join(folder, 'office.sqlite')).subarray(100);

test('every table with ids counts them for ever; rows, indexes and the search stay', async () => {
  await fillOld();
  const old = await openOld();
  const [before, counts] = [await objects(old), await old.reader('marks').select()];
  await old.close();
  const database = await open(migrations.slice(0, at + 1));
  const { reader, writer } = database;
  expect(await objects(database)).toEqual(before);
  expect(await reader('marks').select()).toEqual(counts);
  expect(
    await reader.raw("SELECT rowid FROM appeals_search WHERE appeals_search MATCH 'елк*'"),
  ).toEqual([{ rowid: 2026000012 }]);
  await writer.raw("INSERT INTO appeals_search (appeals_search) VALUES ('integrity-check')");
  expect(await reader.raw('PRAGMA foreign_key_check')).toEqual([]);
  // Deleted before the migration, and remembered by the history only.
  expect(await writer('saved_views').insert({ list: 'a', name: 'Вид', state: '{}' })).toEqual([41]);
  await writer('saved_views').delete();
  expect((await idsAfterLast(writer, 'saved_views'))()).toBe(42);
  await database.close();
});

test('no table of today gives a row id twice', async () => {
  const database = await open();
  const { reader } = database;
  const tables: { name: string; sql: string }[] = await reader('sqlite_master').where({
    type: 'table',
  });
  const plain = tables.filter(
    ({ name, sql }) =>
      !name.startsWith('appeals_search_') &&
      /\bid INTEGER PRIMARY KEY(?! AUTOINCREMENT)/u.test(sql ?? ''),
  );
  expect(plain.map(({ name }) => name).toSorted()).toEqual(['sheet_contents', 'vault_attempts']);
  expect(tables.filter(({ name }) => name.startsWith('new_'))).toEqual([]);
  await database.close();
});

test('printed numbers stand apart from ids: old ids stay, a number may be a text', async () => {
  await fillOld();
  const database = await open();
  const { reader, writer } = database;
  expect(await reader('appeals').select('id', 'year', 'ordinal', 'number')).toEqual([
    { id: 2026000012, year: 2026, ordinal: 12, number: '12' },
  ]);
  expect(await reader('statements').select('id', 'ordinal', 'number')).toEqual([
    { id: 2026000007, ordinal: 7, number: '7' },
  ]);
  const next = { ...appeal, dated: '2026-03-02', search: '' };
  expect(await writer('appeals').insert({ ...next, ordinal: 13, number: '12а' })).toEqual([
    2026000013,
  ]);
  await expect(
    writer('appeals').insert({ ...next, ordinal: 13, number: '01-12/35' }),
  ).rejects.toThrow('UNIQUE');
  await expect(writer('appeals').insert({ ...next, ordinal: 14, number: '12а' })).rejects.toThrow(
    'UNIQUE',
  );
  await expect(writer('appeals').insert({ ...next, ordinal: 0, number: '14' })).rejects.toThrow(
    'CHECK',
  );
  await writer('statements').insert({ ...statement, ordinal: 8, number: '01-12/35', search: '' });
  await database.close();
});

test('a command of the version before is still taken back', async () => {
  const changed = await fillOld();
  const database = await open();
  await command(database, (trx) => takeBack(trx, changed, createJob({})));
  expect(await database.reader('appeals').select('subject', 'ordinal', 'number')).toEqual([
    { subject: 'Алгебра', ordinal: 12, number: '12' },
  ]);
  await database.close();
});

const figures = (database: Database) =>
  database.reader('lesson_figures').select('cells', 'graded', 'on_time', 'late', 'last_day');

test('triggers of the figures follow the rule, and only a change of it writes', async () => {
  await fillOld();
  const database = await open();
  const week = [{ cells: 1, graded: 1, on_time: 1, late: 0, last_day: '2026-03-09' }];
  expect(await figures(database)).toEqual(week);
  await keepLessonFigures(database.writer, 3);
  expect(await figures(database)).toEqual([
    { cells: 1, graded: 1, on_time: 0, late: 1, last_day: '2026-03-05' },
  ]);
  await database.writer('marks').update({ entered_on: '2026-03-05' });
  expect(await figures(database)).toMatchObject([{ on_time: 1, late: 0 }]);
  await database.close();

  await (await open()).close();
  const kept = pagesOf(folder);
  const again = await open();
  expect(await figures(again)).toEqual(week);
  await again.close();
  expect(pagesOf(folder).equals(kept)).toBe(true);
});
