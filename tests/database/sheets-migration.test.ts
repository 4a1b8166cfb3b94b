import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createJob } from '../../src-main/app/job.ts';
import { beginAudit } from '../../src-main/database/audit-triggers.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { takeBack } from '../../src-main/features/audit/undo.ts';
import { createTestClock } from '../support/clock.ts';

const at = migrations.findIndex(({ name }) => name === '0022-sheet-recipients');

test('0022-sheet-recipients: old sheets are the family’s, contents and undo stay, numbers go by recipient', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-sheets-'));
  const open = (list = migrations) =>
    openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
  try {
    const old = await open(migrations.slice(0, at));
    const command = (database: typeof old, work: (trx: typeof old.writer) => Promise<unknown>) =>
      database.writer.transaction(async (trx) => {
        const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
        const auditId = await beginAudit(trx, entry);
        await work(trx);
        return auditId;
      });
    const db = old.writer;
    const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
    await db('students').insert({ id: 1, ...person });
    await db('guardians').insert({ id: 1, ...person });
    await db('school_years').insert({ starts_on: '2025-09-01', ends_on: '2026-08-31' });
    await db('classes').insert({ school_year_id: 1, parallel: 8, letter: 'А' });
    const sheet = {
      student_id: 1,
      class_id: 1,
      week_starts_on: '2026-03-02',
      number: 1,
      mode: 'paper-refusal',
      layout: 'a4',
      sha256: 'a',
      printed_at: '2026-03-06T09:00:00.000Z',
      printed_on: '2026-03-06',
      copies: 0,
      audit_id: 1,
    };
    const put = (id: number, change: object = {}) =>
      command(old, async (trx) => {
        await trx('sheets').insert({ ...sheet, id, ...change });
        await trx('sheet_contents').insert({ id, content: '{}', audit_id: 1 });
      });
    await put(1);
    const second = await put(2, { number: 2, mode: 'paper-impossibility' });
    const handed = await command(old, (trx) =>
      trx('sheets').where({ id: 1 }).update({ handed_on: '2026-03-06' }),
    );
    const gone = await put(40, { week_starts_on: '2026-03-09' });
    const undone = await command(old, (trx) => takeBack(trx, gone, createJob({})));
    const before = await db('sheets').orderBy('id');
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    const { writer } = now;
    expect(await writer('sheets').orderBy('id')).toEqual(
      before.map((row: object) => ({ ...row, recipient_guardian_id: null, for_all: 1 })),
    );
    expect(await writer('sheet_contents').orderBy('id').pluck('id')).toEqual([1, 2]);
    await command(now, (trx) => takeBack(trx, handed, createJob({})));
    expect(await writer('sheets').where({ id: 1 }).first('handed_on')).toEqual({ handed_on: null });
    await command(now, (trx) => takeBack(trx, second, createJob({})));
    expect(await writer('sheets').orderBy('id').pluck('id')).toEqual([1]);
    await command(now, (trx) => takeBack(trx, undone, createJob({})));
    expect(await writer('sheets').where({ id: 40 }).first()).toMatchObject({
      recipient_guardian_id: null,
      for_all: 1,
    });
    await writer('sheet_contents').where({ id: 40 }).delete();
    await writer('sheets').where({ id: 40 }).delete();
    // The id of a sheet taken back is not given again; the family and a parent count by themselves.
    const mothers = { ...sheet, recipient_guardian_id: 1, for_all: 0 };
    await writer('sheets').insert(mothers);
    expect((await writer('sheets').max('id as id'))[0]).toEqual({ id: 41 });
    await expect(writer('sheets').insert(mothers)).rejects.toThrow(/UNIQUE constraint/u);
    await expect(writer('sheets').insert({ ...sheet, for_all: 1 })).rejects.toThrow(
      /UNIQUE constraint/u,
    );
    await expect(writer('sheets').insert({ ...mothers, number: 2, for_all: 1 })).rejects.toThrow(
      /CHECK constraint/u,
    );
    await expect(writer('guardians').where({ id: 1 }).delete()).rejects.toThrow('FOREIGN KEY');
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
