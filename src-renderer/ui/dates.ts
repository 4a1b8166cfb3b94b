import { isIsoDate, isoDate, parseDateText } from '../../src-main/domain/dates.ts';
import { shortDate } from '../../src-main/domain/russian.ts';

/** Dates on screen. Values are ISO `YYYY-MM-DD`; people read and type day, month, year. */

/** `2026-09-01` → `01.09.2026`; an absent date is an empty text. */
export const showDate = (iso: string | null | undefined): string => (iso ? shortDate(iso) : '');

/** Two dates with a dash, one when they are equal, open when `to` is null. */
export const showPeriod = (from: string, to: string | null): string =>
  from === to ? showDate(from) : `${showDate(from)} – ${to === null ? '…' : showDate(to)}`;

/** A point of time (ISO, UTC) in the computer's zone: `01.09.2026 09:05`. */
export const showTime = (iso: string): string =>
  new Date(iso).toLocaleString('ru', { dateStyle: 'short', timeStyle: 'short' }).replace(',', '');

/** Today in the computer's zone, ISO. */
export const todayIso = (): string => {
  const now = new Date();
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
};

/** A day that the contract's `isoDate` takes (zod itself comes later), not one still being typed. */
export const isDay = (value: string | null | undefined): value is string =>
  typeof value === 'string' && isIsoDate(value) && value >= '1900' && value < '2100';

/** The same for what takes an optional day. */
export const dayOrNone = (value: string | null): string | undefined =>
  isDay(value) ? value : undefined;

const dayFirst = /^(\d{1,2})[.,/\s-](\d{1,2})(?:[.,/\s-](\d{4}|\d{2}))?$/;
const digitsOnly = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/**
 * Reads what the files' dates may look like and what is quick to type: `010926`, `1,9,26`,
 * `1.9` (this year); null when there is no such day.
 */
export const parseTypedDate = (text: string): string | null => {
  const clean = text.trim();
  const match = dayFirst.exec(clean) ?? digitsOnly.exec(clean);
  if (!match) return parseDateText(clean);
  const [, day = '', month = '', year = todayIso().slice(0, 4)] = match;
  return parseDateText(`${day}.${month}.${year}`);
};
