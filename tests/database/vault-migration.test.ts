import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { trackedTables } from '../../src-main/database/audit-triggers.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const upTo = (name: string) =>
  migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1);
const open = (last: string) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: upTo(last) });

test('0004-vault adds its tables to a database with data, outside the audit', async () => {
  const old = await open('0003-registers');
  await old.writer('settings').insert({ key: 'school', value: '{"name":"Школа"}' });
  await old.writer('teachers').insert({ last_name: 'Ёлкина', first_name: 'А', search: 'елкина' });
  await old.close();

  const database = await open('0004-vault');
  try {
    expect(await database.reader('teachers').select('last_name')).toEqual([
      { last_name: 'Ёлкина' },
    ]);
    expect(await database.reader('settings').where({ key: 'school' }).select('key')).toEqual([
      { key: 'school' },
    ]);
    expect(await database.reader('vault_keys')).toEqual([]);
    expect(await database.reader('vault_attempts')).toEqual([{ id: 1, count: 0, last_at: 0 }]);
    const tracked = await trackedTables(database.writer);
    expect(tracked).toContain('teachers');
    expect(tracked.filter((name) => name.startsWith('vault'))).toEqual([]);
    const [{ secure_delete: erases }] = await database.writer.raw('PRAGMA secure_delete');
    expect(erases).toBe(1);
  } finally {
    await database.close();
  }
});
