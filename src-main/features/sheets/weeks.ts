import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { weekCode, weekTitle } from '../../domain/cadence-wording.ts';
import { schoolYearOf } from '../../domain/calendar.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { weekStart, mondayOf } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked, Context } from '../context.ts';
import type { RegisterRow } from './due-rows.ts';
import { registerRows, weekBookOf } from './due-rows.ts';
import { earlierWeeks } from './selection.ts';
import type { WeekBook } from './week-book.ts';
import { lastDayOfSchool, schoolWeeks, suggestedWeek } from './week-book.ts';

type Counts = OperationOutput<'sheets.week'>['total'];

const countRows = (rows: readonly RegisterRow[]): Counts => {
  const owed = rows.filter(({ due }) => due.owed);
  const count = (status: string): number => owed.filter(({ due }) => due.status === status).length;
  return {
    owed: owed.length,
    waiting: count('owed'),
    notPrinted: count('not-printed'),
    printed: count('printed'),
    notHanded: count('not-handed'),
    handed: count('handed'),
  };
};

/** The week to work on, in the school year of today or, in its first days, the one before. */
export const suggestedWeekOf = (book: WeekBook, today: IsoDate): IsoDate | null => {
  const year = schoolYearOf(today);
  return (
    suggestedWeek(book, schoolWeeks(book, year, today), today) ??
    suggestedWeek(book, schoolWeeks(book, year - 1, today), today)
  );
};

/** Weeks of a school year with their counts; see the contract of `sheets.weeks`. */
export const listWeeks = async (
  { on }: Asked<'sheets.weeks'>,
  { db, clock }: Context,
): Promise<OperationOutput<'sheets.weeks'>> => {
  const today = clock.today();
  const book = await weekBookOf(db);
  const weeks = schoolWeeks(book, schoolYearOf(on ?? today), today);
  const rows = await registerRows(db, book, { weeks, everyone: false, today });
  const byWeek = Map.groupBy(rows, ({ due }) => due.week);
  return {
    suggested: suggestedWeekOf(book, today),
    weeks: weeks.toReversed().map((week) => {
      const lastDay = lastDayOfSchool(book, week) ?? week;
      return {
        week,
        isoWeek: weekCode(week),
        title: weekTitle(week, lastDay),
        lastDay,
        over: lastDay <= today,
        ...countRows(byWeek.get(week) ?? []),
      };
    }),
  };
};

const byClass = (rows: readonly RegisterRow[]): OperationOutput<'sheets.week'>['classes'] =>
  [...Map.groupBy(rows, ({ due }) => due.classId)]
    .map(([classId, members]) => ({
      classId,
      className: members[0]?.due.className ?? '',
      ...countRows(members),
    }))
    .filter(({ owed }) => owed > 0)
    .toSorted((a, b) => compareClassNames(a.className, b.className));

/** What the weeks of the school year before this one still owe. */
export const earlierDebts = async (
  db: Knex,
  book: WeekBook,
  week: IsoDate,
  today: IsoDate,
): Promise<{ readonly notPrinted: number; readonly notHanded: number }> => {
  const weeks = earlierWeeks(book, week);
  const { notPrinted, notHanded } = countRows(
    await registerRows(db, book, { weeks, everyone: false, today }),
  );
  return { notPrinted, notHanded };
};

/** Monday of a week named by a day or as «2026-W10». @throws OfficeError `week-unknown` */
const mondayOfNamed = (named: string): IsoDate => {
  if (!named.includes('W')) return mondayOf(named);
  const monday = weekStart(named);
  if (monday !== null) return monday;
  throw fieldError('week-unknown', 'week', `Недели ${named} нет: в этом году недель меньше.`);
};

/** One week by class; see the contract of `sheets.week`. */
export const weekOverview = async (
  input: Asked<'sheets.week'>,
  { db, clock }: Context,
): Promise<OperationOutput<'sheets.week'>> => {
  const today = clock.today();
  const week = mondayOfNamed(input.week);
  const book = await weekBookOf(db);
  const lastDay = lastDayOfSchool(book, week);
  const rows = await registerRows(db, book, { weeks: [week], everyone: false, today });
  return {
    week,
    isoWeek: weekCode(week),
    title: weekTitle(week, lastDay),
    lastDay,
    over: lastDay !== null && lastDay <= today,
    total: countRows(rows),
    classes: byClass(rows),
    earlier: await earlierDebts(db, book, week, today),
  };
};
