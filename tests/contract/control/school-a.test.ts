import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { expectedSchool, schoolFile } from '../../support/fixtures.ts';

/** Control over the files of school-a: what they tell is counted, what they do not is unknown. */

const expected = expectedSchool();
const classes = ['5А', '5Б', '8А', '8Б'];

let office: TestOffice;
const register = (name: string): Promise<string> => office.office.register(schoolFile(name));

beforeAll(async () => {
  office = await openTestOffice({ today: '2026-06-01' });
  for (const name of ['kontingent.xlsx', 'pedagogi.xlsx']) {
    const { plan } = await office.call('people.previewImport', { file: await register(name) });
    await office.call('people.commitImport', { plan });
  }
  for (const kind of ['uroki', 'otchet']) {
    const files = await Promise.all(
      classes.map(async (name) => ({ file: await register(`${kind}-${name}.xlsx`) })),
    );
    const { plan } = await office.call('marks.previewImport', { files });
    // Namesakes of a class: who is who does not matter here.
    await office.call('marks.commitImport', { plan, unanswered: 'skip' });
  }
}, 120_000);
afterAll(() => office.close());

test('lessons without homework, class by class', async () => {
  const { groups } = await office.call('control.overview', { by: 'class' });
  for (const { title, described, withoutHomework } of groups) {
    expect([title, described]).toEqual([title, expected.lessons[title]]);
    expect([title, withoutHomework]).toEqual([title, expected.lessons_without_homework[title]]);
  }
  expect(groups.map(({ title }) => title)).toEqual(classes);
});

test('one late import proves nothing about old marks: unknown, neither late nor in time', async () => {
  const { total } = await office.call('control.overview', { by: 'class' });
  expect(total.marks).toBeGreaterThan(5000);
  expect(total).toMatchObject({ late: 0, unknown: total.marks - total.onTime });
  expect(total.unknown / total.marks).toBeGreaterThan(0.9);
});

test('every number opens as many rows', async () => {
  const { total } = await office.call('control.overview', { by: 'class' });
  const rows = async (timeliness: 'on-time' | 'late' | 'unknown') =>
    (await office.call('control.listLateMarks', { filters: { timeliness }, limit: 1 })).total;
  const lessons = async (fault: 'no-homework' | 'no-topic' | 'undescribed') =>
    (await office.call('control.listLessons', { filters: { fault }, limit: 1 })).total;
  expect({
    onTime: await rows('on-time'),
    late: await rows('late'),
    unknown: await rows('unknown'),
    withoutHomework: await lessons('no-homework'),
    withoutTopic: await lessons('no-topic'),
    undescribed: await lessons('undescribed'),
    emptyWeeks: (await office.call('control.listEmptyWeeks', { limit: 1 })).total,
  }).toEqual({
    onTime: total.onTime,
    late: total.late,
    unknown: total.unknown,
    withoutHomework: total.withoutHomework,
    withoutTopic: total.withoutTopic,
    undescribed: total.lessons - total.described,
    emptyWeeks: total.emptyWeeks,
  });
});
