import { hours as text } from '../strings/common.ts';

/** Hours are whole quarter-hours: 6 = an hour and a half (domain.md §2). */

/** In words, e.g. hours and minutes of 6 quarters. */
export const showQuarterHours = (quarters: number): string =>
  text.short(Math.floor(quarters / 4), (quarters % 4) * 15);

const toQuarters = (hours: number, minutes: number): number | null => {
  const quarters = (hours * 60 + minutes) / 15;
  return minutes < 60 && Number.isInteger(quarters) && quarters > 0 ? quarters : null;
};

/** Reads `1,5`, `1.25`, `1:30` and hours or minutes in words; null unless whole quarter-hours. */
export const parseQuarterHours = (typed: string): number | null => {
  const clean = typed.trim().toLowerCase();
  if (clean === '') return null;
  const clock = /^(\d{1,2}):(\d{2})$/.exec(clean);
  if (clock) return toQuarters(Number(clock[1]), Number(clock[2]));
  if (/^\d{1,2}(?:[.,]\d{1,2})?$/.test(clean))
    return toQuarters(Number(clean.replace(',', '.')), 0);
  const words = text.pattern.exec(clean);
  return words ? toQuarters(Number(words[1] ?? 0), Number(words[2] ?? 0)) : null;
};
