import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-marks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const upTo = (name: string) =>
  migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1);
const open = (last: string) =>
  openDatabase({ folder, program: 'проверка', clock: createTestClock(), migrations: upTo(last) });

const name = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };

/** A school of the version before: one class with one pupil. */
const fillOld = async (): Promise<void> => {
  const { writer, close } = await open('0006-statements');
  await writer('audit').insert({
    at: '2026-03-02T09:00:00.000Z',
    actor: 'секретарь',
    operation: 'people.saveStudent',
    undoable: 1,
  });
  await writer('students').insert(name);
  await writer('school_years').insert({ starts_on: '2025-09-01', ends_on: '2026-08-31' });
  await writer('classes').insert({ school_year_id: 1, parallel: 8, letter: 'А' });
  await writer('enrolments').insert({ student_id: 1, class_id: 1, starts_on: '2025-09-01' });
  await close();
};

test('0007-marks adds its tables to a database with data; one mark stands in a cell', async () => {
  await fillOld();
  const { reader, writer, close } = await open('0007-marks');
  try {
    expect(await reader('students').select('last_name')).toEqual([{ last_name: 'Ёлкина' }]);
    expect(await reader('enrolments').select('starts_on')).toEqual([{ starts_on: '2025-09-01' }]);
    expect(await reader('code_tables').select('id', 'name')).toEqual([
      { id: 1, name: 'Обычные коды' },
    ]);
    await writer('subjects').insert({ name: 'Алгебра', search: 'алгебра' });
    const lesson = { class_id: 1, subject_id: 1, on_date: '2026-03-02', audit_id: 1 };
    await writer('lessons').insert({ ...lesson, ordinal: 1, described: 0 });
    await expect(writer('lessons').insert({ ...lesson, ordinal: 1, described: 0 })).rejects.toThrow(
      'UNIQUE',
    );
    // A topic nobody has told cannot be there.
    await expect(
      writer('lessons').insert({ ...lesson, ordinal: 2, described: 0, topic: 'Тема' }),
    ).rejects.toThrow('CHECK');
    const mark = {
      lesson_id: 1,
      student_id: 1,
      text: '5',
      codes: '5',
      code_table_id: 1,
      seen_at: '2026-03-02T09:00:00.000Z',
      audit_id: 1,
    };
    await writer('marks').insert(mark);
    await expect(writer('marks').insert(mark)).rejects.toThrow('UNIQUE');
    await expect(writer('marks').insert({ ...mark, ended_reason: 'changed' })).rejects.toThrow(
      'CHECK',
    );
    await writer('marks').update({ ended_at: '2026-03-03T09:00:00.000Z', ended_reason: 'changed' });
    await writer('marks').insert({ ...mark, codes: '4' });
    expect(await reader('marks').count({ n: '*' })).toEqual([{ n: 2 }]);
    await expect(writer('students').where({ id: 1 }).delete()).rejects.toThrow('FOREIGN KEY');
  } finally {
    await close();
  }
});
