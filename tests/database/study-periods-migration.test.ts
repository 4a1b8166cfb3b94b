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

const at = migrations.findIndex(({ name }) => name === '0020-study-periods');

test('0020-study-periods keeps home teaching under its ids, and undo of it goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-study-'));
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
    const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
    await old.writer('students').insert({ id: 1, ...person });
    const period = { id: 5, student_id: 1, starts_on: '2026-01-12', ends_on: '2026-01-30' };
    await old.writer('home_schooling').insert(period);
    const longer = await command(old, (trx) => trx('home_schooling').update({ ends_on: null }));
    const added = await command(old, (trx) =>
      trx('home_schooling').insert({ ...period, id: 9, starts_on: '2025-12-01' }),
    );
    const removed = await command(old, (trx) => trx('home_schooling').where({ id: 9 }).delete());
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    const home = { form: 'full-time', place: 'home' };
    const rows = () => now.writer('study_periods').orderBy('id');
    expect(await rows()).toEqual([{ ...period, ends_on: null, ...home }]);
    const undo = (auditId: number) => command(now, (trx) => takeBack(trx, auditId, createJob({})));
    await undo(removed);
    expect(await rows()).toMatchObject([{ id: 5 }, { id: 9, ...home }]);
    await undo(added);
    await undo(longer);
    expect(await rows()).toEqual([{ ...period, ...home }]);
    const [id] = await now.writer('study_periods').insert({ ...period, id: undefined, ...home });
    expect(id).toBe(10);
    for (const wrong of [
      { form: 'full-time', place: 'school' },
      { form: 'family', place: 'home' },
    ])
      await expect(
        now.writer('study_periods').insert({ ...period, id: undefined, ...wrong }),
      ).rejects.toThrow(/constraint failed/u);
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
