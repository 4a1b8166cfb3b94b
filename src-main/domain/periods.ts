/** Periods typed by a person, and what remains of them. */
import { fieldError } from '../contract/errors.ts';
import { addDays } from './dates.ts';
import type { OpenPeriod, Period } from './dates.ts';
import { shortDate } from './russian.ts';

/** @throws OfficeError `period-upside-down` with the field `to` */
export const requirePeriod = ({ from, to }: Period): void => {
  if (to >= from) return;
  throw fieldError(
    'period-upside-down',
    'to',
    `Конец периода (${shortDate(to)}) раньше начала (${shortDate(from)}). Исправьте одну из дат.`,
  );
};

/** What remains of a period outside the others, oldest first. */
export const outside = (
  period: OpenPeriod,
  others: readonly OpenPeriod[],
): readonly OpenPeriod[] => {
  let left: readonly OpenPeriod[] = [period];
  for (const other of others)
    left = left.flatMap((piece) => {
      if (other.to !== null && other.to < piece.from) return [piece];
      if (piece.to !== null && piece.to < other.from) return [piece];
      const before: readonly OpenPeriod[] =
        piece.from < other.from ? [{ from: piece.from, to: addDays(other.from, -1) }] : [];
      const isAfter = other.to !== null && (piece.to === null || other.to < piece.to);
      return other.to !== null && isAfter
        ? [...before, { from: addDays(other.to, 1), to: piece.to }]
        : before;
    });
  return left;
};
