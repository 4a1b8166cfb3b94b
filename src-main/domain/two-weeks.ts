/**
 * «Более двух недель» (S1; domain.md §3): which students pass the rule of the information summary.
 * The phrase has no official definition, so the rule is a setting, stored with each report and
 * printed on it (`ruleText`).
 */
import { assertNever } from '../contract/errors.ts';
import { absentDays, firstOf, lastOf, runsOf, withoutHomeDays } from './absence-runs.ts';
import type { MissedDay, Run, StudentAbsences } from './absence-runs.ts';
import type { ParallelCalendar } from './calendar.ts';
import { weekDaysOn } from './calendar.ts';
import { contains, daysBetween } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';
import { counted, shortDate } from './russian.ts';

export type { StudentAbsences } from './absence-runs.ts';

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
  /** There were absences in the period, every day of them taught at home. */
  readonly allAtHome: boolean;
}

/** Days of which there must be more, by the week of the school year of `on`. */
export const limitOf = (rule: TwoWeekRule, calendar: ParallelCalendar, on: IsoDate): number => {
  if (rule.measure === 'span') return rule.calendarDays;
  return weekDaysOn(on, calendar) === 5 ? rule.schoolDaysFiveDayWeek : rule.schoolDaysSixDayWeek;
};

/** Calendar days for `span`, school days otherwise. */
export const lengthOf = (run: Run, rule: TwoWeekRule): number =>
  rule.measure === 'span' ? daysBetween(firstOf(run), lastOf(run)) + 1 : run.length;

/** A decision of the program: from this part of the limit on a student is watched. */
const nearlyShare = 2 / 3;

/** What a rule measures: unbroken absences touching the period, or the period's days together. */
export const candidatesOf = (
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

/** What was measured, with its dates and days; no full stop. */
export const describeRun = (run: Run, rule: TwoWeekRule): string => {
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

/** Why nothing was found to measure. */
export const nothingMissed = (
  rule: TwoWeekRule,
  allAtHome: boolean,
  when = 'За период',
): string => {
  if (allAtHome) return 'Все пропущенные дни приходятся на обучение на дому или вне школы.';
  return rule.excusedOnly
    ? `${when} нет пропущенных по уважительной причине учебных дней.`
    : `${when} нет пропущенных учебных дней.`;
};

/** The student's absences that the rule looks at. */
export const countingAbsences = (student: StudentAbsences, rule: TwoWeekRule): StudentAbsences =>
  rule.excusedOnly
    ? { ...student, absences: student.absences.filter(({ excused }) => excused) }
    : student;

/**
 * Decides for one student and one reporting period. Decisions taken here:
 * - an unbroken absence is missed school days with no other school day between them, whatever
 *   number of records holds them; it is never carried over the summer into another school year;
 * - a school day taught at home is not missed: the absence ends there and may go on after it as
 *   another one («без учета детей занимающихся на дому», S1);
 * - the span is counted inclusively (2–16 March = 15 days, more than 14) and over the whole
 *   absence, not cut to the period; it counts when its first to last missed day touch the period;
 * - an open absence is measured to the period's end here; whoever reads the registers ends it today
 *   (`absencesUntil`), so that a report is the same the day before it is closed and the day after;
 *   one that starts later does not count.
 */
export const assessTwoWeeks = (
  student: StudentAbsences,
  rule: TwoWeekRule,
  period: Period,
): TwoWeekAssessment => {
  const { calendar, homePeriods } = student;
  const absent = absentDays(countingAbsences(student, rule), period.to);
  const found = candidatesOf(withoutHomeDays(absent, homePeriods), rule, calendar, period);
  const runs = found.toSorted((a, b) => lengthOf(b, rule) - lengthOf(a, rule));
  const limitFor = (run: Run): number => limitOf(rule, calendar, lastOf(run));
  const passing = runs.filter((run) => lengthOf(run, rule) > limitFor(run));
  const longest = runs[0];
  const days = longest ? lengthOf(longest, rule) : 0;
  const allAtHome = !longest && candidatesOf(absent, rule, calendar, period).length > 0;
  if (passing.length > 0) {
    const ids = new Set(passing.flatMap((run) => run.flatMap((day) => day.ids)));
    const why = passing
      .map((run) => `${describeRun(run, rule)}, больше ${limitFor(run)}.`)
      .join(' ');
    const absenceIds = [...ids].toSorted((a, b) => a - b);
    return { passes: true, nearly: false, why, absenceIds, days, allAtHome };
  }
  const nearly = longest !== undefined && days >= limitFor(longest) * nearlyShare;
  const why = longest
    ? `${describeRun(longest, rule)}, не больше ${limitFor(longest)}.`
    : nothingMissed(rule, allAtHome);
  return { passes: false, nearly, why, absenceIds: [], days, allAtHome };
};

/** The sentence printed on the report: which reading of «более двух недель» was used. */
export const ruleText = (rule: TwoWeekRule): string => {
  const whom = rule.excusedOnly ? 'по уважительной причине ' : '';
  const home = 'Дни обучения на дому пропущенными не считаются';
  const cut = `${home}: с его началом пропуск заканчивается, после него может начаться новый.`;
  const schoolDays =
    `более ${rule.schoolDaysFiveDayWeek} учебных дней при пятидневной ` +
    `(более ${rule.schoolDaysSixDayWeek} при шестидневной) учебной неделе`;
  switch (rule.measure) {
    case 'span':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, у которого от первого до ` +
        `последнего учебного дня одного непрерывного пропуска ${whom}прошло более ` +
        `${rule.calendarDays} календарных дней (выходные и каникулы внутри пропуска его не ` +
        `прерывают). ${cut}`
      );
    case 'school-days-in-row':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, пропустивший ${whom}подряд ` +
        `${schoolDays}. ${cut}`
      );
    case 'cumulative':
      return (
        `Пропустившим занятия более двух недель считается обучающийся, пропустивший ${whom}за ` +
        `отчётный период в сумме ${schoolDays}. ${home}.`
      );
    default:
      return assertNever(rule.measure);
  }
};
