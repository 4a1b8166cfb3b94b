/**
 * «Более двух недель» (S1; domain.md §3): which students pass the rule of the information summary.
 * The phrase has no official definition, so the rule is a setting, stored with each report and
 * printed on it (`ruleText`).
 */
import { assertNever } from '../contract/errors.ts';
import { schoolDays, schoolYearOf } from './calendar.ts';
import type { ParallelCalendar } from './calendar.ts';
import { contains, daysBetween } from './dates.ts';
import type { IsoDate, OpenPeriod, Period } from './dates.ts';
import { counted, shortDate } from './russian.ts';

export type TwoWeekMeasure = 'span' | 'school-days-in-row' | 'cumulative';

export interface TwoWeekRule {
  readonly measure: TwoWeekMeasure;
  /** Count excused absences only. */
  readonly excusedOnly: boolean;
  /** `span`: calendar days, first to last missed school day, both included, must be MORE. */
  readonly calendarDays: number;
  /** Both other measures, five-day week: missed school days must be MORE. */
  readonly schoolDaysFiveDayWeek: number;
  /** The same for a six-day week. */
  readonly schoolDaysSixDayWeek: number;
}

export const defaultTwoWeekRule: TwoWeekRule = {
  measure: 'span',
  excusedOnly: false,
  calendarDays: 14,
  schoolDaysFiveDayWeek: 10,
  schoolDaysSixDayWeek: 12,
};

export interface AbsenceSpan extends OpenPeriod {
  readonly id: number;
  readonly excused: boolean;
}

export interface TwoWeekAssessment {
  readonly passes: boolean;
  /** Russian sentences with the dates and counts that decided. */
  readonly why: string;
  /** Does not pass, yet has at least two thirds of the days that the rule allows. */
  readonly nearly: boolean;
  /** Absences that make the student pass; empty when he does not. */
  readonly absenceIds: readonly number[];
  /** The greatest count found: calendar days for `span`, school days otherwise. */
  readonly days: number;
}

interface MissedDay {
  readonly date: IsoDate;
  readonly ids: readonly number[];
}

/** One unbroken absence: missed school days with no attended school day between them. */
type Run = readonly MissedDay[];

/** Missed school days of all records together; an open record lasts to the period's end. */
const missedDays = (
  absences: readonly AbsenceSpan[],
  calendar: ParallelCalendar,
  period: Period,
): readonly MissedDay[] => {
  const ids = new Map<IsoDate, number[]>();
  for (const absence of absences) {
    for (const date of schoolDays(absence.from, absence.to ?? period.to, calendar)) {
      ids.set(date, [...(ids.get(date) ?? []), absence.id]);
    }
  }
  return [...ids]
    .map(([date, list]) => ({ date, ids: list }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
};

/** An attended school day breaks a run; so does the summer between two school years. */
const runsOf = (missed: readonly MissedDay[], calendar: ParallelCalendar): readonly Run[] => {
  const runs: MissedDay[][] = [];
  for (const day of missed) {
    const current = runs.at(-1);
    const before = current?.at(-1)?.date;
    const unbroken =
      before !== undefined &&
      schoolYearOf(before) === schoolYearOf(day.date) &&
      schoolDays(before, day.date, calendar).length === 2;
    if (current && unbroken) current.push(day);
    else runs.push([day]);
  }
  return runs;
};

const firstOf = (run: Run): IsoDate => run[0]?.date ?? '';
const lastOf = (run: Run): IsoDate => run.at(-1)?.date ?? '';

const schoolDayLimit = (rule: TwoWeekRule, calendar: ParallelCalendar): number =>
  calendar.weekDays === 5 ? rule.schoolDaysFiveDayWeek : rule.schoolDaysSixDayWeek;

const limitOf = (rule: TwoWeekRule, calendar: ParallelCalendar): number =>
  rule.measure === 'span' ? rule.calendarDays : schoolDayLimit(rule, calendar);

const lengthOf = (run: Run, rule: TwoWeekRule): number =>
  rule.measure === 'span' ? daysBetween(firstOf(run), lastOf(run)) + 1 : run.length;

/** A decision of the program: from this part of the limit on a student is watched. */
const nearlyShare = 2 / 3;

/** The candidates a rule looks at: unbroken absences touching the period, or the period's days. */
const candidatesOf = (
  missed: readonly MissedDay[],
  rule: TwoWeekRule,
  calendar: ParallelCalendar,
  period: Period,
): readonly Run[] => {
  if (rule.measure === 'cumulative') {
    const inside = missed.filter((day) => contains(period, day.date));
    return inside.length === 0 ? [] : [inside];
  }
  return runsOf(missed, calendar).filter(
    (run) => firstOf(run) <= period.to && lastOf(run) >= period.from,
  );
};

const measured = (days: number, rule: TwoWeekRule): string =>
  rule.measure === 'span'
    ? counted(days, 'календарный день', 'календарных дня', 'календарных дней')
    : counted(days, 'учебный день', 'учебных дня', 'учебных дней');

const describe = (run: Run, rule: TwoWeekRule): string => {
  const dates = `с ${shortDate(firstOf(run))} по ${shortDate(lastOf(run))}`;
  const lessons = counted(run.length, 'учебный день', 'учебных дня', 'учебных дней');
  switch (rule.measure) {
    case 'span':
      return `Непрерывный пропуск ${dates}: ${measured(lengthOf(run, rule), rule)} (${lessons})`;
    case 'school-days-in-row':
      return `Пропуск подряд ${dates}: ${lessons}`;
    case 'cumulative':
      return `Всего за период пропущено (${dates}): ${lessons}`;
    default:
      return assertNever(rule.measure);
  }
};

const noDays = (rule: TwoWeekRule): string =>
  rule.excusedOnly
    ? 'За период нет пропущенных по уважительной причине учебных дней.'
    : 'За период нет пропущенных учебных дней.';

/**
 * Decides for one student and one reporting period. Decisions taken here:
 * - an unbroken absence is missed school days with no attended school day between them, whatever
 *   number of records holds them; it is never carried over the summer into another school year;
 * - the span is counted inclusively (2–16 March = 15 days, more than 14) and over the whole
 *   absence, not cut to the period; it counts when its first to last missed day touch the period;
 * - an open absence is measured to the period's end; one that starts later does not count;
 * - «обучающиеся на дому» are left out of an absence (for `cumulative`: of the period) every
 *   missed day of which is covered by home schooling; one uncovered day keeps it in.
 */
export const assessTwoWeeks = (
  absences: readonly AbsenceSpan[],
  rule: TwoWeekRule,
  calendar: ParallelCalendar,
  period: Period,
  homeSchoolPeriods: readonly OpenPeriod[],
): TwoWeekAssessment => {
  const counting = rule.excusedOnly ? absences.filter((absence) => absence.excused) : absences;
  const missed = missedDays(counting, calendar, period);
  const candidates = candidatesOf(missed, rule, calendar, period);
  const atHome = (day: MissedDay): boolean =>
    homeSchoolPeriods.some((home) => contains(home, day.date));
  const runs = candidates
    .filter((run) => !run.every(atHome))
    .toSorted((a, b) => lengthOf(b, rule) - lengthOf(a, rule));
  const limit = limitOf(rule, calendar);
  const passing = runs.filter((run) => lengthOf(run, rule) > limit);
  const longest = runs[0];
  const days = longest ? lengthOf(longest, rule) : 0;
  if (passing.length > 0) {
    const ids = new Set(passing.flatMap((run) => run.flatMap((day) => day.ids)));
    const why = passing.map((run) => `${describe(run, rule)}, больше ${limit}.`).join(' ');
    return {
      passes: true,
      nearly: false,
      why,
      absenceIds: [...ids].toSorted((a, b) => a - b),
      days,
    };
  }
  if (longest) {
    return {
      passes: false,
      nearly: days >= limit * nearlyShare,
      why: `${describe(longest, rule)}, не больше ${limit}.`,
      absenceIds: [],
      days,
    };
  }
  const why =
    candidates.length > 0 ? 'Все пропущенные дни приходятся на обучение на дому.' : noDays(rule);
  return { passes: false, nearly: false, why, absenceIds: [], days };
};

/** The sentence printed on the report: which reading of «более двух недель» was used. */
export const ruleText = (rule: TwoWeekRule): string => {
  const whom = rule.excusedOnly ? 'по уважительной причине ' : '';
  const home = 'Обучающиеся на дому не учитываются.';
  const schoolDays =
    `более ${rule.schoolDaysFiveDayWeek} учебных дней при пятидневной ` +
    `(более ${rule.schoolDaysSixDayWeek} при шестидневной) учебной неделе`;
  switch (rule.measure) {
    case 'span':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, у которого от первого до ` +
        `последнего учебного дня одного непрерывного пропуска ${whom}прошло более ` +
        `${rule.calendarDays} календарных дней (выходные и каникулы внутри пропуска его не ` +
        `прерывают). ${home}`
      );
    case 'school-days-in-row':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, пропустивший ${whom}подряд ` +
        `${schoolDays}. ${home}`
      );
    case 'cumulative':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, пропустивший ${whom}за ` +
        `отчётный период в сумме ${schoolDays}. ${home}`
      );
    default:
      return assertNever(rule.measure);
  }
};
