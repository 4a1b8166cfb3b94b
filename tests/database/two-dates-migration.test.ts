import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJob } from '../../src-main/app/job.ts';
import { beginAudit } from '../../src-main/database/audit-triggers.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { takeBack } from '../../src-main/features/audit/undo.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-dates-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = migrations.findIndex(({ name }) => name === '0018-two-dates');
const open = (list = migrations) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
type Database = Awaited<ReturnType<typeof open>>;

const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
const appeal = {
  year: 2026,
  ordinal: 12,
  number: '12',
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
  search: '12/2026 елкина',
};

const command = (
  { writer }: Database,
  work: (trx: Database['writer']) => Promise<unknown>,
): Promise<number> =>
  writer.transaction(async (trx) => {
    const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
    const auditId = await beginAudit(trx, entry);
    await work(trx);
    return auditId;
  });

/** The version before: two appeals with hours and a resource, a change of one, a deleted third. */
const fillOld = async (): Promise<number> => {
  const old = await open(migrations.slice(0, at));
  const db = old.writer;
  for (const table of ['students', 'guardians', 'teachers']) await db(table).insert(person);
  await db('appeals').insert({ ...appeal, id: 2026000012 });
  await db('appeals').insert({ ...appeal, ordinal: 13, number: '13', search: '13/2026 елкина' });
  await db('appeals').insert({ ...appeal, ordinal: 14, number: '14' });
  await db('appeals').where({ ordinal: 14 }).delete();
  await db('counters').insert({ register: 'appeals', year: 2026, last: 14 });
  const work = { teacher_id: 1, worked_on: '2026-03-03', quarter_hours: 2, kind: 'search' };
  await db('work_entries').insert({ ...work, appeal_id: 2026000012 });
  const resource = { title: 'а', subject: 'а', parallel: 8, topic: 'а', url: 'а', search: 'а' };
  await db('resources').insert({ ...resource, posted_on: '2026-03-03' });
  const link = { appeal_id: 2026000012, resource_id: 1, given_on: '2026-03-03' };
  await db('appeal_resources').insert(link);
  const changed = await command(old, (trx) =>
    trx('appeals').where({ ordinal: 12 }).update({ subject: 'Геометрия' }),
  );
  await old.close();
  return changed;
};

test('old appeals were filed on the day of their registration; nothing else of them changes', async () => {
  await fillOld();
  const old = await open(migrations.slice(0, at));
  const before: object[] = await old.reader('appeals').select();
  await old.close();
  const database = await open(migrations.slice(0, at + 1));
  const { reader, writer } = database;
  expect(await reader('appeals').select()).toEqual(
    before.map((row) => ({ ...row, dated: '2026-03-02', letter: null, letter_reason: null })),
  );
  expect(await reader.raw('PRAGMA foreign_key_check')).toEqual([]);
  expect(
    await reader.raw("SELECT rowid FROM appeals_search WHERE appeals_search MATCH 'елк*'"),
  ).toEqual([{ rowid: 2026000012 }, { rowid: 2026000013 }]);
  await writer.raw("INSERT INTO appeals_search (appeals_search) VALUES ('integrity-check')");
  expect(await reader('counters').where({ register: 'appeals' }).pluck('last')).toEqual([14]);
  // The id of the deleted one is not given again.
  const next = { ...appeal, dated: '2026-03-02', ordinal: 14, number: '14' };
  expect(await writer('appeals').insert(next)).toEqual([2026000015]);
  await database.close();
});

test('a letter stands once under its number, with its reason; a paper is not from the future', async () => {
  await fillOld();
  const database = await open();
  const { writer } = database;
  const letter = { ...appeal, dated: '2026-03-01', letter: 'а', number: '12а' };
  const reason = { letter_reason: 'забыта' };
  await expect(writer('appeals').insert(letter)).rejects.toThrow('CHECK');
  await writer('appeals').insert({ ...letter, ...reason });
  await expect(writer('appeals').insert({ ...letter, ...reason, number: '12б' })).rejects.toThrow(
    'UNIQUE',
  );
  const again = { ...appeal, dated: '2026-03-02', number: '12/2' };
  await expect(writer('appeals').insert(again)).rejects.toThrow('UNIQUE');
  const late = { ...appeal, ordinal: 15, number: '15', dated: '2026-03-03' };
  await expect(writer('appeals').insert(late)).rejects.toThrow('CHECK');
  await expect(writer('appeals').where({ ordinal: 12 }).delete()).rejects.toThrow('FOREIGN KEY');
  await database.close();
});

test('a command of the version before is still taken back', async () => {
  const changed = await fillOld();
  const database = await open();
  await command(database, (trx) => takeBack(trx, changed, createJob({})));
  expect(
    await database.reader('appeals').where({ ordinal: 12 }).select('subject', 'dated'),
  ).toEqual([{ subject: 'Алгебра', dated: '2026-03-02' }]);
  await database.close();
});
