/** Hours of teachers, in whole quarter hours (S1: «количество часов, затраченных учителями»). */
import type { IsoDate } from './dates.ts';
import { counted, hoursText, shortDate } from './russian.ts';

export const QUARTER_HOURS_PER_DAY = 96;

/** A work entry is 1..96 quarter hours. Russian text of the problem, or null. */
export const quarterHoursProblem = (quarterHours: number): string | null => {
  if (!Number.isInteger(quarterHours)) {
    return 'Часы учитываются с шагом 15 минут: укажите, например, 0,25, 1,5 или 2.';
  }
  if (quarterHours < 1) return 'Укажите время больше нуля, не менее 15 минут.';
  return quarterHours > QUARTER_HOURS_PER_DAY ? 'В сутках не больше 24 часов.' : null;
};

/**
 * A teacher's entries of one day together are at most 24 hours. `others` are the quarter hours of
 * the day's other entries. Russian text of the problem, or null.
 */
export const dayTotalProblem = (quarterHours: number, others: readonly number[]): string | null => {
  const own = quarterHoursProblem(quarterHours);
  if (own !== null) return own;
  const before = others.reduce((sum, hours) => sum + hours, 0);
  if (before + quarterHours <= QUARTER_HOURS_PER_DAY) return null;
  return (
    `За этот день у учителя уже учтено ${hoursText(before)} ` +
    `(${counted(others.length, 'запись', 'записи', 'записей')}), ` +
    `вместе получится ${hoursText(before + quarterHours)}, а в сутках не больше 24 часов.`
  );
};

/**
 * The days on which entries together are over 24 hours, oldest first, with their sum; for what
 * brings entries of two people together.
 */
export const overfullDays = (
  entries: readonly { readonly workedOn: IsoDate; readonly quarterHours: number }[],
): readonly { readonly on: IsoDate; readonly quarterHours: number }[] => {
  const sums = new Map<IsoDate, number>();
  for (const { workedOn, quarterHours } of entries)
    sums.set(workedOn, (sums.get(workedOn) ?? 0) + quarterHours);
  return [...sums]
    .map(([on, quarterHours]) => ({ on, quarterHours }))
    .filter(({ quarterHours }) => quarterHours > QUARTER_HOURS_PER_DAY)
    .toSorted((a, b) => a.on.localeCompare(b.on));
};

/**
 * Work on an appeal comes after it: the algorithm of S1 begins with the appeal. Russian text of
 * the problem, or null.
 */
export const workDayProblem = (workedOn: IsoDate, appealOn: IsoDate): string | null =>
  workedOn >= appealOn
    ? null
    : `Работа по обращению не может быть раньше самого обращения (${shortDate(appealOn)}). Укажите день не раньше этого или запишите часы без обращения.`;

/**
 * Hours as typed → quarter hours: «2», «2,5», «0.25», «1:15», «1 ч 15 мин», «45 м». Null when it
 * is no time or no whole number of quarter hours; range is checked by `quarterHoursProblem`.
 */
export const parseHours = (text: string): number | null => {
  const clean = text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase();
  const decimal = /^(\d{1,4}(?:[.,]\d{1,2})?)(?: ?ч(?:\.|ас(?:а|ов)?)?)?$/.exec(clean);
  const clock =
    /^(\d{1,4}):([0-5]\d)$/.exec(clean) ??
    /^(?:(\d{1,4}) ?ч(?:\.|ас(?:а|ов)?)? ?)?([0-5]?\d) ?м(?:\.|ин(?:\.|ут[аы]?)?)?$/.exec(clean);
  const quarters = decimal
    ? Number((decimal[1] ?? '').replace(',', '.')) * 4
    : clock
      ? Number(clock[1] ?? 0) * 4 + Number(clock[2]) / 15
      : Number.NaN;
  return Number.isInteger(quarters) ? quarters : null;
};
