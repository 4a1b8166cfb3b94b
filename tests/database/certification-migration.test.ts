import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

test('0025-certification keeps certified prints as they were, without a word', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-certification-'));
  const clock = createTestClock('2026-03-02');
  const at = migrations.findIndex(({ name }) => name === '0025-certification');
  const open = (list = migrations) =>
    openDatabase({ folder, program: 'проверка', clock, migrations: list });
  const year = { id: 1, starts_on: '2025-09-01', ends_on: '2026-08-31' };
  const print = {
    class_id: 2,
    period: 'term-1',
    printed_at: '2025-10-27T09:00:00.000Z',
    printed_on: '2025-10-27',
    leaves: 30,
    pages: 60,
    gaps: '[{"kind":"no-topics","subjectId":1,"subject":"Физика","count":1,"total":2}]',
  };
  const word = { certified_on: '2025-10-28', certified_by: 'Директор' };
  try {
    const before = await open(migrations.slice(0, at));
    await before.writer('school_years').insert(year);
    await before.writer('classes').insert({ id: 2, school_year_id: 1, parallel: 8, letter: 'А' });
    await before.writer('students').insert({
      id: 7,
      last_name: 'Ёлкин',
      first_name: 'Пётр',
      search: 'елкин петр',
    });
    await before.writer('journal_prints').insert({ id: 3, ...print, ...word });
    await before.writer('journal_prints').insert({ id: 4, ...print, student_id: 7 });
    const audit = { at: print.printed_at, actor: 'Секретарь', operation: 'journal.print' };
    await before.writer('audit').insert({ id: 900, ...audit, undoable: 1 });
    const image = JSON.stringify({ id: 3, ...print, student_id: null });
    const change = { audit_id: 900, table_name: 'journal_prints', row_id: 3, after: image };
    await before.writer('audit_changes').insert(change);
    await before.close();
    const { writer: db, close } = await open(migrations.slice(0, at + 1));
    const none = { extract: 0, allowed_by: null, allowed_reason: null };
    expect(await db('journal_prints').orderBy('id')).toMatchObject([
      { id: 3, student_id: null, ...print, ...word, ...none },
      { id: 4, student_id: 7, certified_on: null, ...none },
    ]);
    const [kept]: { after: string }[] = await db('audit_changes').where({ audit_id: 900 });
    expect(JSON.parse(kept?.after ?? '')).toMatchObject({ student_id: null, ...none });
    const refused = [
      { extract: 1 },
      { ...word, allowed_by: 'Директор' },
      { allowed_by: 'Директор', allowed_reason: 'Учитель болел' },
    ];
    for (const values of refused)
      await expect(db('journal_prints').insert({ ...print, ...values })).rejects.toThrow(
        /constraint failed/u,
      );
    await db('journal_prints').insert({ ...print, student_id: 7, extract: 1 });
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
