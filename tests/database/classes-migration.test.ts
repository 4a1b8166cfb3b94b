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

const at = migrations.findIndex(({ name }) => name === '0021-classes-0-12');
const tables = ['parallels', 'terms', 'holidays', 'classes', 'resources'] as const;

test('0021-classes-0-12 keeps every row and its history, and allows 0 and 12', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-classes-'));
  const open = (list = migrations) =>
    openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
  type Opened = Awaited<ReturnType<typeof open>>;
  const command = (database: Opened, work: (trx: Opened['writer']) => Promise<unknown>) =>
    database.writer.transaction(async (trx) => {
      const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
      const auditId = await beginAudit(trx, entry);
      await work(trx);
      return auditId;
    });
  const all = async ({ writer }: Opened) =>
    await Promise.all(tables.map(async (table) => await writer(table).orderBy('id')));
  try {
    const old = await open(migrations.slice(0, at));
    const db = old.writer;
    await db('school_years').insert({ id: 1, starts_on: '2025-09-01', ends_on: '2026-08-31' });
    const own = { school_year_id: 1, parallel: 8 };
    const span = { starts_on: '2025-09-01', ends_on: '2025-10-24' };
    await db('parallels').insert({ id: 3, ...own, week_days: 5, term_kind: 'quarter' });
    await db('terms').insert({ id: 4, ...own, ordinal: 1, ...span });
    await db('holidays').insert([
      { id: 5, ...own, parallel: null, kind: 'other', title: 'День школы', ...span },
    ]);
    await db('classes').insert({ id: 6, ...own, letter: 'А', programme_name: 'АООП' });
    await db('resources').insert({
      id: 7,
      title: 'Дроби',
      subject: 'Алгебра',
      parallel: 8,
      topic: 'Дроби',
      url: 'https://а.рф',
      posted_on: '2026-03-02',
      search: 'дроби',
    });
    const changed = await command(old, (trx) => trx('classes').update({ letter: 'Б' }));
    const added = await command(old, (trx) =>
      trx('classes').insert({ id: 40, ...own, letter: 'В' }),
    );
    await command(old, (trx) => trx('classes').where({ id: 40 }).delete());
    const before = await all(old);
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    expect(await all(now)).toEqual(before);
    await command(now, (trx) => takeBack(trx, changed, createJob({})));
    expect(await now.writer('classes')).toMatchObject([{ id: 6, letter: 'А' }]);
    expect(added).toBeGreaterThan(0);
    // The id of a class that was deleted before is not given again.
    const [id] = await now.writer('classes').insert({ ...own, parallel: 0, letter: '' });
    expect(id).toBe(41);
    await now.writer('classes').insert({ ...own, parallel: 12, letter: '' });
    for (const parallel of [-1, 13])
      await expect(now.writer('classes').insert({ ...own, parallel, letter: '' })).rejects.toThrow(
        /constraint failed/u,
      );
    const indexes = await now.writer('sqlite_master').where({ name: 'resources_by_posted' });
    expect(indexes).toHaveLength(1);
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
