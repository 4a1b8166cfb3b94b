/**
 * Calendar arithmetic on ISO dates. A date is text `YYYY-MM-DD` (proleptic Gregorian), so it sorts
 * as text and never meets a time zone. No clock here: «today» always comes in as an argument.
 */

/** `YYYY-MM-DD`; checked once at the border by `isIsoDate`. */
export type IsoDate = string;

/** Both ends belong to the period. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** `to: null` means «still goes on». */
export interface OpenPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface IsoWeek {
  /** The week-numbering year: 2027-01-01 lies in week 53 of 2026. */
  readonly year: number;
  readonly week: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, `month` is 1..12. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isRealDate = (year: number, month: number, day: number): boolean =>
  year >= 1 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** True for text that names a day of the calendar: `2026-02-29` and `2026-2-1` are refused. */
export const isIsoDate = (text: string): boolean => {
  const match = ISO_DATE.exec(text);
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]));
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** `isoDate(2026, 9, 1)` → `2026-09-01`; null when there is no such day. */
export const isoDate = (year: number, month: number, day: number): IsoDate | null => {
  if (![year, month, day].every(Number.isInteger) || !isRealDate(year, month, day)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** Year, month (1..12) and day of a date. */
export const dateParts = (
  date: IsoDate,
): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Days since 0000-03-01; the year begins in March so that the leap day is its last one. */
const toDayNumber = (date: IsoDate): number => {
  const { year, month, day } = dateParts(date);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear;
};

const fromDayNumber = (dayNumber: number): IsoDate => {
  const era = Math.floor(dayNumber / 146_097);
  const dayOfEra = dayNumber - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
  if (date === null) throw new RangeError('Date outside the years 1..9999');
  return date;
};

/** Moves by whole days; negative goes back. Throws RangeError outside the years 1..9999. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  fromDayNumber(toDayNumber(date) + days);

/** Whole days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  toDayNumber(to) - toDayNumber(from);

/** For `sort`: earlier first. */
export const compareDates = (a: IsoDate, b: IsoDate): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

export const minDate = (a: IsoDate, b: IsoDate): IsoDate => (a <= b ? a : b);
export const maxDate = (a: IsoDate, b: IsoDate): IsoDate => (a >= b ? a : b);

/** ISO day of the week: 1 = Monday … 7 = Sunday. */
export const weekday = (date: IsoDate): number => ((toDayNumber(date) + 2) % 7) + 1;

/** True when the periods share at least one day; an open end (`to: null`) never ends. */
export const overlaps = (a: OpenPeriod, b: OpenPeriod): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);

/** True when the day lies in the period, both ends included. */
export const contains = (period: OpenPeriod, date: IsoDate): boolean =>
  period.from <= date && (period.to === null || date <= period.to);

/** ISO 8601 week of a date: weeks start on Monday, week 1 holds 4 January. */
export const isoWeek = (date: IsoDate): IsoWeek => {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = dateParts(thursday);
  const first = isoDate(year, 1, 1) ?? thursday;
  return { year, week: Math.floor(daysBetween(first, thursday) / 7) + 1 };
};

/** `{year: 2026, week: 9}` → `2026-W09`. */
export const formatIsoWeek = (week: IsoWeek): string =>
  `${pad(week.year, 4)}-W${pad(week.week, 2)}`;

/** Monday of a week written `2026-W10`; null for bad text and for week 53 of a 52-week year. */
export const weekStart = (text: string): IsoDate | null => {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const week = Number(match[2]);
  const fourth = isoDate(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const monday = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7);
  return isoWeek(monday).year === year ? monday : null;
};

/**
 * Full years on a date; negative before birth. An age is reached on the birthday itself; a person
 * born on 29 February has the birthday on 1 March in common years.
 */
export const ageOn = (birth: IsoDate, date: IsoDate): number => {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  // Month and day compare as text: 02-28 < 02-29 < 03-01 gives the leap-day rule by itself.
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
};
