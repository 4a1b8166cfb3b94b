/** The school year and its school days (domain.md §9). Terms, holidays and week are per parallel. */
import { addDays, compareDates, dateParts, maxDate, minDate, weekday } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';

export type TermKind = 'quarter' | 'trimester' | 'half-year';

export interface Term {
  readonly kind: TermKind;
  /** 1, 2, 3… within the school year. */
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

export interface Holiday {
  /** `public` = нерабочий праздничный день, `vacation` = каникулы, `other` = карантин, актировка… */
  readonly kind: 'public' | 'vacation' | 'other';
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** A day whose nature an order has changed: a working Saturday, a day off instead of a holiday. */
export interface MovedDay {
  readonly date: IsoDate;
  readonly works: boolean;
  readonly name: string;
}

export interface ParallelCalendar {
  readonly weekDays: 5 | 6;
  /** Weeks by school year, where the terms of several years do not share one. */
  readonly weeks?: ReadonlyMap<number, 5 | 6>;
  /** May hold the terms of several school years; order does not matter. */
  readonly terms: readonly Term[];
  readonly holidays: readonly Holiday[];
  readonly movedDays: readonly MovedDay[];
}

/** First calendar year of the school year of a date: 31 August 2026 → 2025, 1 September → 2026. */
export const schoolYearOf = (date: IsoDate): number => {
  const { year, month } = dateParts(date);
  return month >= 9 ? year : year - 1;
};

/** `2025` → «2025/2026». */
export const schoolYearTitle = (startYear: number): string => `${startYear}/${startYear + 1}`;

/** 1 September – 31 August. */
export const schoolYearSpan = (startYear: number): Period => ({
  from: `${startYear}-09-01`,
  to: `${startYear + 1}-08-31`,
});

/** 1 September of the school year of a date. */
export const schoolYearStart = (date: IsoDate): IsoDate => schoolYearSpan(schoolYearOf(date)).from;

/** A day that stands for a school year: today in the running one, 1 September in any other. */
export const dayOfSchoolYear = (startYear: number, today: IsoDate): IsoDate =>
  schoolYearOf(today) === startYear ? today : schoolYearSpan(startYear).from;

const covers = (span: Holiday | Term, date: IsoDate): boolean =>
  span.startsOn <= date && date <= span.endsOn;

/** The week of the school year of a day. */
export const weekDaysOn = (date: IsoDate, { weekDays, weeks }: ParallelCalendar): 5 | 6 =>
  weeks?.get(schoolYearOf(date)) ?? weekDays;

/**
 * True when lessons are held: the day lies in a term and is no Sunday, no holiday and, in a
 * five-day week, no Saturday. A moved day overrides weekday and holiday, but never opens a day
 * outside the terms.
 */
export const isSchoolDay = (date: IsoDate, calendar: ParallelCalendar): boolean => {
  if (!calendar.terms.some((term) => covers(term, date))) return false;
  const moved = calendar.movedDays.find((day) => day.date === date);
  if (moved) return moved.works;
  return (
    weekday(date) <= weekDaysOn(date, calendar) &&
    !calendar.holidays.some((holiday) => covers(holiday, date))
  );
};

/** The term of a date, or null in holidays between terms and in summer. */
export const termOf = (date: IsoDate, calendar: ParallelCalendar): Term | null =>
  calendar.terms.find((term) => covers(term, date)) ?? null;

/** School days from `from` to `to`, both included, in order; none for an upside-down span. */
export const schoolDays = (
  from: IsoDate,
  to: IsoDate,
  calendar: ParallelCalendar,
): readonly IsoDate[] => {
  const starts = calendar.terms.map((term) => term.startsOn).toSorted(compareDates);
  const ends = calendar.terms.map((term) => term.endsOn).toSorted(compareDates);
  const [firstStart, lastEnd] = [starts[0], ends.at(-1)];
  if (firstStart === undefined || lastEnd === undefined) return [];
  // Cut to the terms first, so that a mistyped year cannot make this walk through centuries.
  const last = minDate(to, lastEnd);
  const days: IsoDate[] = [];
  for (let day = maxDate(from, firstStart); day <= last; day = addDays(day, 1)) {
    if (isSchoolDay(day, calendar)) days.push(day);
  }
  return days;
};

export const countSchoolDays = (from: IsoDate, to: IsoDate, calendar: ParallelCalendar): number =>
  schoolDays(from, to, calendar).length;
