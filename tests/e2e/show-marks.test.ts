import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationOutput } from '../../src-main/contract/operations.ts';
import { createTestClock } from '../support/clock.ts';
import { commandLine } from '../support/command-line.ts';
import { openTestOffice } from '../support/office.ts';
import type { TestOffice } from '../support/office.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

/** Issue 4, show 1: marks, lessons and homework of school-a through the command line. */

const expected = expectedSchool();
const classes = Object.keys(expected.marks);
const filesOf = (kind: string, end: string) =>
  classes.map((name) => schoolFile(`${kind}-${name}.${end}`));

type Preview = OperationOutput<'marks.previewImport'>;
type Question = OperationOutput<'marks.listPlanRows'>['rows'][number];
type Answer = Preview & {
  readonly questions: readonly Question[];
  readonly committed: OperationOutput<'marks.commitImport'> | null;
};

let folder = '';
let office: TestOffice;
const clock = createTestClock('2026-05-25');

const run = async (...words: readonly string[]): Promise<Answer> => {
  const line = [...words, '--data', join(folder, 'data'), '--json'];
  const { code, out, err } = await commandLine(line, { clock });
  if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  return JSON.parse(out) as Answer;
};

/** Two children of 5Б share a full name: which block is whose, a person says once. */
const answerNamesakes = async (): Promise<string> => {
  const { questions } = await run('import', 'marks', '--dry-run', ...filesOf('otchet', 'xlsx'));
  expect(questions.map(({ code, fullName }) => [code, fullName])).toEqual([
    ['namesakes', 'Плетнёв Лев Сергеевич'],
    ['namesakes', 'Плетнёв Лев Сергеевич'],
  ]);
  const answers = questions.map(({ key, candidates }, at) => [key, candidates[at]?.id]);
  const path = join(folder, 'answers.json');
  writeFileSync(path, JSON.stringify(Object.fromEntries(answers)));
  return path;
};

const classIds = async (): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await office.call('people.listClasses', { filters: { onDate: '2026-05-20' } });
  return new Map(rows.map(({ className, id }) => [className, id]));
};

/** Marks of a class: every 2–5 of every standing cell, by student. */
const marksOf = async (classId: number): Promise<ReadonlyMap<number, [string, number]>> => {
  const { rows } = await office.call('marks.listMarks', { filters: { classId }, limit: 1_000_000 });
  const sums = new Map<number, [string, number]>();
  for (const { studentId, fullName, shown } of rows) {
    const [, before] = sums.get(studentId) ?? [fullName, 0];
    sums.set(studentId, [fullName, before + (shown.match(/[2-5]/gu)?.length ?? 0)]);
  }
  return sums;
};

let first: Answer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  await run('import', 'people', schoolFile('kontingent.xlsx'), schoolFile('pedagogi.xlsx'));
  const answers = await answerNamesakes();
  first = await run('import', 'marks', '--answers', answers, ...filesOf('otchet', 'xlsx'));
  office = await openTestOffice({ today: '2026-05-25', folder: join(folder, 'data') });
}, 120_000);
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The office is closed while the command line works: one program at a time. */
const runClosed = async (...words: readonly string[]): Promise<Answer> => {
  await office.close();
  try {
    return await run(...words);
  } finally {
    office = await openTestOffice({ today: '2026-05-25', folder: join(folder, 'data') });
  }
};

test('A: marks of every class and every student are as expected', async () => {
  expect(first.files.map(({ kind, schoolYear }) => [kind, schoolYear])).toEqual(
    classes.map(() => ['marks-report', '2025/2026']),
  );
  expect(first.unknownCodes).toEqual([]);
  expect(first.rejected).toBe(0);
  const ids = await classIds();
  for (const name of classes) {
    const found = [...(await marksOf(ids.get(name) ?? 0)).values()];
    expect([name, found.reduce((sum, [, marks]) => sum + marks, 0)]).toEqual([
      name,
      expected.marks_total[name],
    ]);
    // Of two namesakes expected.json can name only one.
    for (const [student, marks] of Object.entries(expected.marks[name] ?? {}))
      expect(found.filter(([one]) => one === student).map(([, count]) => count)).toContain(marks);
    const names = new Set(found.map(([one]) => one));
    expect(names).toEqual(new Set(Object.keys(expected.marks[name] ?? {})));
  }
}, 60_000);

test('A again changes nothing: the answers are remembered', async () => {
  const again = await runClosed('import', 'marks', ...filesOf('otchet', 'xlsx'));
  expect(again.pupils).toMatchObject({ asked: 0, remembered: 2, unknown: 0 });
  expect(again.marks).toEqual({
    new: 0,
    changed: 0,
    vanished: 0,
    same: first.committed?.marks.new,
  });
  expect(again.lessons).toMatchObject({ new: 0, changed: 0 });
}, 60_000);

test('D after A adds nothing: the same marks are one set', async () => {
  const journals = await runClosed('import', 'marks', ...filesOf('zhurnal', 'xls'));
  expect(journals.files.map(({ kind, classNames }) => [kind, classNames])).toEqual(
    classes.map((name) => ['class-journal', [name]]),
  );
  expect(journals.committed?.marks).toEqual({
    new: 0,
    changed: 0,
    vanished: 0,
    same: first.committed?.marks.new,
  });
  expect(journals.committed?.lessons).toMatchObject({ new: 0, changed: 0 });
}, 60_000);

test('C is the report of a student already known: nothing new', async () => {
  const reports = await runClosed('import', 'marks', ...filesOf('otchet-ucenik', 'xls'));
  expect(reports.files.map(({ kind, format }) => [kind, format])).toEqual(
    classes.map(() => ['marks-report', 'html']),
  );
  expect(reports.pupils).toEqual({ matched: 4, remembered: 0, asked: 0, unknown: 0 });
  expect(reports.marks).toMatchObject({ new: 0, changed: 0, vanished: 0 });
  expect(reports.marks.same).toBeGreaterThan(300);
}, 60_000);

const key = (...parts: readonly (string | null)[]): string => parts.join('|');

interface LessonRow {
  readonly Класс: string;
  readonly Предмет: string;
  readonly Дата: string;
  readonly 'Тема урока': string;
  readonly Учитель: string;
}

test('lessons, lessons without homework and their teachers are as expected', async () => {
  const lessons = await runClosed('import', 'lessons', ...filesOf('uroki', 'xlsx'));
  expect(lessons.files.every(({ kind }) => kind === 'lesson-rows')).toBe(true);
  const ids = await classIds();
  for (const name of classes) {
    const classId = ids.get(name) ?? 0;
    const of = async (missing?: 'homework' | 'description') =>
      (
        await office.call('marks.listLessons', {
          filters: { classId, ...(missing && { missing }) },
          limit: 10_000,
        })
      ).rows;
    const told = (await of()).filter(({ described }) => described);
    expect([name, told.length]).toEqual([name, expected.lessons[name]]);
    expect([name, (await of('homework')).length]).toEqual([
      name,
      expected.lessons_without_homework[name],
    ]);
    const book = read(readFileSync(schoolFile(`uroki-${name}.xlsx`)));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows = utils.sheet_to_json<LessonRow>(sheet, { raw: false });
    expect(
      told.map((one) => key(one.subject, one.date, one.topic, one.teacher)).toSorted(),
    ).toEqual(
      rows.map((row) => key(row.Предмет, row.Дата, row['Тема урока'], row.Учитель)).toSorted(),
    );
    // Second lessons of a day, of which the file tells nothing, have the teacher of the subject.
    expect((await of('description')).every(({ teacher }) => teacher !== null)).toBe(true);
  }
  const again = await runClosed('import', 'lessons', ...filesOf('uroki', 'xlsx'));
  expect(again.lessons).toMatchObject({ new: 0, changed: 0 });
}, 120_000);

const standing = async () =>
  (await office.call('marks.listImports', {})).rows.filter(({ undone }) => !undone);

test('the import is taken back and comes again as it was', async () => {
  const ids = await classIds();
  const before = await marksOf(ids.get('8А') ?? 0);
  for (const { auditId } of await standing()) await office.call('audit.undo', { id: auditId });
  expect(await marksOf(ids.get('8А') ?? 0)).toEqual(new Map());
  const answers = join(folder, 'answers.json');
  const again = await runClosed(
    'import',
    'marks',
    '--answers',
    answers,
    ...filesOf('otchet', 'xlsx'),
  );
  expect(again.committed?.marks).toEqual(first.committed?.marks);
  expect(await marksOf(ids.get('8А') ?? 0)).toEqual(before);
}, 120_000);
