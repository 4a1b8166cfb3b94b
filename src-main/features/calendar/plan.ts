/** A school year as the form edits it, turned into what the rules of `domain/calendar.ts` take. */
import type {
  HolidayPlan,
  MovedDayPlan,
  ParallelPlan,
  TermKindChoice,
  YearPlan,
} from '../../contract/calendar.ts';
import type { Holiday, MovedDay, ParallelCalendar } from '../../domain/calendar.ts';
import { ALL_PARALLELS } from '../../domain/classes.ts';
import { defaultHolidays, defaultMovedDays, defaultTerms } from '../../domain/calendar-defaults.ts';

export interface ParallelShape {
  readonly parallel: number;
  readonly weekDays: 5 | 6;
  readonly termKind: TermKindChoice;
}

/** The usual school: classes 1–9 by quarters, 10–11 by half-years, five-day week (domain.md §10). */
const usualShape = (parallel: number): ParallelShape => ({
  parallel,
  weekDays: 5,
  termKind: parallel >= 10 ? 'half-year' : 'quarter',
});

/** «1 дополнительный» and 12 are added by a school that has them. */
const usualParallels: ReadonlySet<number> = new Set(
  ALL_PARALLELS.filter((parallel) => parallel >= 1 && parallel <= 11),
);

const toPlan =
  (parallel: number | null) =>
  (holiday: Holiday): HolidayPlan => ({
    parallel,
    kind: holiday.kind,
    title: holiday.name,
    startsOn: holiday.startsOn,
    endsOn: holiday.endsOn,
  });

const keyOf = (holiday: Holiday): string =>
  `${holiday.kind} ${holiday.name} ${holiday.startsOn} ${holiday.endsOn}`;

/** Holidays common to all parallels once, the further ones of each parallel after them. */
const holidaysOf = (startYear: number, parallels: readonly number[]): readonly HolidayPlan[] => {
  const common = defaultHolidays(startYear, 11);
  const known = new Set(common.map(keyOf));
  const own = parallels.flatMap((parallel) =>
    defaultHolidays(startYear, parallel)
      .filter((holiday) => !known.has(keyOf(holiday)))
      .map(toPlan(parallel)),
  );
  return [...common.map(toPlan(null)), ...own].toSorted((a, b) =>
    a.startsOn < b.startsOn ? -1 : 1,
  );
};

/** Days off of both weeks; one that only a five-day week gets is marked so. */
const movedDaysOf = (startYear: number): readonly MovedDayPlan[] => {
  const sixDay = new Set(defaultMovedDays(startYear, 6).map((day) => day.date));
  return defaultMovedDays(startYear, 5).map((day) => ({
    date: day.date,
    works: day.works,
    weekDays: sixDay.has(day.date) ? null : 5,
    note: day.name,
  }));
};

/** The proposal for a new year; `shapes` replaces the usual shape of the parallels it names. */
export const defaultPlan = (startYear: number, shapes: readonly ParallelShape[] = []): YearPlan => {
  const chosen = new Map(shapes.map((shape) => [shape.parallel, shape]));
  const wanted = ALL_PARALLELS.filter((one) => usualParallels.has(one) || chosen.has(one));
  const parallels = wanted.map((parallel): ParallelPlan => {
    const shape = chosen.get(parallel) ?? usualShape(parallel);
    const terms = defaultTerms(startYear, shape.termKind).map(({ startsOn, endsOn }) => ({
      startsOn,
      endsOn,
    }));
    return { ...shape, terms };
  });
  return {
    startYear,
    parallels,
    holidays: [...holidaysOf(startYear, wanted)],
    movedDays: [...movedDaysOf(startYear)],
  };
};

const toHoliday = (holiday: HolidayPlan): Holiday => ({
  kind: holiday.kind,
  name: holiday.title,
  startsOn: holiday.startsOn,
  endsOn: holiday.endsOn,
});

const toMovedDay = (day: MovedDayPlan): MovedDay => ({
  date: day.date,
  works: day.works,
  name: day.note ?? '',
});

/** Calendar of one parallel; a parallel the plan leaves out has no school days. */
export const calendarOfPlan = (plan: YearPlan, parallel: number): ParallelCalendar => {
  const own = plan.parallels.find((row) => row.parallel === parallel);
  const weekDays = own?.weekDays ?? 5;
  const terms = (own?.terms ?? []).map((term, index) => ({
    kind: own?.termKind ?? 'quarter',
    number: index + 1,
    ...term,
  }));
  // A row for one week length stands before the row for all: it is the more exact order.
  const moved = plan.movedDays
    .filter((day) => day.weekDays === null || day.weekDays === weekDays)
    .toSorted((a, b) => Number(a.weekDays === null) - Number(b.weekDays === null));
  return {
    weekDays,
    terms,
    holidays: plan.holidays
      .filter((holiday) => holiday.parallel === null || holiday.parallel === parallel)
      .map(toHoliday),
    movedDays: moved.map(toMovedDay),
  };
};
