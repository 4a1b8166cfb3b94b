import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParallelCalendar } from '../../src-main/domain/calendar.ts';
import {
  defaultHolidays,
  defaultMovedDays,
  defaultTerms,
} from '../../src-main/domain/calendar-defaults.ts';
import { addDays } from '../../src-main/domain/dates.ts';
import type { OpenPeriod } from '../../src-main/domain/dates.ts';
import { qualification, yearOfAbsences } from '../../src-main/domain/qualifying-appeals.ts';
import { defaultTwoWeekRule } from '../../src-main/domain/two-weeks.ts';
import type { TwoWeekMeasure } from '../../src-main/domain/two-weeks.ts';
import type { AbsenceSpan } from '../../src-main/domain/absence-runs.ts';

const years = [2023, 2024, 2025, 2026];
const calendar: ParallelCalendar = {
  weekDays: 5,
  terms: years.flatMap((year) => defaultTerms(year, 'quarter')),
  holidays: years.flatMap((year) => defaultHolidays(year, 8)),
  movedDays: years.flatMap((year) => defaultMovedDays(year, 5)),
};

const absence = (from: string, to: string | null, excused = true): AbsenceSpan => ({
  id: Number(from.replaceAll('-', '')),
  from,
  to,
  excused,
});

interface Case {
  readonly absences: readonly AbsenceSpan[];
  readonly home?: readonly OpenPeriod[];
  readonly dated: string;
  readonly today: string;
  readonly annulled?: boolean;
  readonly measure?: TwoWeekMeasure;
  readonly excusedOnly?: boolean;
}

const judge = ({ absences, home = [], dated, today, annulled = false, ...setting }: Case) => {
  const rule = { ...defaultTwoWeekRule, ...setting };
  const student = { absences, homePeriods: home, calendar };
  return qualification({ dated, annulled }, yearOfAbsences(student, rule, dated, today));
};

const reasonOf = (tried: Case): string => judge(tried).reason ?? 'qualifies';

// Mon 2 March – Mon 16 March 2026: 15 days.
const over = absence('2026-03-02', '2026-03-16');
const today = '2026-05-15';

describe('an appeal qualifies by an absence begun on or before its day, in its school year', () => {
  const cases: Readonly<Record<string, [Case, string]>> = {
    'no absence at all': [{ absences: [], dated: '2026-03-05', today }, 'no-absence'],
    'the day before the absence': [{ absences: [over], dated: '2026-03-01', today }, 'begun-later'],
    'its first day': [{ absences: [over], dated: '2026-03-02', today }, 'qualifies'],
    'in the middle, not over two weeks yet that day': [
      { absences: [over], dated: '2026-03-05', today },
      'qualifies',
    ],
    'after it, in the same school year': [
      { absences: [over], dated: '2026-05-14', today },
      'qualifies',
    ],
    'on the Saturday it is recorded from, no lessons that day': [
      { absences: [absence('2026-02-28', '2026-03-16')], dated: '2026-02-28', today },
      'qualifies',
    ],
    'on that Sunday, taught at home until Saturday': [
      {
        absences: [absence('2026-02-02', '2026-03-16')],
        home: [{ from: '2026-01-12', to: '2026-02-28' }],
        dated: '2026-03-01',
        today,
      },
      'qualifies',
    ],
    'on the last day of home teaching': [
      {
        absences: [absence('2026-02-02', '2026-03-16')],
        home: [{ from: '2026-01-12', to: '2026-02-27' }],
        dated: '2026-02-27',
        today,
      },
      'begun-later',
    ],
    'exactly 14 days': [
      { absences: [absence('2026-03-03', '2026-03-16')], dated: '2026-03-05', today },
      'not-over-two-weeks',
    ],
    'open, over two weeks today': [
      { absences: [absence('2026-04-27', null)], dated: '2026-04-28', today },
      'qualifies',
    ],
    'open, not over two weeks yet': [
      { absences: [absence('2026-05-04', null)], dated: '2026-05-05', today },
      'not-over-two-weeks',
    ],
    'days that have not come are not counted': [
      { absences: [absence('2026-05-04', '2026-05-25')], dated: '2026-05-05', today },
      'not-over-two-weeks',
    ],
    'the same when they have come': [
      { absences: [absence('2026-05-04', '2026-05-25')], dated: '2026-05-05', today: '2026-05-26' },
      'qualifies',
    ],
    'home teaching covers it': [
      { absences: [over], home: [{ from: '2026-03-01', to: null }], dated: '2026-03-05', today },
      'at-home',
    ],
    'home teaching in the middle': [
      {
        absences: [over],
        home: [{ from: '2026-03-06', to: '2026-03-06' }],
        dated: '2026-03-05',
        today,
      },
      'not-over-two-weeks',
    ],
    'home teaching at the start: the absence begins after it, and after the appeal': [
      {
        absences: [absence('2026-03-02', '2026-03-31')],
        home: [{ from: '2026-02-01', to: '2026-03-06' }],
        dated: '2026-03-05',
        today,
      },
      'begun-later',
    ],
    'home teaching at the end, enough before it': [
      {
        absences: [absence('2026-03-02', '2026-03-31')],
        home: [{ from: '2026-03-18', to: null }],
        dated: '2026-03-05',
        today,
      },
      'qualifies',
    ],
    'two absences: a short one before, a long one after': [
      { absences: [absence('2026-02-02', '2026-02-04'), over], dated: '2026-02-10', today },
      'begun-later',
    ],
    'two absences: a long one before, a short one now': [
      { absences: [over, absence('2026-05-04', null)], dated: '2026-05-05', today },
      'qualifies',
    ],
    'two short absences do not make a long one': [
      {
        absences: [absence('2026-02-02', '2026-02-06'), absence('2026-03-02', '2026-03-13')],
        dated: '2026-03-05',
        today,
      },
      'not-over-two-weeks',
    ],
    'two short absences add up for the cumulative measure': [
      {
        absences: [absence('2026-02-02', '2026-02-06'), absence('2026-03-02', '2026-03-13')],
        dated: '2026-02-02',
        today,
        measure: 'cumulative',
      },
      'qualifies',
    ],
    'in sum, counted over the school year only': [
      {
        absences: [absence('2025-05-12', '2025-05-23'), absence('2026-03-02', '2026-03-06')],
        dated: '2026-03-05',
        today,
        measure: 'cumulative',
      },
      'not-over-two-weeks',
    ],
    'an unexcused one, excused only': [
      {
        absences: [absence('2026-03-02', '2026-03-16', false)],
        dated: '2026-03-05',
        today,
        excusedOnly: true,
      },
      'no-absence',
    ],
    'annulled, whatever the absence': [
      { absences: [over], dated: '2026-03-05', today, annulled: true },
      'annulled',
    ],
    'an absence of the school year before': [
      { absences: [absence('2025-04-01', '2025-05-16')], dated: '2025-09-01', today },
      'no-absence',
    ],
    '31 August belongs to the year that ends': [
      { absences: [absence('2025-04-01', '2025-05-16')], dated: '2025-08-31', today },
      'qualifies',
    ],
    '1 September, absent from that day': [
      { absences: [absence('2025-09-01', '2025-09-16')], dated: '2025-09-01', today },
      'qualifies',
    ],
    'absent over the summer: each year has its own absence': [
      { absences: [absence('2025-05-20', '2025-09-03')], dated: '2025-09-02', today },
      'not-over-two-weeks',
    ],
    'an absence around 29 February': [
      { absences: [absence('2024-02-19', '2024-03-04')], dated: '2024-02-29', today },
      'qualifies',
    ],
    'begun on 29 February, the appeal on 28': [
      { absences: [absence('2024-02-29', '2024-03-20')], dated: '2024-02-28', today },
      'begun-later',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [tried, reason]) => {
    expect(reasonOf(tried)).toBe(reason);
  });
});

const why = (tried: Omit<Case, 'today'>) => judge({ today, ...tried }).why;

test('why, in words of the office', () => {
  expect(why({ absences: [over], dated: '2026-03-05' })).toBe(
    'Непрерывный пропуск с 02.03.2026 по 16.03.2026: 15 календарных дней (10 учебных дней), больше 14.',
  );
  expect(why({ absences: [over], dated: '2026-02-27' })).toBe(
    'Пропуск начался 02.03.2026, позже обращения (27.02.2026).',
  );
  expect(why({ absences: [absence('2026-03-02', '2026-03-04')], dated: '2026-03-03' })).toBe(
    'Непрерывный пропуск с 02.03.2026 по 04.03.2026: 3 календарных дня (3 учебных дня), не больше 14.',
  );
  expect(why({ absences: [], dated: '2026-03-03' })).toBe(
    'В этом учебном году нет пропущенных учебных дней.',
  );
});

test('a later day of the appeal in a school year never loses it what qualified before', () => {
  const day = integer({ min: 0, max: 260 }).map((n) => addDays('2025-09-01', n));
  const anyAbsence = tuple(day, integer({ min: 0, max: 40 })).map(([from, days]) =>
    absence(from, addDays(from, days)),
  );
  assert(
    property(array(anyAbsence, { maxLength: 4 }), day, day, (absences, a, b) => {
      const [early, late] = a <= b ? [a, b] : [b, a];
      const whole = { absences, today: '2026-08-31' };
      if (judge({ ...whole, dated: early }).qualifies)
        expect(judge({ ...whole, dated: late }).qualifies).toBe(true);
    }),
    { numRuns: 200 },
  );
});
