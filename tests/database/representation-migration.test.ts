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

const at = migrations.findIndex(({ name }) => name === '0016-representation');

test('0016-representation keeps every link, lists what a person must decide, and undo goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-representation-'));
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
    await db('students').insert([{ id: 1, ...person }]);
    const words = ['mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other'];
    for (const [index, relation] of words.entries()) {
      await db('guardians').insert({ id: index + 1, ...person });
      await db('guardianships').insert({
        id: index + 1,
        student_id: 1,
        guardian_id: index + 1,
        relation,
      });
    }
    await db('guardians').insert([
      { id: 7, ...person },
      { id: 8, ...person },
    ]);
    const linked = await command(old, (trx) =>
      trx('guardianships').insert({ id: 7, student_id: 1, guardian_id: 7, relation: 'other' }),
    );
    const changed = await command(old, (trx) =>
      trx('guardianships').where({ id: 3 }).update({ relation: 'mother' }),
    );
    const gone = { id: 40, student_id: 1, guardian_id: 8, relation: 'grandmother' };
    await command(old, (trx) => trx('guardianships').insert(gone));
    const removed = await command(old, (trx) => trx('guardianships').where({ id: 40 }).delete());
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    const links = await now.writer('guardianships').orderBy('id');
    expect(links.map(({ id, relation, doubt }) => [id, relation, doubt])).toEqual([
      [1, 'mother', null],
      [2, 'father', null],
      [3, 'mother', null],
      [4, 'not-representative', 'was-grandparent-or-other'],
      [5, 'guardian', null],
      [6, 'not-representative', 'was-grandparent-or-other'],
      [7, 'not-representative', 'was-grandparent-or-other'],
    ]);
    expect(links[0]).toMatchObject({ basis: null, lives_apart: 0, after_majority: 0 });
    const undo = (auditId: number) => command(now, (trx) => takeBack(trx, auditId, createJob({})));
    await undo(changed);
    await undo(linked);
    await undo(removed);
    const after = await now.writer('guardianships').orderBy('id').select('id', 'relation', 'doubt');
    expect(after.filter(({ id }) => [3, 7, 40].includes(id))).toEqual([
      { id: 3, relation: 'not-representative', doubt: 'was-grandparent-or-other' },
      { id: 40, relation: 'not-representative', doubt: 'was-grandparent-or-other' },
    ]);
    // The id of a link that was deleted before is not given again.
    await now.writer('guardianships').where({ id: 40 }).delete();
    await now.writer('guardianships').insert({ student_id: 1, guardian_id: 8, relation: 'mother' });
    expect((await now.writer('guardianships').max('id as id'))[0]).toEqual({ id: 41 });
    const wrong = { student_id: 1, guardian_id: 7, relation: 'mother', after_majority: 1 };
    await expect(now.writer('guardianships').insert(wrong)).rejects.toThrow(/constraint failed/u);
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
