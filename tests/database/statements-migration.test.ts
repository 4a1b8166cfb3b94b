import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-statements-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const upTo = (name: string) =>
  migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1);
const open = (last: string) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: upTo(last) });

test('0006-statements adds its tables to a database with data; numbers cannot repeat', async () => {
  const old = await open('0005-credentials');
  const name = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
  await old.writer('students').insert(name);
  await old.writer('guardians').insert(name);
  await old.close();

  const { reader, writer, close } = await open('0006-statements');
  try {
    expect(await reader('students').select('last_name')).toEqual([{ last_name: 'Ёлкина' }]);
    const row = {
      year: 2026,
      kind: 'refusal',
      student_id: 1,
      guardian_id: 1,
      student_name: 'Ёлкина Анна',
      guardian_name: 'Ёлкина Анна',
      class_name: '8А',
      parallel: 8,
      dated: '2026-03-02',
      registered_on: '2026-03-02',
      passport_shown: 0,
      content: '{}',
      search: '',
    };
    await writer('statements').insert({ ...row, id: 2026000001, number: 1 });
    await expect(writer('statements').insert({ ...row, id: 7, number: 1 })).rejects.toThrow(
      'CHECK constraint',
    );
    await expect(
      writer('statements').insert({ ...row, id: 2026000002, number: 2, dated: '2026-03-03' }),
    ).rejects.toThrow('CHECK constraint');
    await expect(writer('students').where({ id: 1 }).delete()).rejects.toThrow('FOREIGN KEY');
    await writer('statement_scans').insert({
      statement_id: 2026000001,
      name: 'скан.pdf',
      type: 'pdf',
      size: 1,
    });
    expect(await reader('statement_scans').first('sealed_scan')).toEqual({ sealed_scan: null });
  } finally {
    await close();
  }
});
