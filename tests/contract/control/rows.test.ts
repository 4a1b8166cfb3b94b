import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { ControlledSchool } from './school.ts';
import { fillTerm, openControlledSchool, term } from './school.ts';

let school: ControlledSchool;
beforeEach(async () => {
  school = await openControlledSchool();
});
afterEach(() => school.office.close());

describe('every figure opens its rows', () => {
  test('late and unknown marks, with what bounds them', async () => {
    const { late, unknown } = await fillTerm(school);
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
    const byClass = { column: 'className', descending: false };
    for (const question of [{}, { search: 'иванова' }, { sort: byClass }])
      expect(await ask({ ...question, filters: term, limit: 2, offset: 9 })).toEqual({
        total: 5,
        rows: [],
      });
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
    await fillTerm(school);
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
    await fillTerm(school);
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
    await fillTerm(school);
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
