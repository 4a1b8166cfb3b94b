import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

test('0010-issue-take-back keeps what was issued; nothing of it waits', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-take-back-'));
  const clock = createTestClock('2026-03-02');
  const at = migrations.findIndex(({ name }) => name === '0010-issue-take-back');
  const open = (list = migrations) =>
    openDatabase({ folder, program: 'проверка', clock, migrations: list });
  try {
    const before = await open(migrations.slice(0, at));
    const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
    await before.writer('students').insert({ id: 7, ...person });
    const issued = { state: 'issued', received_on: '2026-03-01', issued_on: '2026-03-02' };
    const row = { id: 3, owner: 'student', student_id: 7, kind: 'password', login: 'a', signed: 1 };
    await before.writer('credentials').insert({ ...row, ...issued });
    const event = { credential_id: 3, on_date: '2026-03-02' };
    await before.writer('credential_events').insert({ ...event, kind: 'issued', signed: 1 });
    await before.close();
    const { writer: db, close } = await open(migrations.slice(0, at + 1));
    expect(await db('credentials')).toMatchObject([{ ...row, ...issued, wipe_after: null }]);
    expect(await db('credential_events')).toMatchObject([{ kind: 'issued', taken_back_on: null }]);
    const other = { ...event, kind: 'received', taken_back_on: '2026-03-02' };
    await expect(db('credential_events').insert(other)).rejects.toThrow(/constraint failed/u);
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
