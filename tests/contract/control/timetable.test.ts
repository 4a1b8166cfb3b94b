import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ControlledSchool } from './school.ts';
import { fillTerm, openControlledSchool } from './school.ts';

let school: ControlledSchool;
beforeEach(async () => {
  school = await openControlledSchool();
});
afterEach(() => school.office.close());

describe('the timetable', () => {
  test('is saved by cells, taken back, and judges the volume', async () => {
    await fillTerm(school);
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
