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

const two = (n: number): string => String(n).padStart(2, '0');

/** Calendar day of a point of time (ISO 8601), in the computer's own time zone. */
export const localDay = (at: string): IsoDate => {
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
};

/** For `sort`: earlier first. */
export const compareDates = (a: IsoDate, b: IsoDate): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

export const minDate = (a: IsoDate, b: IsoDate): IsoDate => (a <= b ? a : b);
export const maxDate = (a: IsoDate, b: IsoDate): IsoDate => (a >= b ? a : b);

/** ISO day of the week: 1 = Monday … 7 = Sunday. */
export const weekday = (date: IsoDate): number => ((toDayNumber(date) + 2) % 7) + 1;

/** Monday of the week of a date: weeks are named by it. */
export const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekday(date));

/** The whole month, `month` is 1..12: its first and its last day. */
export const monthSpan = (year: number, month: number): Period => {
  const start = `${pad(year, 4)}-${pad(month, 2)}`;
  return { from: `${start}-01`, to: `${start}-${daysInMonth(year, month)}` };
};

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

/** The first day of an age: the birthday; of 29 February, in a common year, 1 March (`ageOn`). */
export const dayOfAge = (birth: IsoDate, years: number): IsoDate => {
  const year = pad(Number(birth.slice(0, 4)) + years, 4);
  const birthday = `${year}${birth.slice(4)}`;
  return isIsoDate(birthday) ? birthday : `${year}-03-01`;
};

const MONTHS_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** «сентября» for 9; month is 1..12. */
export const monthGenitive = (month: number): string => MONTHS_GENITIVE[month - 1] ?? '';

/** Two-digit years: 00–49 → 2000s, 50–99 → 1900s (formats.md A writes «24.03.26»). */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

/** A spreadsheet's date cell often drags a midnight behind it. */
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})${TIME}(?: ?г\.?)?$`,
);
const IN_WORDS = /^«?(\d{1,2})»? ([а-я]+) (\d{4})(?: ?(?:г\.?|года))?$/;

/**
 * Reads `01.09.2026`, `1.9.26`, `01/09/2026` (day first), `2026-09-01`, «1 сентября 2026 г.»,
 * each possibly followed by a time of day, which is dropped. Null when it is no real date.
 */
export const parseDateText = (text: string): IsoDate | null => {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (isIsoDate(clean)) return clean;
  const yearFirst = YEAR_FIRST.exec(clean);
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(clean);
  if (dayFirst)
    return isoDate(fullYear(dayFirst[4] ?? ''), Number(dayFirst[3]), Number(dayFirst[1]));
  const words = IN_WORDS.exec(clean.toLowerCase());
  if (!words) return null;
  const month = MONTHS_GENITIVE.findIndex((name) => name === words[2]) + 1;
  return isoDate(Number(words[3]), month, Number(words[1]));
};

const LAST_SERIAL_1900 = 2_958_465;
const LAST_SERIAL_1904 = 2_957_003;

/**
 * Excel's day number → date; the time of day is dropped. Null outside 1900..9999 and for serial 60
 * of the 1900 system, the 29 February 1900 that never was.
 */
export const excelSerialToIso = (serial: number, date1904: boolean): IsoDate | null => {
  if (!Number.isFinite(serial)) return null;
  const day = Math.floor(serial);
  if (date1904) {
    return day < 0 || day > LAST_SERIAL_1904 ? null : addDays('1904-01-01', day);
  }
  if (day < 1 || day > LAST_SERIAL_1900 || day === 60) return null;
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
};
