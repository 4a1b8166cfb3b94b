import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyPackage } from '../../src-main/features/summary/package.ts';
import { ended, startNode } from '../support/child.ts';
import { commandLine } from '../support/command-line.ts';
import { docxText } from '../support/docx-text.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

/**
 * Issue 2, show 2: the built command line on an empty folder, with the clock of the machine: files
 * of 2025/2026 and registers of spring 2026 are taken in whatever year this test runs.
 */

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const schemaFile = new URL('../../resources/information-summary.schema.json', import.meta.url);
const files = ['kontingent.xlsx', 'roditeli-1251.csv', 'pedagogi.xlsx'].map(schoolFile);
const expected = expectedSchool();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = async (...words: readonly string[]) => {
  const all = [cli, ...words, '--data', join(folder, 'data'), '--json'];
  const {
    code,
    out,
    err: notes,
  } = await ended(startNode(all, { stdio: ['ignore', 'pipe', 'pipe'] }));
  if (code !== 0) throw new Error(`${words.join(' ')}: ${notes}`);
  return { answer: JSON.parse(out), notes };
};

/** What is only made ready or looked at: in this process. */
const call = async (name: string, input: object) => {
  const words = ['call', name, JSON.stringify(input), '--data', join(folder, 'data'), '--json'];
  const { code, out, err } = await commandLine(words);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out).data;
};

const importAll = async (): Promise<readonly Record<string, never>[]> =>
  (await office('import', 'people', ...files)).answer.files;

/** Students of a class in spring, in the order of the alphabet. */
const studentsOf = async (className: string): Promise<readonly number[]> => {
  const filters = { className, onDate: '2026-03-02' };
  const { rows } = await call('people.listStudents', { filters });
  return rows.map(({ id }: { id: number }) => id);
};

const guardianOf = async (studentId: number): Promise<number> =>
  (await call('people.student', { id: studentId })).guardians[0].id;

describe('import', () => {
  test('everyone of the three files, in the school year the files name', async () => {
    const [students, guardians, teachers] = await importAll();
    expect(students).toMatchObject({
      schoolYear: '2025/2026',
      committed: {
        counts: { new: expected.students, changed: 0, rejected: 0 },
        creates: { students: expected.students, classes: expected.classes.length },
      },
    });
    expect(guardians).toMatchObject({ committed: { counts: { new: expected.guardians } } });
    expect(teachers).toMatchObject({ committed: { counts: { new: 18 }, creates: { classes: 0 } } });
    const { rows } = await call('people.listClasses', { filters: { onDate: '2026-03-02' } });
    const names = rows.map(({ className }: { className: string }) => className);
    expect(names).toEqual(expected.classes);
    const filters = { status: 'enrolled', onDate: '2026-03-02' };
    expect((await call('people.listStudents', { filters })).total).toBe(expected.students);
    expect((await call('people.listGuardians', {})).total).toBe(expected.guardians);
  }, 60_000);

  test('again: 0 new, 0 changed', async () => {
    const again = await importAll();
    expect(again).toHaveLength(3);
    for (const file of again)
      expect(file).toMatchObject({ committed: { counts: { new: 0, changed: 0, rejected: 0 } } });
  }, 60_000);
});

const period = { from: '2026-03-01', to: '2026-05-15' };

/**
 * By the default rule (more than 14 days from the first to the last missed school day): `twice`
 * (15 and 26 days, counted once), `holidays` (23 March – 10 April, 19 days over the spring
 * holidays) and `begun` (16 February – 5 March, began before the period) pass; 12 and 14 days do
 * not, nor does a child who learns at home.
 */
const saveAbsences = async (): Promise<void> => {
  const [twice, holidays, begun, short, exact, home] = await studentsOf('8А');
  const spans = [
    [twice, '2026-03-02', '2026-03-16'],
    [twice, '2026-04-13', '2026-05-08'],
    [holidays, '2026-03-23', '2026-04-10'],
    [begun, '2026-02-16', '2026-03-05'],
    [short, '2026-03-02', '2026-03-13'],
    [exact, '2026-04-07', '2026-04-20'],
    [home, '2026-03-02', '2026-04-30'],
  ] as const;
  await call('people.saveStudyPeriod', {
    id: null,
    studentId: home,
    form: 'full-time',
    place: 'home',
    startsOn: '2026-02-01',
    endsOn: null,
  });
  for (const [studentId, from, to] of spans)
    await call('absences.save', { studentId, from, to, reason: 'illness', excused: true });
};

type Family = readonly [studentId: number, guardianId: number];

const register = ([studentId, guardianId]: Family, registeredOn: string, subject: string) =>
  call('appeals.register', {
    studentId,
    guardianId,
    subject,
    lessonTopic: 'Тема пропущенного урока',
    channel: 'visit',
    date: registeredOn,
    registeredOn,
  });

const resource = (topic: string, authorId: number, postedOn: string) => ({
  title: `${topic}: видеоурок`,
  subject: 'Алгебра',
  parallel: 8,
  topic,
  authorId,
  url: `https://portal.example/${postedOn}`,
  postedOn,
});

/** Three appeals, one resource given for an appeal, 1,5 + 2 + 0,75 hours in the period. */
const saveWork = async (): Promise<void> => {
  const [child = 0, other = 0] = await studentsOf('8А');
  const first: Family = [child, await guardianOf(child)];
  const second: Family = [other, await guardianOf(other)];
  const { rows } = await call('people.listTeachers', { search: 'лапшина' });
  const teacherId: number = rows[0].id;
  await register(first, '2026-02-27', 'Физика');
  const { id } = await register(first, '2026-03-02', 'Алгебра');
  await register(second, '2026-04-21', 'Геометрия');
  await register(first, '2026-05-15', 'Химия');
  await call('appeals.postResource', {
    id,
    givenOn: '2026-04-24',
    prepared: true,
    resource: resource('Квадратные уравнения', teacherId, '2026-04-24'),
  });
  // Not asked for by anybody, so it is no answer to an appeal.
  await call('resources.save', resource('Степени', teacherId, '2026-04-27'));
  const hours = [
    ['2026-02-28', 4, null],
    ['2026-03-10', 6, id],
    // For no appeal: registered, not counted.
    ['2026-03-11', 5, null],
    ['2026-04-22', 8, id],
    ['2026-05-15', 3, id],
    ['2026-05-16', 40, id],
  ] as const;
  for (const [workedOn, quarterHours, appealId] of hours)
    await call('resources.saveWorkEntry', {
      teacherId,
      appealId,
      workedOn,
      quarterHours,
      kind: 'preparation',
    });
};

const figures = {
  organisations: 1,
  studentsOverTwoWeeks: 3,
  appeals: 3,
  quarterHours: 17,
  resources: 1,
};

const report = (out: string) =>
  office('report', '--from', period.from, '--to', period.to, '--out', join(folder, out));

const spring = (kind: string): Buffer =>
  readFileSync(join(folder, 'spring', `Справка_обращения_2026-05-15_МБОУ_СОШ_17_v2.${kind}`));

describe('report', () => {
  test('before the requisites are filled: the form for handwriting, and a warning', async () => {
    const { answer, notes } = await report('blank');
    expect(notes).toContain('Реквизиты школы не заполнены');
    expect(answer.figures).toMatchObject({ organisations: 1, appeals: 0 });
    const base = 'Справка_обращения_2026-05-15_без_названия_v1';
    expect(readdirSync(join(folder, 'blank')).toSorted()).toEqual(
      ['docx', 'json', 'xlsx'].map((kind) => `${base}.${kind}`),
    );
  }, 60_000);

  test('the five figures counted by hand, in three files', async () => {
    await call('settings.saveSchool', {
      name: 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 17»',
      shortName: 'МБОУ «СОШ № 17»',
      code: '0017',
      municipality: 'Новооскольский городской округ',
      directorName: 'Незнамова Мария Александровна',
    });
    await saveAbsences();
    await saveWork();
    const { answer, notes } = await report('spring');
    expect(notes).toBe('');
    expect(answer).toMatchObject({ ...period, version: 2, created: true, figures });
    // Five quarter-hours for no appeal stand beside, and so does the resource that nobody asked for.
    expect(answer.notCounted).toMatchObject({ appeals: 0, quarterHours: 5, resources: 1 });
    const base = 'Справка_обращения_2026-05-15_МБОУ_СОШ_17_v2';
    const names = ['docx', 'json', 'xlsx'].map((kind) => `${base}.${kind}`);
    expect(readdirSync(join(folder, 'spring')).toSorted()).toEqual(names);
    const again = await report('spring');
    expect(again.answer).toMatchObject({ version: 2, created: false });
  }, 120_000);

  test('the JSON answers to the published schema and to its own hash', () => {
    const json: unknown = JSON.parse(spring('json').toString('utf8'));
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(schemaFile, 'utf8')));
    expect(schema.safeParse(json).success).toBe(true);
    expect(schema.safeParse({ ...(json as object), figures: {} }).success).toBe(false);
    expect(verifyPackage(json)).toMatchObject({
      ok: true,
      summary: { figures, period, version: 2, school: { code: '0017' } },
    });
  });

  test('the workbook shows the same figures, hours with a comma', () => {
    const { Sheets } = read(spring('xlsx'));
    const sheet = Sheets['Справка'];
    if (!sheet) throw new Error('no sheet');
    const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1 });
    const at = rows.findIndex((row) => String(row[0]).startsWith('Количество общеобразовательных'));
    expect(rows[at + 1]).toEqual([1, 3, 3, 4.25, 1]);
    expect(rows.flat().join(' ')).toContain('Новооскольский городской округ');
  });

  test('the form says them too', async () => {
    const lines = (await docxText(spring('docx'))).split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => line.startsWith('Количество цифровых ресурсов'));
    expect(lines.slice(at + 1, at + 6)).toEqual(['1', '3', '3', '4,25', '1']);
    expect(lines.join(' ')).toContain('М. А. Незнамова'.replaceAll(' ', '\u00A0'));
  });
});
