import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ControlledSchool } from './school.ts';
import { fillTerm, openControlledSchool, term, writeRaw } from './school.ts';

let school: ControlledSchool;
beforeEach(async () => {
  school = await openControlledSchool();
});
afterEach(() => school.office.close());

describe('the overview', () => {
  test('counts every kind of fault once, and what is unknown apart', async () => {
    await fillTerm(school);
    const { call } = school.office;
    const { total, groups, from, to } = await call('control.overview', { by: 'teacher', ...term });
    expect({ from, to }).toEqual({ from: '2026-01-12', to: '2026-03-16' });
    expect(total).toEqual({
      lessons: 6,
      described: 6,
      withoutTopic: 1,
      withoutHomework: 2,
      marks: 4,
      onTime: 2,
      late: 1,
      unknown: 1,
      weeks: 3,
      emptyWeeks: 1,
      planned: null,
      heldOfPlanned: null,
      pairs: 2,
      pairsPlanned: 0,
    });
    expect(groups.map(({ title, lessons, emptyWeeks }) => [title, lessons, emptyWeeks])).toEqual([
      ['Белова Ольга Игоревна', 5, 1],
      ['Педагог не указан', 1, 0],
    ]);
  });

  test('groups by class and subject and narrows by any of them', async () => {
    await fillTerm(school);
    const { office, class8, class9, teacher } = school;
    const by = async (grouping: 'class' | 'subject', scope = {}) =>
      (await office.call('control.overview', { by: grouping, ...term, ...scope })).groups.map(
        ({ title, lessons }) => [title, lessons],
      );
    expect(await by('class')).toEqual([['8А', 6]]);
    expect(await by('subject')).toEqual([
      ['Алгебра', 5],
      ['Физика', 1],
    ]);
    expect(await by('subject', { teacherId: teacher })).toEqual([['Алгебра', 5]]);
    expect(await by('subject', { withoutTeacher: true })).toEqual([['Физика', 1]]);
    expect(await by('class', { parallel: 9 })).toEqual([]);
    expect(await by('class', { classId: class9 })).toEqual([]);
    expect(await by('class', { classId: class8, to: '2026-03-03' })).toEqual([['8А', 2]]);
  });

  test('an empty office has no faults and no groups', async () => {
    const { total, groups } = await school.office.call('control.overview', { by: 'class' });
    expect(groups).toEqual([]);
    expect(total).toMatchObject({ lessons: 0, marks: 0, planned: null });
    const map = await school.office.call('control.heatMap', { by: 'class', measure: 'late' });
    expect(map.rows).toEqual([]);
  });

  test('lessons after today are not judged, nor a week before its last day', async () => {
    const { office, lesson } = school;
    await lesson({ date: '2026-03-16', homework: '' });
    await lesson({ date: '2026-03-17', homework: '' });
    const ask = async () => (await office.call('control.overview', { by: 'class', ...term })).total;
    expect(await ask()).toMatchObject({ lessons: 1, withoutHomework: 1, weeks: 0, emptyWeeks: 0 });
    office.clock.set('2026-03-20');
    expect(await ask()).toMatchObject({ lessons: 2, weeks: 1, emptyWeeks: 1 });
  });

  test('what an import did not describe is unknown, not a fault', async () => {
    const { office, lesson } = school;
    const id = await lesson();
    writeRaw(office.folder, (db) =>
      db
        .prepare('UPDATE lessons SET described = 0, topic = NULL, homework = NULL WHERE id = ?')
        .run(id),
    );
    const { total } = await office.call('control.overview', { by: 'class', ...term });
    expect(total).toMatchObject({ lessons: 1, described: 0, withoutTopic: 0, withoutHomework: 0 });
    const faults = { filters: { fault: 'undescribed' as const, ...term } };
    expect((await office.call('control.listLessons', faults)).total).toBe(1);
    const map = await office.call('control.heatMap', { by: 'class', measure: 'homework', ...term });
    expect(map.rows[0]?.cells.filter((cell) => cell !== null)).toMatchObject([
      { state: 'unknown', unknown: 1 },
    ]);
  });
});

describe('the heat map', () => {
  test('weeks across, groups down; unknown is never a zero', async () => {
    await fillTerm(school);
    const { call } = school.office;
    const march = { from: '2026-03-02', to: '2026-03-15' };
    const map = await call('control.heatMap', { by: 'subject', measure: 'late', ...march });
    expect(map.weeks.map(({ startsOn }) => startsOn)).toEqual(['2026-03-02', '2026-03-09']);
    expect(map.rows.map(({ title, cells }) => [title, cells])).toEqual([
      ['Алгебра', [{ state: 'known', value: 1, of: 2, unknown: 1, level: 4 }, null]],
      ['Физика', [null, { state: 'known', value: 0, of: 1, unknown: 0, level: 0 }]],
    ]);
    const marks = await call('control.heatMap', { by: 'class', measure: 'marks', ...march });
    expect(marks.rows[0]?.cells).toMatchObject([
      { value: 3, of: 1, level: 0 },
      { value: 1, of: 2, level: 4 },
    ]);
  });

  test('the first class is not blamed for weeks without marks', async () => {
    const { office, lesson } = school;
    const { id } = await office.call('people.saveClass', { id: null, parallel: 1, letter: 'А' });
    await lesson({ classId: id, date: '2026-03-03', subject: 'Чтение' });
    const { total } = await office.call('control.overview', { by: 'class', ...term });
    expect(total).toMatchObject({ lessons: 1, weeks: 0, emptyWeeks: 0 });
  });
});

test('the choices are what the period holds', async () => {
  await fillTerm(school);
  const { call } = school.office;
  const names = async (period: object) => {
    const { classes, subjects, teachers } = await call('control.choices', period);
    return [classes, subjects, teachers].map((rows) => rows.map(({ title }) => title));
  };
  expect(await names(term)).toEqual([['8А'], ['Алгебра', 'Физика'], ['Белова Ольга Игоревна']]);
  expect(await names({ from: '2025-09-01', to: '2025-10-24' })).toEqual([[], [], []]);
});
