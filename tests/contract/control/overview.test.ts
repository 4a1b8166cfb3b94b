import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { ControlledSchool } from './school.ts';
import { openControlledSchool, term, writeRaw } from './school.ts';

let school: ControlledSchool;
beforeEach(async () => {
  school = await openControlledSchool();
});
afterEach(() => school.office.close());

/**
 * Two weeks of the third term. Algebra (Белова): 2 March on time, 3 March late by a day,
 * 4 March unknown; 9–13 March without marks, one lesson without homework. Physics (nobody):
 * a lesson of 10 March without topic and homework, marked in time.
 */
const fill = async (): Promise<{ readonly late: number; readonly unknown: number }> => {
  const { lesson, mark, imported } = school;
  await mark(await lesson({ date: '2026-03-02' }), '5', '2026-03-09');
  const late = await lesson({ date: '2026-03-03' });
  await mark(late, '3', '2026-03-11');
  const unknown = await lesson({ date: '2026-03-04' });
  imported(unknown, '2026-03-14T06:00:00.000Z', '2026-03-08T06:00:00.000Z');
  await lesson({ date: '2026-03-10', homework: '' });
  await lesson({ date: '2026-03-12' });
  const physics = await lesson({
    date: '2026-03-10',
    subject: 'Физика',
    topic: '',
    homework: '',
    teacherId: null,
  });
  await mark(physics, '4', '2026-03-10');
  return { late, unknown };
};

describe('the overview', () => {
  test('counts every kind of fault once, and what is unknown apart', async () => {
    await fill();
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
      heldOfPlanned: 0,
      pairs: 2,
      pairsPlanned: 0,
    });
    expect(groups.map(({ title, lessons, emptyWeeks }) => [title, lessons, emptyWeeks])).toEqual([
      ['Белова Ольга Игоревна', 5, 1],
      ['Педагог не указан', 1, 0],
    ]);
  });

  test('groups by class and subject and narrows by any of them', async () => {
    await fill();
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

describe('every figure opens its rows', () => {
  test('late and unknown marks, with what bounds them', async () => {
    const { late, unknown } = await fill();
    const { call } = school.office;
    const list = (filters: object) => call('control.listLateMarks', { filters });
    expect(await list(term)).toMatchObject({
      total: 1,
      rows: [
        {
          lessonId: late,
          studentName: 'Иванова Анна Сергеевна',
          className: '8А',
          mark: '3',
          timeliness: 'late',
          enteredOn: '2026-03-11',
          days: 8,
        },
      ],
    });
    expect(await list({ ...term, timeliness: 'unknown' })).toMatchObject({
      total: 1,
      rows: [
        {
          lessonId: unknown,
          enteredOn: null,
          seenOn: '2026-03-14',
          unseenOn: '2026-03-08',
          days: null,
        },
      ],
    });
    expect((await list({ ...term, timeliness: 'on-time' })).total).toBe(2);
    expect((await list({ ...term, lessonId: unknown, timeliness: 'late' })).total).toBe(0);
  });

  test('an import that still had no mark after a week proves it late', async () => {
    const { office, lesson, imported } = school;
    imported(await lesson(), '2026-03-15T06:00:00.000Z', '2026-03-11T06:00:00.000Z');
    const { rows } = await office.call('control.listLateMarks', { filters: term });
    expect(rows).toMatchObject([{ enteredOn: null, unseenOn: '2026-03-11', days: 9 }]);
  });

  test('search finds by student, class, subject and teacher; pages follow one another', async () => {
    const { office, lesson, mark } = school;
    const days = ['02', '03', '04', '05', '06'];
    for (const day of days) await mark(await lesson({ date: `2026-02-${day}` }), '4', '2026-03-01');
    const ask = async (question: object) => await office.call('control.listLateMarks', question);
    for (const search of ['иванова', '8а', 'алгеб', 'белова', 'анна алгебра 8А'])
      expect((await ask({ search, filters: term })).total, search).toBe(5);
    expect((await ask({ search: 'физика', filters: term })).total).toBe(0);
    const dates = async (question: object) =>
      (await ask({ filters: term, ...question })).rows.map(({ date }) => date.slice(8));
    expect(await dates({})).toEqual(days.toReversed());
    expect(await dates({ limit: 2 })).toEqual(['06', '05']);
    expect(await dates({ limit: 2, offset: 2 })).toEqual(['04', '03']);
    expect(await dates({ limit: 2, offset: 4 })).toEqual(['02']);
    expect(await dates({ limit: 2, offset: 9 })).toEqual([]);
    const byDate = { column: 'date', descending: false };
    expect(await dates({ sort: byDate, limit: 2, offset: 1 })).toEqual(['03', '04']);
    expect(await dates({ search: 'иванова', sort: byDate, limit: 2 })).toEqual(['02', '03']);
    for (const column of ['className', 'subject', 'teacherName'])
      expect(await dates({ sort: { column, descending: false } })).toEqual(days.toReversed());
  });

  test('a page may begin and end in the middle of a lesson', async () => {
    const { office, lesson, leaver, anna } = school;
    const ids = [await lesson({ date: '2026-01-20' }), await lesson({ date: '2026-01-21' })];
    office.clock.set('2026-02-20');
    await office.call('marks.saveCells', {
      cells: ids.flatMap((lessonId) =>
        [anna, leaver].map((studentId) => ({ lessonId, studentId, text: '4' })),
      ),
    });
    const rows = async (offset: number) =>
      (await office.call('control.listLateMarks', { filters: term, offset, limit: 2 })).rows.map(
        ({ date, studentName }) => `${date.slice(8)} ${studentName.slice(0, 3)}`,
      );
    expect(await rows(0)).toEqual(['21 Гро', '21 Ива']);
    expect(await rows(1)).toEqual(['21 Ива', '20 Гро']);
    expect(await rows(3)).toEqual(['20 Ива']);
  });

  test('lessons by fault', async () => {
    await fill();
    const { call } = school.office;
    const dates = async (fault: 'no-homework' | 'no-topic' | 'no-marks' | 'late-marks') =>
      (
        await call('control.listLessons', {
          filters: { fault, ...term },
          sort: { column: 'date', descending: false },
        })
      ).rows.map(({ date, subject }) => `${date.slice(8)} ${subject}`);
    expect(await dates('no-homework')).toEqual(['10 Алгебра', '10 Физика']);
    expect(await dates('no-topic')).toEqual(['10 Физика']);
    expect(await dates('no-marks')).toEqual(['10 Алгебра', '12 Алгебра']);
    expect(await dates('late-marks')).toEqual(['03 Алгебра']);
  });

  test('weeks without marks', async () => {
    await fill();
    const { rows } = await school.office.call('control.listEmptyWeeks', { filters: term });
    expect(rows).toMatchObject([
      {
        className: '8А',
        subject: 'Алгебра',
        teachers: 'Белова Ольга Игоревна',
        weekStartsOn: '2026-03-09',
        weekEndsOn: '2026-03-15',
        lessons: 2,
      },
    ]);
  });

  test('the groups as a workbook', async () => {
    await fill();
    const { office } = school;
    const { handle } = await office.call('lists.exportTable', {
      operation: 'control.listGroups',
      title: 'Контроль',
      input: { filters: { by: 'subject', ...term }, sort: { column: 'late', descending: true } },
      columns: [
        { key: 'title', title: 'Предмет', kind: 'text' },
        { key: 'late', title: 'Позднее 7 дней', kind: 'number' },
      ],
    });
    const { path } = await office.office.locate(handle);
    const { sheets } = await readWorkbook(readFileSync(path));
    expect(sheets[0]?.rows).toContainEqual(['Алгебра', 1]);
  });
});

describe('the timetable', () => {
  test('is saved by cells, taken back, and judges the volume', async () => {
    await fill();
    const { office, class8, class9 } = school;
    const { auditId, data } = await office.command('control.saveLoads', {
      cells: [
        { classId: class8, subject: 'алгебра', lessons: 3 },
        { classId: class9, subject: 'Химия', lessons: 2 },
      ],
    });
    expect(data).toEqual({ saved: 2, removed: 0 });
    const grid = await office.call('control.loads', { startYear: 2025 });
    expect(grid.subjects.map(({ title }) => title)).toEqual(['Алгебра', 'Физика', 'Химия']);
    expect(grid.loads).toHaveLength(2);
    // 2–16 March: 10 school days (Monday the 9th is moved from the 8th) of a five-day week.
    const march = { from: '2026-03-02', to: '2026-03-16' };
    const { rows } = await office.call('control.listVolume', { filters: march });
    expect(
      rows.map(({ className, subject, weekly, planned, held, difference }) => [
        className,
        subject,
        weekly,
        planned,
        held,
        difference,
      ]),
    ).toEqual([
      ['8А', 'Алгебра', 3, 6, 5, -1],
      ['8А', 'Физика', null, null, 1, null],
      ['9А', 'Химия', 2, 4, 0, -4],
    ]);
    const { total } = await office.call('control.overview', { by: 'class', ...march });
    expect(total).toMatchObject({ planned: 10, heldOfPlanned: 5, pairs: 3, pairsPlanned: 2 });
    await office.call('audit.undo', { id: auditId });
    expect((await office.call('control.loads', { startYear: 2025 })).loads).toEqual([]);
  });

  test('changes, keeps and removes', async () => {
    const { office, class8 } = school;
    const save = (lessons: number | null) =>
      office.call('control.saveLoads', {
        cells: [{ classId: class8, subject: 'Физика', lessons }],
      });
    expect(await save(2)).toEqual({ saved: 1, removed: 0 });
    expect(await save(2)).toEqual({ saved: 0, removed: 0 });
    expect(await save(3)).toEqual({ saved: 1, removed: 0 });
    expect(await save(null)).toEqual({ saved: 0, removed: 1 });
    expect(await save(null)).toEqual({ saved: 0, removed: 0 });
    const cells = [{ classId: 999_999, subject: 'Физика', lessons: 1 }];
    expect(await office.refusal('control.saveLoads', { cells })).toMatchObject({
      code: 'class-unknown',
      fields: [{ path: 'cells.0.classId' }],
    });
  });

  test('a week the timetable proves taught is empty without a single row', async () => {
    const { office, class8, lesson } = school;
    await lesson({ date: '2026-03-02' });
    await office.call('control.saveLoads', {
      cells: [{ classId: class8, subject: 'Алгебра', lessons: 3 }],
    });
    const filters = { from: '2026-02-23', to: '2026-03-15' };
    const { rows } = await office.call('control.listEmptyWeeks', { filters });
    expect(rows.map(({ weekStartsOn, lessons }) => [weekStartsOn, lessons])).toEqual([
      ['2026-03-09', 0],
      ['2026-03-02', 1],
      ['2026-02-23', 0],
    ]);
  });
});

describe('the heat map', () => {
  test('weeks across, groups down; unknown is never a zero', async () => {
    await fill();
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
  await fill();
  const { call } = school.office;
  const names = async (period: object) => {
    const { classes, subjects, teachers } = await call('control.choices', period);
    return [classes, subjects, teachers].map((rows) => rows.map(({ title }) => title));
  };
  expect(await names(term)).toEqual([['8А'], ['Алгебра', 'Физика'], ['Белова Ольга Игоревна']]);
  expect(await names({ from: '2025-09-01', to: '2025-10-24' })).toEqual([[], [], []]);
});
