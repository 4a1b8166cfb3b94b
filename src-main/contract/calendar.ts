import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, line, nothing, optionalLine, parallel, read } from './fields.ts';
import { command, query } from './operation.ts';

/** School years: terms and week per parallel, holidays, moved days (domain.md §9). */

export const termKind = z.enum(['quarter', 'trimester', 'half-year']);
export type TermKindChoice = ValueOf<typeof termKind>;

export const weekDays = z.union([z.literal(5), z.literal(6)], 'Учебная неделя: 5 или 6 дней');

export const term = z.strictObject({ startsOn: isoDate, endsOn: isoDate });

/** How one parallel learns through the year. */
export const parallelPlan = z.strictObject({
  parallel,
  weekDays,
  termKind,
  /** In order; the place in the list is the term's number. */
  terms: z.array(term).min(1, 'Добавьте хотя бы один учебный период').max(6, 'Не больше 6'),
});
export type ParallelPlan = ValueOf<typeof parallelPlan>;

export const holidayKind = z.enum(['public', 'vacation', 'other']);

export const holiday = z.strictObject({
  /** Null: for the whole school. */
  parallel: parallel.nullable(),
  kind: holidayKind,
  title: line(120),
  startsOn: isoDate,
  endsOn: isoDate,
});
export type HolidayPlan = ValueOf<typeof holiday>;

/** A day whose nature an order has changed: a working Saturday, a day off on a weekday. */
export const movedDay = z.strictObject({
  date: isoDate,
  works: z.boolean(),
  /** Whom it concerns: parallels with this week; null: the whole school. */
  weekDays: weekDays.nullable(),
  note: optionalLine(200),
});
export type MovedDayPlan = ValueOf<typeof movedDay>;

/** First calendar year of a school year: 2025 is 2025/2026. */
export const startYear = z
  .int('Укажите год числом')
  .min(2000, 'Не раньше 2000 года')
  .max(2098, 'Не позже 2098 года');

/** A whole school year as one document. */
export const yearPlan = z.strictObject({
  startYear,
  parallels: z.array(parallelPlan).min(1, 'Добавьте хотя бы одну параллель').max(13),
  holidays: z.array(holiday).max(100, 'Не больше 100 строк'),
  movedDays: z.array(movedDay).max(100, 'Не больше 100 строк'),
});
export type YearPlan = ValueOf<typeof yearPlan>;

const yearHead = {
  id,
  startYear: z.int(),
  /** «2025/2026» */
  title: z.string(),
  startsOn: isoDate,
  endsOn: isoDate,
};

export const yearSummary = z.strictObject({
  ...yearHead,
  /** The school year of today. */
  current: z.boolean(),
  classes: z.int(),
});

export const dayReason = z.enum([
  'lessons',
  'moved-working',
  'moved-off',
  'holiday',
  'day-off',
  'outside-terms',
  'no-year',
]);
export type DayReason = ValueOf<typeof dayReason>;

export const calendarOperations = {
  /** School years, the newest first. */
  'calendar.years': query(nothing, z.strictObject({ years: z.array(yearSummary) })),
  /** The whole editable picture of a year: by id, by its first year, or today's year. */
  'calendar.get': query(
    z.strictObject({ id: id.optional(), startYear: startYear.optional() }),
    z.strictObject({ ...yearPlan.shape, ...yearHead }),
  ),
  /** A proposal, not stored; `parallels` says the shape where it differs from the usual one. */
  'calendar.prefill': query(
    z.strictObject({
      startYear,
      parallels: z.array(z.strictObject({ parallel, weekDays, termKind })).max(13).default([]),
    }),
    yearPlan,
  ),
  /** Creates the year or replaces its content. */
  'calendar.saveYear': command(yearPlan.extend(read), z.strictObject({ id })),
  /** Whether a parallel has lessons on a day, and why. */
  'calendar.day': query(
    z.strictObject({ date: isoDate, parallel }),
    z.strictObject({
      schoolDay: z.boolean(),
      reason: dayReason,
      /** Russian sentence for the screen. */
      text: z.string(),
      term: z.strictObject({ kind: termKind, number: z.int() }).nullable(),
    }),
  ),
} as const;
