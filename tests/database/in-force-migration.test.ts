import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from '../support/clock.ts';
import { openTestOffice } from '../support/office.ts';

/**
 * 0019-statements-in-force: every statement of an earlier version keeps its meaning, what a person
 * must decide is listed, and no mode changes silently.
 */
const at = migrations.findIndex(({ name }) => name === '0019-statements-in-force');
const today = '2026-03-16';
const [minor, adult, divided] = [1, 2, 3];

const person = (lastName: string) => ({
  last_name: lastName,
  first_name: 'Анна',
  search: lastName.toLowerCase(),
});

const content = JSON.stringify({
  position: 'Директору',
  organisation: 'МБОУ «СОШ № 7»',
  head: 'Соколовой М. К.',
  applicantGenitive: 'Ёлкиной Анны',
  applicantSex: 'female',
  guardianName: 'Ёлкина Анна',
  studentName: 'Ёлкина Анна',
  studentGenitive: 'Ёлкиной Анны',
  className: '8А',
  birthDate: null,
  classTeacher: null,
  address: null,
  phone: null,
  system: 'БАРС',
  reason: null,
  offered: false,
  resumeOn: null,
  issueCredentials: null,
  refusal: { id: 1, year: 2026, number: 1, date: '2026-02-02' },
  paragraphs: ['Отказываюсь.'],
});

interface Old {
  readonly kind?: string;
  readonly student: number;
  readonly guardian: number;
  readonly signed: string | null;
}

const row = ({ kind = 'refusal', student, guardian, signed }: Old, index: number) => ({
  id: index + 1,
  year: 2026,
  ordinal: index + 1,
  number: String(index + 1),
  kind,
  student_id: student,
  guardian_id: guardian,
  student_name: 'Ёлкина Анна',
  guardian_name: 'Ёлкина Анна',
  class_name: '8А',
  parallel: 8,
  dated: '2026-02-02',
  registered_on: '2026-02-02',
  signed_on: signed,
  passport_shown: kind === 'consent-14' ? 1 : 0,
  content,
  search: 'елкина',
});

const olds: readonly Old[] = [
  { student: minor, guardian: 1, signed: null },
  { student: adult, guardian: 2, signed: '2026-02-02' },
  { student: divided, guardian: 3, signed: '2026-02-10' },
  { student: divided, guardian: 4, signed: '2026-02-02', kind: 'impossibility' },
];

const fillOld = async (folder: string): Promise<void> => {
  const clock = createTestClock();
  const old = await openDatabase({
    folder,
    program: 'проверка',
    clock,
    migrations: migrations.slice(0, at),
  });
  const db = old.writer;
  await db('school_years').insert({ id: 1, starts_on: '2025-09-01', ends_on: '2026-08-31' });
  await db('classes').insert({ id: 1, school_year_id: 1, parallel: 8, letter: 'А' });
  const births = ['2012-02-02', '2000-01-01', '2012-02-02'];
  for (const [index, birthDate] of births.entries()) {
    const id = index + 1;
    await db('students').insert({ id, ...person('Ёлкина'), birth_date: birthDate });
    await db('enrolments').insert({ student_id: id, class_id: 1, starts_on: '2025-09-01' });
  }
  for (const id of [1, 2, 3, 4]) await db('guardians').insert({ id, ...person('Ёлкина') });
  for (const { student, guardian } of olds)
    await db('guardianships').insert({
      student_id: student,
      guardian_id: guardian,
      relation: guardian === 4 ? 'father' : 'mother',
    });
  for (const [index, one] of olds.entries()) await db('statements').insert(row(one, index));
  await old.close();
};

test('statements of an earlier version keep their meaning until a person decides', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-in-force-'));
  try {
    await fillOld(folder);
    const office = await openTestOffice({ folder, today });
    const { call } = office;
    const modeOf = async (studentId: number, guardianId: number, on = today) =>
      (await call('statements.serviceMode', { studentId, on })).parents.find(
        (one) => one.guardianId === guardianId,
      )?.mode.mode;
    // As the earlier version served them from the day of registration.
    for (const day of ['2026-02-02', today])
      expect([
        await modeOf(minor, 1, day),
        await modeOf(adult, 2, day),
        await modeOf(divided, 3, day),
        await modeOf(divided, 4, day),
      ]).toEqual(['paper-refusal', 'paper-refusal', 'paper-refusal', 'paper-impossibility']);
    const doubts = async () =>
      (await call('statements.listDoubts', {})).rows
        .map(({ doubt, statementId }) => `${statementId ?? '-'} ${doubt}`)
        .toSorted();
    expect(await doubts()).toEqual([
      '- access-disputed',
      '1 worked-unsigned',
      '2 student-of-age',
      '3 worked-before-signature',
    ]);
    expect((await call('statements.card', { id: 1 })).content.paragraphs).toEqual(['Отказываюсь.']);

    await call('statements.settle', { id: 1, meaning: 'by-rule' });
    expect(await modeOf(minor, 1)).toBe('electronic');
    await call('statements.settle', { id: 2, meaning: 'by-rule' });
    expect(await modeOf(adult, 2)).toBe('student-of-age');
    await call('statements.settle', { id: 3, meaning: 'as-before' });
    expect(await modeOf(divided, 3, '2026-02-05')).toBe('paper-refusal');
    expect(await doubts()).toEqual(['- access-disputed', '1 waits']);
    expect(office.bugs).toEqual([]);
    await office.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
