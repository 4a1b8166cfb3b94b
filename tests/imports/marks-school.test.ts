import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { RecognisedMarks } from '../../src-main/spreadsheets/marks/recognised.ts';
import { cellLines, marksOf } from '../fixtures/marks-files.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

const recognise = async (name: string): Promise<RecognisedMarks> =>
  marksOf(await readFile(schoolFile(name)), { schoolYear: 2025 });

const classes = ['5А', '5Б', '8А', '8Б'] as const;

/** Every digit 2–5 of a cell is a mark. */
const marksIn = (text: string): number => text.match(/[2-5]/gu)?.length ?? 0;

const perPupil = (found: RecognisedMarks): ReadonlyMap<string, readonly number[]> => {
  const counts = found.pupils.map(() => 0);
  for (const { pupil, cells } of found.marks)
    for (const { text } of cells) counts[pupil] = (counts[pupil] ?? 0) + marksIn(text);
  const byName = new Map<string, number[]>();
  found.pupils.forEach(({ lastName, firstName, middleName }, at) => {
    const name = `${lastName} ${firstName} ${middleName}`;
    byName.set(name, [...(byName.get(name) ?? []), counts[at] ?? 0]);
  });
  return byName;
};

/** Without the class, which the journal does not name. */
const plain = (found: RecognisedMarks): readonly string[] =>
  cellLines(found)
    .map((line) => line.replace(/^(?:5А|5Б|8А|8Б) /u, ''))
    .toSorted();

describe.each(classes)('the invented school, class %s', (className) => {
  test('report: marks of the class and of every pupil', async () => {
    const found = await recognise(`otchet-${className}.xlsx`);
    const { marks, marks_total: totals } = expectedSchool();
    expect(found).toMatchObject({
      kind: 'marks-report',
      schoolYear: 2025,
      schoolYearFrom: 'file',
      classNames: [className],
      rejected: [],
      warnings: [],
    });
    const counted = perPupil(found);
    const all = [...counted.values()].flat();
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(totals[className]);
    expect([...counted.keys()].toSorted()).toEqual(Object.keys(marks[className] ?? {}).toSorted());
    // Of two namesakes the list has one number.
    for (const [name, count] of Object.entries(marks[className] ?? {}))
      expect(counted.get(name)).toContain(count);
    expect(found.legend.map(({ code }) => code)).toEqual(['Н', 'О', 'Б', 'У']);
    expect(found.marks.every(({ finals }) => finals.length === 0)).toBe(true);
  });

  test('journal: the same cells as the report, lessons without topics, no class', async () => {
    const report = await recognise(`otchet-${className}.xlsx`);
    const journal = await recognise(`zhurnal-${className}.xls`);
    expect(journal).toMatchObject({
      kind: 'class-journal',
      schoolYear: 2025,
      schoolYearFrom: 'assumed',
      classNames: [],
      rejected: [],
      warnings: [],
    });
    expect(plain(journal)).toEqual(plain(report));
    expect(journal.lessons.every(({ described }) => !described)).toBe(true);
    expect(journal.lessons.length).toBeGreaterThan(100);
  });

  test('a pupil’s page is his block of the report', async () => {
    const report = await recognise(`otchet-${className}.xlsx`);
    const page = await recognise(`otchet-ucenik-${className}.xls`);
    expect(page).toMatchObject({ kind: 'marks-report', rejected: [], classNames: [className] });
    expect(page.pupils).toHaveLength(1);
    const pupil = page.pupils[0];
    const own = cellLines(report).filter((line) =>
      line.startsWith(`${className} ${pupil?.lastName} ${pupil?.firstName} ${pupil?.middleName} `),
    );
    expect(own.length).toBeGreaterThan(50);
    expect(cellLines(page)).toEqual(own);
  });

  test('lessons, and lessons without homework', async () => {
    const found = await recognise(`uroki-${className}.xlsx`);
    const { lessons, lessons_without_homework: without } = expectedSchool();
    expect(found).toMatchObject({ kind: 'lesson-rows', schoolYear: 2025, rejected: [] });
    expect(found.lessons).toHaveLength(lessons[className] ?? -1);
    expect(found.lessons.filter(({ homework }) => homework === null)).toHaveLength(
      without[className] ?? -1,
    );
    expect(found.lessons.every((one) => one.described && one.className === className)).toBe(true);
    expect(found.lessons.every((one) => one.topic !== null && one.teacher !== null)).toBe(true);
  });
});

test('namesakes of a class stay two children, in the report and in the journal', async () => {
  for (const file of ['otchet-5Б.xlsx', 'zhurnal-5Б.xls']) {
    const { pupils } = await recognise(file);
    const twins = pupils.filter(({ lastName }) => lastName === 'Плетнёв');
    expect(
      twins.filter(({ firstName }) => firstName === 'Лев').map((one) => one.occurrence),
    ).toEqual([1, 2]);
  }
});
