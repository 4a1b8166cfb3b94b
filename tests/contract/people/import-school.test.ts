import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { expectedSchool, schoolFile } from '../../support/fixtures.ts';

/** The invented school, through the real operations (issue 2, show 2). */
const files = ['kontingent.xlsx', 'roditeli-1251.csv', 'pedagogi.xlsx'] as const;
const expected = expectedSchool();

let office: TestOffice;
const auditIds: number[] = [];

const importFile = async (name: string) => {
  const file = await office.office.register(schoolFile(name));
  const preview = await office.call('people.previewImport', { file });
  const { data, auditId } = await office.command('people.commitImport', { plan: preview.plan });
  return { preview, result: data, auditId };
};

const totals = async (): Promise<readonly number[]> => [
  (await office.call('people.listStudents', {})).total,
  (await office.call('people.listGuardians', {})).total,
  (await office.call('people.listTeachers', {})).total,
  (await office.call('people.listClasses', {})).total,
];

/** Series and numbers of the children's documents as they stand in the export. */
const documentNumbers = async (): Promise<readonly string[]> => {
  const { sheets } = await readWorkbook(readFileSync(schoolFile('kontingent.xlsx')));
  const rows = sheets[0]?.rows ?? [];
  const head = rows.findIndex((row) => row.includes('Номер документа'));
  const column = rows[head]?.indexOf('Номер документа') ?? -1;
  return rows
    .slice(head + 1)
    .map((row) => row[column])
    .filter((cell) => cell !== null && cell !== undefined)
    .map((cell) => (typeof cell === 'object' ? cell.date : String(cell)));
};

describe('import of a whole school', () => {
  beforeAll(async () => {
    office = await openTestOffice({ today: '2026-03-02' });
  });
  afterAll(() => office.close());

  test('the first import: everyone is new, the preview is what is applied', async () => {
    const counts: number[] = [];
    for (const name of files) {
      const { preview, result, auditId } = await importFile(name);
      const { questions, ...planned } = preview.counts;
      expect(planned).toEqual({ ...planned, changed: 0, same: 0, rejected: 0 });
      expect(result.counts).toEqual({ ...planned, skipped: questions });
      expect(result.creates).toEqual(preview.creates);
      expect(questions).toBe(0);
      counts.push(result.counts.new);
      auditIds.push(auditId);
    }
    expect(counts).toEqual([expected.students, expected.guardians, 18]);
    expect(await totals()).toEqual([
      expected.students,
      expected.guardians,
      18,
      expected.classes.length,
    ]);
    const { rows } = await office.call('people.listClasses', {});
    expect(rows.map(({ className }) => className)).toEqual(expected.classes);
    expect(rows.reduce((sum, { studentCount }) => sum + studentCount, 0)).toBe(expected.students);
    expect(rows.some(({ classTeacher }) => classTeacher !== null)).toBe(true);
  });

  test('what was recognised is said: format and encoding by content', async () => {
    const file = await office.office.register(schoolFile('roditeli-1251.csv'), 'родители.xlsx');
    expect(await office.call('people.previewImport', { file })).toMatchObject({
      kind: 'guardians',
      format: 'csv',
      encoding: 'windows-1251',
      schoolYear: '2025/2026',
    });
  });

  test('namesakes stay two people', async () => {
    const { rows } = await office.call('people.listStudents', { limit: 1000 });
    const same = [...Map.groupBy(rows, ({ fullName }) => fullName).values()].filter(
      (group) => group.length > 1,
    );
    expect(same.length).toBeGreaterThan(0);
    for (const group of same)
      expect(new Set(group.map(({ birthDate }) => birthDate)).size).toBe(group.length);
  });

  test('importing again changes nothing', async () => {
    const before = await totals();
    for (const name of files) {
      const { preview, result } = await importFile(name);
      expect(preview.counts).toMatchObject({ new: 0, changed: 0, rejected: 0, questions: 0 });
      expect(result.counts).toMatchObject({ new: 0, changed: 0 });
      expect(preview.notInFile).toBe(0);
    }
    expect(await totals()).toEqual(before);
  });

  test('undo, newest first, leaves an empty office and a marked history', async () => {
    for (const id of auditIds.toReversed()) await office.call('audit.undo', { id });
    expect(await totals()).toEqual([0, 0, 0, 0]);
    const { rows } = await office.call('people.listImports', {});
    expect(rows.length).toBe(6);
    expect(rows.filter(({ undone }) => undone).map(({ auditId }) => auditId)).toEqual(
      auditIds.toReversed(),
    );
    expect(rows.at(-1)).toMatchObject({ fileName: 'kontingent.xlsx', new: expected.students });
  });

  test('a cancelled import leaves nothing', async () => {
    const file = await office.office.register(schoolFile(files[0]));
    const { plan } = await office.call('people.previewImport', { file });
    const stop = new AbortController();
    const reply = await office.office.call(
      'people.commitImport',
      { plan },
      { signal: stop.signal, onProgress: ({ stage }) => stage === 'enrolments' && stop.abort() },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await totals()).toEqual([0, 0, 0, 0]);
    // The plan survives and may be applied after all.
    await office.call('people.commitImport', { plan });
    expect((await totals())[0]).toBe(expected.students);
  });
});

test('numbers of documents are nowhere in the database', async () => {
  // Only the contingent is imported: phones would hold the same digits by chance.
  const alone = await openTestOffice({ today: '2026-03-02' });
  const file = await alone.office.register(schoolFile(files[0]));
  const { plan } = await alone.call('people.previewImport', { file });
  await alone.call('people.commitImport', { plan });
  const { rows } = await alone.call('people.listStudents', { limit: 1 });
  const numbers = await documentNumbers();
  const bytes = readdirSync(alone.folder)
    .filter((name) => name.startsWith('office.sqlite'))
    .map((name) => readFileSync(join(alone.folder, name)));
  const isStored = (text: string): boolean => bytes.some((one) => one.includes(text));
  expect(numbers.length).toBe(expected.students);
  // What is stored is found this way; a document's number is not.
  expect(isStored(rows[0]?.lastName ?? '')).toBe(true);
  expect(numbers.filter((number) => number.length < 5 || isStored(number))).toEqual([]);
  await alone.close();
});
