/** Periods typed by a person. */
import { fieldError } from '../contract/errors.ts';
import type { Period } from './dates.ts';
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
