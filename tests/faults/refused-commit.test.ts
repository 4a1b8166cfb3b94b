import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestOffice, type TestOffice } from '../support/office.ts';
import { importAndRefer } from '../support/referred-import.ts';

/** A COMMIT can fail for any reason; the writer must be out of the transaction then. */

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await office.close();
});

const save = (name: string) => office.office.call('lists.saveView', { list: 'a', name, state: {} });
const names = async () =>
  (await office.call('lists.views', { list: 'a' })).views.map(({ name }) => name);

/** The next COMMIT of the process fails so, SQLite staying inside the transaction. */
const failNextCommit = (code: string): void => {
  const real = Database.prototype.prepare;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function prepare(
    this: Database.Database,
    sql: string,
  ) {
    const statement = real.call(this, sql);
    if (!sql.startsWith('COMMIT')) return statement;
    spy.mockRestore();
    statement.run = () => {
      throw Object.assign(new Error(code), { code });
    };
    return statement;
  });
};

test.each([
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_IOERR_FSYNC', 'disk-error'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'folder-read-only'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'row-in-use'],
])('a COMMIT that fails with %s is refused and rolled back', async (code, told) => {
  await save('Прежний');
  failNextCommit(code);
  const results = await Promise.all([save('Пропавший'), save('Следующий')]);
  expect(results).toMatchObject([{ ok: false, error: { code: told } }, { ok: true }]);
  expect(await names()).toEqual(['Прежний', 'Следующий']);
  const { total } = await office.call('audit.list', {});
  expect(total).toBe(2);
});

test('what SQLite itself has rolled back is told by its own reason', async () => {
  const real = Database.prototype.prepare;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function prepare(
    this: Database.Database,
    sql: string,
  ) {
    const statement = real.call(this, sql);
    if (!sql.includes('saved_views') || !/^insert/iu.test(sql)) return statement;
    spy.mockRestore();
    statement.run = () => {
      this.exec('ROLLBACK');
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    };
    return statement;
  });
  expect(await save('Пропавший')).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  expect(await save('Следующий')).toMatchObject({ ok: true });
  expect(await names()).toEqual(['Следующий']);
});

test('an import that others refer to stays; every later command works', async () => {
  const file = join(office.folder, 'контингент.csv');
  const password = 'Лошадь батарейка-7';
  await office.call('lock.setPassword', { password, repeat: password });
  const auditId = await importAndRefer(
    (name, input) => office.office.call(name, input),
    async (text) => {
      writeFileSync(file, text);
      return office.office.register(file);
    },
    '2026-03-02',
  );
  expect(await office.refusal('audit.undo', { id: auditId })).toMatchObject({ code: 'row-in-use' });
  expect(await save('Следующий')).toMatchObject({ ok: true });
  await office.call('lock.lock', {});
  await office.call('lock.unlock', { password });
  expect((await office.call('people.listStudents', {})).total).toBe(2);
  expect(office.bugs).toEqual([]);
});
