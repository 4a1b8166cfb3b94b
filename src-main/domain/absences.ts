/** Rules of an absence record; the two-week rule is in `two-weeks.ts` (S1; domain.md §3). */
import type { ErrorField } from '../contract/errors.ts';
import { isIsoDate, overlaps } from './dates.ts';
import type { OpenPeriod } from './dates.ts';
import { shortDate } from './russian.ts';

export * from './two-weeks.ts';

export interface StoredAbsence extends OpenPeriod {
  readonly id: number;
}

const dateProblems = (absence: OpenPeriod): readonly ErrorField[] =>
  (['from', 'to'] as const).flatMap((path) => {
    const date = absence[path];
    if (date === null || isIsoDate(date)) return [];
    return [{ path, message: 'Такой даты нет. Укажите дату в виде ДД.ММ.ГГГГ.' }];
  });

const spanText = (absence: OpenPeriod): string =>
  absence.to === null
    ? `с ${shortDate(absence.from)}, не закрыт`
    : `с ${shortDate(absence.from)} по ${shortDate(absence.to)}`;

/**
 * Problems of a new or edited absence: impossible dates, a period upside down, days shared with
 * another absence of the same student. `others` are that student's records without this one.
 * Paths are `from` and `to`.
 */
export const validateAbsence = (
  absence: OpenPeriod,
  others: readonly StoredAbsence[],
): readonly ErrorField[] => {
  const impossible = dateProblems(absence);
  if (impossible.length > 0) return impossible;
  if (absence.to !== null && absence.to < absence.from) {
    const message =
      `Последний день пропуска (${shortDate(absence.to)}) раньше первого ` +
      `(${shortDate(absence.from)}). Исправьте одну из дат.`;
    return [{ path: 'to', message }];
  }
  return others
    .filter((other) => overlaps(absence, other))
    .map((other) => ({
      path: 'from',
      message: `Пересекается с другим пропуском этого ученика (${spanText(other)}). Измените даты или тот пропуск.`,
    }));
};
