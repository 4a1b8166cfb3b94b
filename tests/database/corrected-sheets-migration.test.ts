import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJob } from '../../src-main/app/job.ts';
import { sheetRules } from '../../src-main/contract/sheets-fields.ts';
import { beginAudit } from '../../src-main/database/audit-triggers.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { takeBack } from '../../src-main/features/audit/undo.ts';
import { createTestClock } from '../support/clock.ts';

const at = migrations.findIndex(({ name }) => name === '0026-corrected-sheets');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-corrected-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (list = migrations.slice(0, at + 1)) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
type Database = Awaited<ReturnType<typeof open>>;

const command = ({ writer }: Database, work: (trx: Database['writer']) => Promise<unknown>) =>
  writer.transaction(async (trx) => {
    const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
    const auditId = await beginAudit(trx, entry);
    await work(trx);
    return auditId;
  });

const undo = (database: Database, auditId: number) =>
  command(database, (trx) => takeBack(trx, auditId, createJob({})));

const rulesOf = async ({ writer }: Database) => {
  const row = await writer('settings').where({ key: 'sheets' }).first('value');
  const { homework, homeworkOnRefusal } = sheetRules.parse(JSON.parse(row?.value ?? '{}'));
  return { homework, homeworkOnRefusal };
};

const sheet = {
  student_id: 1,
  class_id: 1,
  week_starts_on: '2026-03-02',
  number: 1,
  mode: 'paper-impossibility',
  layout: 'a4',
  sha256: 'a',
  printed_at: '2026-03-06T09:00:00.000Z',
  printed_on: '2026-03-06',
  copies: 2,
  for_all: 1,
  audit_id: 1,
};

test('0026-corrected-sheets: printed sheets stand as they were, and what was done can be taken back', async () => {
  const old = await open(migrations.slice(0, at));
  const db = old.writer;
  await db('students').insert({ id: 1, last_name: 'Ёлкина', first_name: 'Анна', search: 'е' });
  await db('school_years').insert({ starts_on: '2025-09-01', ends_on: '2026-08-31' });
  await db('classes').insert({ school_year_id: 1, parallel: 8, letter: 'А' });
  const put = (id: number, change: object = {}) =>
    command(old, async (trx) => {
      await trx('sheets').insert({ ...sheet, id, ...change });
      await trx('sheet_contents').insert({ id, content: '{}', audit_id: 1 });
    });
  await put(1);
  // Two different sheets of one week, not handed over: both stood, and none is declared void.
  const second = await put(2, { number: 2 });
  const handed = await command(old, (trx) =>
    trx('sheets').where({ id: 1 }).update({ handed_on: '2026-03-06' }),
  );
  const gone = await put(3, { week_starts_on: '2026-03-09' });
  const undone = await undo(old, gone);
  const before = await db('sheets').orderBy('id');
  await old.close();

  const now = await open();
  const { writer } = now;
  expect(await writer('sheets').orderBy('id')).toEqual(
    before.map((row: object) => ({ ...row, replaced_by: null })),
  );
  await undo(now, undone);
  expect(await writer('sheets').where({ id: 3 }).first()).toMatchObject({ replaced_by: null });
  // A void sheet is not handed over, and one that was is not made void.
  const replaced = writer('sheets').where({ id: 1 }).update({ replaced_by: 2 });
  await expect(replaced).rejects.toThrow('CHECK constraint');
  await undo(now, handed);
  await writer('sheets').where({ id: 1 }).update({ replaced_by: 2 });
  await expect(
    writer('sheets').where({ id: 1 }).update({ handed_on: '2026-03-06' }),
  ).rejects.toThrow('CHECK constraint');
  await expect(writer('sheets').where({ id: 2 }).delete()).rejects.toThrow('FOREIGN KEY');
  await writer('sheets').where({ id: 1 }).update({ replaced_by: null });
  await undo(now, second);
  expect(await writer('sheets').orderBy('id').pluck('id')).toEqual([1, 3]);
  await now.close();
});

describe('0026-corrected-sheets: homework of refusing families', () => {
  const usual = { layout: 'a4', averages: true, perHousehold: true, countFrom: null };
  const save = (database: Database, homework: boolean) =>
    command(database, async (trx) => {
      const value = JSON.stringify({ ...usual, homework });
      if ((await trx('settings').where({ key: 'sheets' }).update({ value })) === 0)
        await trx('settings').insert({ key: 'sheets', value });
    });
  test.each([
    ['never saved: as the program has it', [], { homework: true, homeworkOnRefusal: false }],
    [
      'saved with homework on, as it was from the beginning: not known to be chosen',
      [true],
      { homework: true, homeworkOnRefusal: false },
    ],
    ['switched off: nobody gets it', [true, false], { homework: false, homeworkOnRefusal: false }],
    [
      'switched off and on again: chosen',
      [false, true],
      { homework: true, homeworkOnRefusal: true },
    ],
  ] as const)('%s', async (_name, saved, expected) => {
    const old = await open(migrations.slice(0, at));
    for (const homework of saved) await save(old, homework);
    await old.close();
    const now = await open();
    expect(await rulesOf(now)).toEqual(expected);
    await now.close();
  });

  test('what was saved before can still be taken back', async () => {
    const old = await open(migrations.slice(0, at));
    await save(old, false);
    const last = await save(old, true);
    await old.close();
    const now = await open();
    await undo(now, last);
    expect(await rulesOf(now)).toEqual({ homework: false, homeworkOnRefusal: false });
    await now.close();
  });
});
