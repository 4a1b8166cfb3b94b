import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

const at = migrations.findIndex(({ name }) => name === '0028-absence-reasons');

test('0028-absence-reasons: «НП» of the usual codes is unexcused, marks read by it too; all else stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-reasons-'));
  const open = (list: typeof migrations) =>
    openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: list });
  try {
    const old = await open(migrations.slice(0, at));
    const db = old.writer;
    await db('audit').insert({
      at: '2026-03-02T09:00:00Z',
      actor: 'а',
      operation: 'x',
      undoable: 1,
    });
    await db('students').insert({ last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' });
    await db('school_years').insert({ starts_on: '2025-09-01', ends_on: '2026-08-31' });
    await db('classes').insert({ school_year_id: 1, parallel: 8, letter: 'А' });
    await db('subjects').insert({ name: 'Алгебра', search: 'алгебра' });
    await db('code_tables').insert({ id: 2, name: 'Своя' });
    await db('mark_codes').insert({ id: 40, code_table_id: 2, code: 'НП', meaning: 'absent' });
    await db('mark_codes').where({ id: 40 }).delete();
    await db('mark_codes').insert([
      { code_table_id: 2, code: 'НП', meaning: 'absent' },
      { code_table_id: 2, code: 'Щ', meaning: 'ill' },
    ]);
    const put = async (text: string, codes: string, table = 1, ended: string | null = null) => {
      const [lesson] = await db('lessons').insert({
        class_id: 1,
        subject_id: 1,
        on_date: `2026-03-${String(10 + (await db('lessons')).length)}`,
        ordinal: 1,
        described: 0,
        audit_id: 1,
      });
      await db('marks').insert({
        lesson_id: lesson,
        student_id: 1,
        text,
        codes,
        code_table_id: table,
        seen_at: '2026-03-06T09:00:00.000Z',
        audit_id: 1,
        ended_at: ended,
        ended_reason: ended === null ? null : 'changed',
      });
    };
    await put('нп', 'Н');
    await put('НПНП 5', 'Н Н 5');
    await put('Н', 'Н');
    await put('Н НП', 'Н Н');
    await put('НП', 'Н', 2);
    await put('НП', 'Н', 1, '2026-03-07T09:00:00.000Z');
    await put('Б 3/3', 'Б 3 3');
    await put('НП', '?НП');
    const before = await db('marks').orderBy('id');
    await old.close();

    const now = await open(migrations.slice(0, at + 1));
    const { writer } = now;
    const codes: string[] = await writer('marks').orderBy('id').pluck('codes');
    expect(codes).toEqual(['НП', 'НП НП 5', 'Н', 'Н Н', 'Н', 'НП', 'Б 3 3', '?НП']);
    expect(await writer('marks').orderBy('id')).toEqual(
      before.map((row: object, index: number) => ({ ...row, codes: codes[index] })),
    );
    const meanings = await writer('mark_codes')
      .where({ code: 'НП' })
      .orderBy('id')
      .pluck('meaning');
    expect(meanings).toEqual(['unexcused', 'absent']);
    expect((await writer('mark_codes')).length).toBe(21);
    // Ids of deleted rows are not given again.
    const [id] = await writer('mark_codes').insert({
      code_table_id: 2,
      code: 'ПР',
      meaning: 'unexcused',
    });
    expect(id).toBeGreaterThan(42);
    await now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
