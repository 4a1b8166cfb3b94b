import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { belongingOf } from '../../../src-main/domain/study-forms.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import type { ControlledSchool } from '../control/school.ts';
import { openControlledSchool } from '../control/school.ts';
import type { JournalScene } from '../journal/scene.ts';
import { openScene } from '../journal/scene.ts';
import type { Week } from '../sheets/scenario.ts';
import { openWeek } from '../sheets/scenario.ts';
import { addStudent } from './support.ts';

/** Forms of education in the registers, by day (domain.md §1). */

const study = (
  { call }: Pick<TestOffice, 'call'>,
  studentId: number,
  form: 'full-time' | 'part-time' | 'extramural' | 'family' | 'self-education',
  place: 'school' | 'home' | 'medical',
  [startsOn, endsOn]: readonly [string, string | null],
) => call('people.saveStudyPeriod', { id: null, studentId, form, place, startsOn, endsOn });

test('a place that the form cannot have is refused', async () => {
  const small = await openScene();
  const period = { id: null, studentId: small.anna, startsOn: '2026-02-01', endsOn: null };
  const refusal = (form: string, place: string) =>
    small.office.refusal('people.saveStudyPeriod', { ...period, form, place });
  expect(await refusal('family', 'home')).toMatchObject({ code: 'study-place-wrong' });
  expect(await refusal('full-time', 'school')).toMatchObject({ code: 'study-place-wrong' });
  await small.office.close();
});

test('periods of education do not overlap one another', async () => {
  const office = await openTestOffice({ today: '2026-03-02' });
  const codeOf = async (name: Parameters<TestOffice['refusal']>[0], input: unknown) =>
    (await office.refusal(name, input)).code;
  const studentId = await addStudent(office, 'Ким Ева');
  const home = { form: 'full-time', place: 'home' } as const;
  const period = { id: null, studentId, ...home, startsOn: '2026-01-12', endsOn: '2026-02-28' };
  const { id } = await office.call('people.saveStudyPeriod', period);
  expect(
    await codeOf('people.saveStudyPeriod', { ...period, startsOn: '2026-02-28', endsOn: null }),
  ).toBe('study-period-overlap');
  expect(await codeOf('people.saveStudyPeriod', { ...period, endsOn: '2026-01-11' })).toBe(
    'period-upside-down',
  );
  await office.call('people.saveStudyPeriod', { ...period, id, endsOn: null });
  expect((await office.call('people.student', { id: studentId })).studyPeriods).toEqual([
    { id, ...home, startsOn: '2026-01-12', endsOn: null },
  ]);
  await office.call('people.deleteStudyPeriod', { id });
  expect(await codeOf('people.deleteStudyPeriod', { id })).toBe('study-period-unknown');
  await office.close();
});

describe('the class’s journal', () => {
  let small: JournalScene;
  beforeEach(async () => {
    small = await openScene();
  });
  afterEach(() => small.office.close());

  const html = async (): Promise<string> => {
    const made = await small.office.call('journal.preview', {
      classId: small.class8,
      period: 'term-3',
    });
    const file = await small.office.call('printing.html', { document: made.document });
    const { bytes } = await small.office.office.read(file.handle);
    return new TextDecoder().decode(bytes);
  };
  const gaps = async () => {
    const asked = { classIds: [small.class8], period: 'term-3' as const };
    return (await small.office.call('journal.check', asked)).checks[0]?.gaps.map(
      ({ kind }) => kind,
    );
  };

  test('leaves out days at home, says so, and keeps the days before and after', async () => {
    const [before, within, after] = [
      await small.lesson('2026-01-20'),
      await small.lesson('2026-02-10'),
      await small.lesson('2026-03-10'),
    ];
    await small.mark(before, small.anna, '3');
    await small.mark(after, small.anna, '5');
    expect(within).toBeGreaterThan(0);
    await study(small.office, small.anna, 'full-time', 'home', ['2026-02-02', '2026-02-27']);
    const page = await html();
    expect(page).toContain('обучается на дому с 02.02.2026 по 27.02.2026, отдельный журнал');
    expect(page).toMatch(/>3<\/td>\s*<td[^>]*>–<\/td>\s*<td[^>]*>5<\/td>/u);
    expect(page).toContain('В этот день не числился в классе или учился вне журнала класса');
    // At school again when the term ends: the final mark is owed.
    expect(await gaps()).toContain('no-final-marks');
  });

  test('owes no final mark of a pupil who is at home when the term ends', async () => {
    await small.taught();
    await study(small.office, small.anna, 'full-time', 'home', ['2026-03-20', null]);
    expect(await gaps()).not.toContain('no-final-marks');
    // The mark he has of his days at school stays, and is no mistake.
    expect(await gaps()).not.toContain('not-enrolled');
  });

  test('has nobody of семейное образование who was in it no day', async () => {
    const lesson = await small.lesson('2026-03-02');
    await small.mark(lesson, small.leaver, '4').catch(() => undefined);
    await study(small.office, small.anna, 'family', 'school', ['2025-09-01', null]);
    expect(await html()).not.toContain('Иванова Анна');
  });

  test('keeps a pupil in a medical organisation, and of заочная форма as the school sets', async () => {
    await small.taught();
    await study(small.office, small.anna, 'extramural', 'medical', ['2026-01-12', null]);
    expect(await html()).not.toContain('в журнал не вносится');
    await small.office.call('settings.saveStudyForms', { extramural: { journal: false } });
    expect(await html()).toContain(
      'заочная форма, обучается в медицинской организации с 12.01.2026, в журнал не вносится',
    );
  });
});

describe('weekly sheets', () => {
  let scene: Week;
  beforeEach(async () => {
    scene = await openWeek('2026-04-30');
    await scene.family.register({ date: '2026-02-05', registeredOn: '2026-02-05' });
  });
  afterEach(() => scene.family.school.office.close());

  test('are owed at home and in hospital, not in семейное образование, by the week’s last day', async () => {
    await study(scene, scene.anna, 'full-time', 'home', ['2026-02-09', '2026-02-22']);
    await study(scene, scene.anna, 'family', 'school', ['2026-03-05', '2026-03-18']);
    expect(await scene.due('2026-02-09')).toBe('paper-refusal not-printed 0+0');
    expect(await scene.due('2026-02-24')).toBe('paper-refusal not-printed 0+0');
    // Begun on Thursday: no sheet of that week.
    const owed = async (week: string) =>
      (await scene.call('sheets.listDue', { filters: { week } })).rows.filter(
        ({ studentId, owed: isOwed }) => studentId === scene.anna && isOwed,
      ).length;
    expect([await owed('2026-03-02'), await owed('2026-03-09')]).toEqual([0, 0]);
    const filters = { on: '2026-03-10' };
    expect((await scene.call('statements.listServedOnPaper', { filters })).total).toBe(0);
    // Ended on Wednesday: the week is owed again.
    expect(await owed('2026-03-16')).toBe(1);
  });
});

describe('control', () => {
  let school: ControlledSchool;
  beforeEach(async () => {
    school = await openControlledSchool();
  });
  afterEach(() => school.office.close());

  const counts = () => {
    const db = new Database(join(school.office.folder, 'office.sqlite'), { readonly: true });
    try {
      return db
        .prepare('SELECT on_date, graded, late FROM lesson_figures ORDER BY on_date')
        .raw()
        .all();
    } finally {
      db.close();
    }
  };
  const lateMarks = async () => (await school.office.call('control.listLateMarks', {})).total;

  test('counts no mark of days in семейное образование, whatever comes first', async () => {
    const { office, anna, lesson, mark } = school;
    await mark(await lesson({ date: '2026-02-02' }), '4', '2026-03-10');
    await mark(await lesson({ date: '2026-03-02' }), '5', '2026-03-12');
    expect(counts()).toEqual([
      ['2026-02-02', 1, 1],
      ['2026-03-02', 1, 1],
    ]);
    const family = await office.command('people.saveStudyPeriod', {
      id: null,
      studentId: anna,
      form: 'family',
      place: 'school',
      startsOn: '2026-02-20',
      endsOn: null,
    });
    expect(counts()).toEqual([
      ['2026-02-02', 1, 1],
      ['2026-03-02', 0, 0],
    ]);
    expect(await lateMarks()).toBe(1);
    // A mark that comes later is not counted either; of a day before the period it is.
    await mark(await lesson({ date: '2026-03-03' }), '5', '2026-03-14');
    await mark(await lesson({ date: '2026-02-03' }), '5', '2026-03-14');
    expect(counts()).toEqual([
      ['2026-02-02', 1, 1],
      ['2026-02-03', 1, 1],
      ['2026-03-02', 0, 0],
      ['2026-03-03', 0, 0],
    ]);
    expect(await lateMarks()).toBe(2);
    await office.call('audit.undo', { id: family.auditId });
    expect(counts()).toContainEqual(['2026-03-03', 1, 1]);
    expect(await lateMarks()).toBe(4);
  });

  const forms = ['full-time', 'part-time', 'extramural', 'family', 'self-education'] as const;
  test.each(forms.flatMap((form) => [true, false].map((control) => [form, control] as const)))(
    '%s with control set to %s: SQL says what the rule says',
    async (form, control) => {
      const { office, anna, lesson, mark } = school;
      await mark(await lesson({ date: '2026-03-02' }), '5', '2026-03-12');
      const place = form === 'full-time' ? 'home' : 'school';
      await study(office, anna, form, place, ['2026-03-02', '2026-03-02']);
      const set = { control, journal: true, sheets: true };
      const rules = { partTime: set, extramural: set };
      await office.call('settings.saveStudyForms', rules);
      const expected = belongingOf({ form, place }, rules).control ? 1 : 0;
      expect(counts()).toEqual([['2026-03-02', expected, expected]]);
      expect(await lateMarks()).toBe(expected);
    },
  );
});
