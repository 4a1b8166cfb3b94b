/** Dates as people and spreadsheets write them → ISO dates. */
import { addDays, isIsoDate, isoDate } from './dates.ts';
import type { IsoDate } from './dates.ts';

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
