/** Dates on screen. Values are ISO `YYYY-MM-DD`; people read and type day, month, year. */

/** `2026-09-01` → `01.09.2026`; an absent date is an empty text. */
export const showDate = (iso: string | null | undefined): string =>
  iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : '';

/** Two dates with a dash, one when they are equal, open when `to` is null. */
export const showPeriod = (from: string, to: string | null): string =>
  from === to ? showDate(from) : `${showDate(from)} – ${to === null ? '…' : showDate(to)}`;

/** A point of time (ISO, UTC) in the computer's zone: `01.09.2026 09:05`. */
export const showTime = (iso: string): string =>
  new Date(iso).toLocaleString('ru', { dateStyle: 'short', timeStyle: 'short' }).replace(',', '');

const pad = (value: number): string => String(value).padStart(2, '0');

/** Today in the computer's zone, ISO. */
export const todayIso = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
};

const dayFirst = /^(\d{1,2})[.,/\s-](\d{1,2})(?:[.,/\s-](\d{4}|\d{2}))?$/;
const digitsOnly = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/** Two digits: 00–49 → 2000s, 50–99 → 1900s, as everywhere in the program. */
const fullYear = (text: string | undefined): number => {
  if (text === undefined) return Number(todayIso().slice(0, 4));
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

/** Reads `01.09.2026`, `1.9.26`, `010926`, `1.9` (this year); null when there is no such day. */
export const parseTypedDate = (text: string): string | null => {
  const clean = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(clean)) return clean;
  const match = dayFirst.exec(clean) ?? digitsOnly.exec(clean);
  if (!match) return null;
  const [, day = '', month = '', year] = match;
  const iso = `${fullYear(year)}-${pad(Number(month))}-${pad(Number(day))}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
};
