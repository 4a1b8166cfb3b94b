import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';

const appeal = (ordinal: number, preparer: number | null) => ({
  id: ordinal,
  year: 2026,
  ordinal,
  number: String(ordinal),
  registered_on: '2026-03-10',
  student_id: 7,
  guardian_id: 5,
  student_name: 'Ёлкина Анна',
  guardian_name: 'Ёлкина Мария',
  class_name: '8А',
  parallel: 8,
  programme: 'ООО, 8А класс',
  subject: 'Алгебра',
  lesson_topic: 'Степени',
  channel: 'visit',
  preparer_id: preparer,
  due_on: '2026-03-20',
  status: 'resource-found',
  search: '',
});

/** Preparer of the appeal, author of the resource, day posted; whether it was prepared for it. */
const links: readonly (readonly [string, number | null, number | null, string, number | null])[] = [
  ['asked for and made', 3, 3, '2026-03-12', 1],
  ['asked for and made the same day, by another teacher', 3, 4, '2026-03-10', 1],
  ['made before it was asked for', 3, 3, '2026-03-09', 0],
  ['found on the portal', null, null, '2026-03-12', 0],
  ['found on the portal, long there', 3, null, '2025-01-12', 0],
  ['made by a teacher, nobody was asked: in doubt', null, 3, '2026-03-12', null],
  ['asked for, posted since, no author: in doubt', 3, null, '2026-03-12', null],
];

test('0017-prepared-resources tells what is known of older links and leaves the rest in doubt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-prepared-'));
  const clock = createTestClock('2026-03-16');
  const at = migrations.findIndex(({ name }) => name === '0017-prepared-resources');
  const open = (list = migrations) =>
    openDatabase({ folder, program: 'проверка', clock, migrations: list });
  try {
    const before = await open(migrations.slice(0, at));
    const db = before.writer;
    const person = { last_name: 'Ёлкина', first_name: 'Анна', search: 'елкина анна' };
    await db('students').insert({ id: 7, ...person });
    await db('guardians').insert({ id: 5, ...person });
    for (const id of [3, 4]) await db('teachers').insert({ id, ...person });
    for (const [index, [title, preparer, author, posted]] of links.entries()) {
      const id = index + 1;
      await db('appeals').insert(appeal(id, preparer));
      const made = { author_id: author, posted_on: posted, url: `https://portal.example/${id}` };
      const about = { subject: 'Алгебра', parallel: 8, topic: 'Степени', search: '' };
      await db('resources').insert({ id, title, ...about, ...made });
      await db('appeal_resources').insert({ id, appeal_id: id, resource_id: id, given_on: posted });
    }
    const given = await db('appeal_resources').orderBy('id');
    await before.close();
    const { writer, close } = await open(migrations.slice(0, at + 1));
    expect(await writer('appeal_resources').orderBy('id')).toEqual(
      given.map((link, index) => ({ ...link, prepared: links[index]?.[4] })),
    );
    const wrong = { appeal_id: 1, resource_id: 2, given_on: '2026-03-16', prepared: 2 };
    await expect(writer('appeal_resources').insert(wrong)).rejects.toThrow(/constraint failed/u);
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
