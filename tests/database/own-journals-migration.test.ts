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

const at = migrations.findIndex(({ name }) => name === '0024-own-journals');

test('0024-own-journals keeps every print as the class’s, and undo of it goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-journals-'));
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
    await old.writer('school_years').insert({
      id: 1,
      starts_on: '2025-09-01',
      ends_on: '2026-08-31',
    });
    await old.writer('classes').insert({ id: 1, school_year_id: 1, parallel: 8, letter: 'А' });
    const print = {
      id: 3,
      class_id: 1,
      period: 'term-3',
      printed_at: '2026-03-30T09:00:00Z',
      printed_on: '2026-03-30',
      leaves: 40,
      pages: 80,
      gaps: '[]',
      certified_on: null,
      certified_by: null,
    };
    await old.writer('journal_prints').insert(print);
    const certified = { certified_on: '2026-03-31', certified_by: 'Директор' };
    const sworn = await command(old, (trx) => trx('journal_prints').update(certified));
    const removed = await command(old, (trx) => trx('journal_prints').delete());
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    const rows = () => now.writer('journal_prints');
    const undo = (auditId: number) => command(now, (trx) => takeBack(trx, auditId, createJob({})));
    await undo(removed);
    expect(await rows()).toEqual([{ ...print, ...certified, student_id: null }]);
    await undo(sworn);
    expect(await rows()).toEqual([{ ...print, student_id: null }]);
    await now.writer('students').insert({
      id: 7,
      last_name: 'Ёлкина',
      first_name: 'Анна',
      search: 'елкина анна',
    });
    await now.writer('journal_prints').insert({ ...print, id: 4, student_id: 7 });
    await expect(
      now.writer('journal_prints').insert({ ...print, id: 5, student_id: 8 }),
    ).rejects.toThrow(/FOREIGN KEY/u);
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
