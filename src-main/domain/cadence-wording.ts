/** Russian names of weeks and the refusal of a second sheet (S2 §7). */
import type { SchoolDayTest } from './cadence.ts';
import { modeDay, nextSheetWeek } from './cadence.ts';
import { addDays, dateParts, formatIsoWeek, isoWeek, monthGenitive } from './dates.ts';
import type { IsoDate } from './dates.ts';
import { russianDate, shortDate } from './russian.ts';

const dayAndMonth = (date: IsoDate): string => {
  const { month, day } = dateParts(date);
  return `${day} ${monthGenitive(month)}`;
};

/** «2–7 марта 2026 г.», «30 марта – 4 апреля 2026 г.», «29 декабря 2025 г. – 3 января 2026 г.» */
export const spanTitle = (from: IsoDate, to: IsoDate): string => {
  if (from === to) return russianDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dateParts(from).day}–${russianDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayAndMonth(from)} – ${russianDate(to)}`;
  return `${russianDate(from)} – ${russianDate(to)}`;
};

/** A week as people call it: Monday to its last school day, to Saturday where it has none. */
export const weekTitle = (week: IsoDate, lastDay: IsoDate | null): string =>
  spanTitle(week, lastDay ?? addDays(week, 5));

/** «2026-W10» */
export const weekCode = (week: IsoDate): string => formatIsoWeek(isoWeek(week));

export interface SecondSheet {
  readonly studentName: string;
  readonly className: string;
  /** The parent whose own sheet it is; null: the household's. */
  readonly recipient: string | null;
  readonly week: IsoDate;
  readonly printedOn: IsoDate;
}

const nextText = (week: IsoDate, isSchoolDay: SchoolDayTest): string => {
  const next = nextSheetWeek(week, isSchoolDay);
  const lastDay = next && modeDay(next, isSchoolDay);
  if (next === null || lastDay === null) return 'В этом учебном году учебных недель больше нет.';
  return `Следующая распечатка — за неделю ${weekTitle(next, lastDay)}, печатайте её с ${shortDate(lastDay)}.`;
};

/** Why a second, different sheet is refused, and what is possible instead. */
export const secondSheetRefusal = (
  { studentName, className, recipient, week, printedOn }: SecondSheet,
  isSchoolDay: SchoolDayTest,
): string =>
  [
    `${studentName}, ${className}${recipient === null ? '' : `, для кого: ${recipient}`}: распечатка за неделю ${weekTitle(week, modeDay(week, isSchoolDay))} уже напечатана ${shortDate(printedOn)}, а с тех пор сведения изменились.`,
    'Родитель отказался от электронной услуги, поэтому сведения выдаются раз в неделю, не реже и не чаще (план родительского собрания, п. 7).',
    'Ту же распечатку можно повторить как копию.',
    nextText(week, isSchoolDay),
  ].join(' ');
