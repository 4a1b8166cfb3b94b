/** Checks of a whole school year before it is stored; paths are those of `calendar.saveYear`. */
import type { MovedDayPlan, ParallelPlan, YearPlan } from '../../contract/calendar.ts';
import type { ErrorField } from '../../contract/errors.ts';
import { validateHolidays, validateTerms } from '../../domain/calendar-checks.ts';
import { isSchoolDay, schoolYearSpan, schoolYearTitle, termOf } from '../../domain/calendar.ts';
import { contains, weekday } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { calendarOfPlan } from './plan.ts';
import { parallelTitle } from '../../domain/classes.ts';

/** Indexes of rows whose key stood in the list before. */
const repeated = <T>(rows: readonly T[], keyOf: (row: T) => string): readonly number[] => {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
};

const parallelProblems = (plan: YearPlan, inUse: readonly number[]): readonly ErrorField[] => {
  const listed = new Set(plan.parallels.map((row) => row.parallel));
  const missing = inUse.filter((parallel) => !listed.has(parallel));
  const gone: readonly ErrorField[] =
    missing.length === 0
      ? []
      : [
          {
            path: 'parallels',
            message: `В этом году есть классы параллелей: ${missing.map(parallelTitle).join(', ')}. Верните их в календарь.`,
          },
        ];
  const twice = repeated(plan.parallels, (row) => `${row.parallel}`).map((index) => ({
    path: `parallels.${index}.parallel`,
    message: 'Эта параллель уже есть в списке. Оставьте одну строку.',
  }));
  return [...gone, ...twice];
};

const termProblems = (plan: YearPlan): readonly ErrorField[] =>
  plan.parallels.flatMap(({ terms }, index) =>
    validateTerms(plan.startYear, terms).map(({ path, message }) => ({
      path: `parallels.${index}.${path}`,
      message,
    })),
  );

const holidayProblems = (plan: YearPlan): readonly ErrorField[] => {
  const asRules = plan.holidays.map(({ title, ...row }) => ({ ...row, name: title }));
  const twice = repeated(plan.holidays, ({ parallel, kind, title, startsOn }) =>
    JSON.stringify([parallel, kind, title, startsOn]),
  ).map((index) => ({
    path: `holidays.${index}.title`,
    message: 'Такая же строка уже есть в списке. Удалите одну из них.',
  }));
  return [...validateHolidays(plan.startYear, asRules), ...twice];
};

const concerns = (day: MovedDayPlan, row: ParallelPlan): boolean =>
  day.weekDays === null || day.weekDays === row.weekDays;

/** Why a working day is of no use: it works already, or it lies where no parallel learns. */
const workingDayProblem = (plan: YearPlan, day: MovedDayPlan): string | null => {
  const before = { ...plan, movedDays: [] };
  const calendars = plan.parallels
    .filter((row) => concerns(day, row))
    .map((row) => calendarOfPlan(before, row.parallel));
  if (calendars.length === 0) return null;
  if (calendars.every((calendar) => isSchoolDay(day.date, calendar)))
    return `${shortDate(day.date)} и так учебный день. Удалите строку или отметьте день нерабочим.`;
  if (calendars.every((calendar) => termOf(day.date, calendar) === null))
    return `${shortDate(day.date)} вне учебных периодов. Сначала измените даты периода.`;
  return null;
};

/** A day off inside vacations does no harm; on a weekend it is a slip of the pen. */
const dayOffProblem = (plan: YearPlan, day: MovedDayPlan): string | null => {
  const weeks = plan.parallels.filter((row) => concerns(day, row)).map((row) => row.weekDays);
  return weeks.length > 0 && weeks.every((days) => weekday(day.date) > days)
    ? `${shortDate(day.date)} и так выходной. Удалите строку или отметьте день рабочим.`
    : null;
};

const movedDayProblem = (plan: YearPlan, day: MovedDayPlan): string | null => {
  const span = schoolYearSpan(plan.startYear);
  if (!contains(span, day.date))
    return (
      `Дата ${shortDate(day.date)} вне ${schoolYearTitle(plan.startYear)} учебного года ` +
      `(${shortDate(span.from)}–${shortDate(span.to)}).`
    );
  return day.works ? workingDayProblem(plan, day) : dayOffProblem(plan, day);
};

const movedDayProblems = (plan: YearPlan): readonly ErrorField[] => {
  const each = plan.movedDays.flatMap((day, index) => {
    const message = movedDayProblem(plan, day);
    return message === null ? [] : [{ path: `movedDays.${index}.date`, message }];
  });
  const twice = repeated(plan.movedDays, (day) => `${day.date} ${day.weekDays}`).map((index) => ({
    path: `movedDays.${index}.date`,
    message: 'Этот день уже есть в списке. Оставьте одну строку.',
  }));
  return [...each, ...twice];
};

/**
 * Every problem of the plan at once; empty when it may be stored. `parallelsInUse` are those
 * with classes in the stored year: the calendar may not forget them.
 */
export const planProblems = (
  plan: YearPlan,
  parallelsInUse: readonly number[],
): readonly ErrorField[] => {
  const dates = [...termProblems(plan), ...holidayProblems(plan)];
  const rest = [...parallelProblems(plan, parallelsInUse), ...dates];
  // School days can only be judged on sound terms and holidays.
  return dates.length > 0 ? rest : [...rest, ...movedDayProblems(plan)];
};
