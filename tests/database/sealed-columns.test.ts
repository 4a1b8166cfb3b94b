import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJob } from '../../src-main/app/job.ts';
import { beginAudit } from '../../src-main/database/audit-triggers.ts';
import { type Migration, migrations } from '../../src-main/database/migrations/index.ts';
import { type OfficeDatabase, openDatabase } from '../../src-main/database/open.ts';
import { takeBack } from '../../src-main/features/audit/undo.ts';
import { createTestClock } from '../support/clock.ts';

const lockers: Migration = {
  name: '9999-lockers',
  statements: [
    'CREATE TABLE lockers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sealed_code BLOB) STRICT',
  ],
};

let folder = '';
let database: OfficeDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-sealed-'));
  database = await openDatabase({
    folder,
    program: 'проверка',
    clock: createTestClock(),
    migrations: [...migrations, lockers],
  });
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const command = (work: (trx: Knex.Transaction) => Promise<unknown>): Promise<number> =>
  database.writer.transaction(async (trx) => {
    const entry = { at: '2026-03-02T09:00:00Z', actor: 'а', operation: 'x', undoable: true };
    const auditId = await beginAudit(trx, entry);
    await work(trx);
    return auditId;
  });
const undo = (id: number) => command((trx) => takeBack(trx, id, createJob({})));
const rows = () => database.reader('lockers').select();
const changed = async (id: number) =>
  (await database.reader('audit_changes').where({ audit_id: id }).select('before', 'after')).map(
    ({ before, after }) => [before, after],
  );

const insert = () =>
  command((trx) => trx('lockers').insert({ id: 1, name: 'Первый', sealed_code: Buffer.of(1) }));

test('images of the audit leave sealed columns out, on every kind of change', async () => {
  const named = '{"id":1,"name":"Первый"}';
  expect(await changed(await insert())).toEqual([[null, named]]);
  const update = await command((trx) => trx('lockers').update({ sealed_code: Buffer.of(2) }));
  expect(await changed(update)).toEqual([[named, named]]);
  expect(await changed(await command((trx) => trx('lockers').delete()))).toEqual([[named, null]]);
});

test('undo restores the open columns and leaves the sealed value as it is now', async () => {
  await insert();
  const renamed = await command((trx) =>
    trx('lockers').update({ name: 'Второй', sealed_code: Buffer.of(2) }),
  );
  await command((trx) => trx('lockers').update({ sealed_code: Buffer.of(3) }));
  await undo(renamed);
  expect(await rows()).toEqual([{ id: 1, name: 'Первый', sealed_code: Buffer.of(3) }]);
});

test('undo of a deletion returns the row without its secret, of an insertion removes it', async () => {
  const first = await insert();
  const removed = await command((trx) => trx('lockers').delete());
  await undo(removed);
  expect(await rows()).toEqual([{ id: 1, name: 'Первый', sealed_code: null }]);
  await undo(first);
  expect(await rows()).toEqual([]);
});

test('an open column changed since still refuses the undo', async () => {
  const first = await insert();
  await command((trx) => trx('lockers').update({ name: 'Второй' }));
  await expect(undo(first)).rejects.toMatchObject({ code: 'changed-since' });
});
