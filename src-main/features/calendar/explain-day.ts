import type { DayReason } from '../../contract/calendar.ts';
import type { ParallelCalendar, Term } from '../../domain/calendar.ts';
import { isSchoolDay, termOf } from '../../domain/calendar.ts';
import { weekday } from '../../domain/dates.ts';

export interface DayExplained {
  readonly schoolDay: boolean;
  readonly reason: DayReason;
  readonly text: string;
  readonly term: { readonly kind: Term['kind']; readonly number: number } | null;
}

const kindNames: Readonly<Record<Term['kind'], string>> = {
  quarter: 'четверть',
  trimester: 'триместр',
  'half-year': 'полугодие',
};

const weekdayNames = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;

const withNote = (text: string, note: string): string => (note === '' ? text : `${text}: ${note}`);

const reasonOf = (
  date: string,
  calendar: ParallelCalendar,
  term: Term | null,
): readonly [DayReason, string] => {
  if (term === null) return ['outside-terms', 'Вне учебных периодов: каникулы или лето'];
  const moved = calendar.movedDays.find((day) => day.date === date);
  if (moved?.works) return ['moved-working', withNote('Рабочий день по переносу', moved.name)];
  if (moved) return ['moved-off', withNote('Выходной по переносу', moved.name)];
  const holiday = calendar.holidays.find((row) => row.startsOn <= date && date <= row.endsOn);
  if (holiday) return ['holiday', holiday.name];
  const day = weekday(date);
  if (day > calendar.weekDays)
    return ['day-off', `Выходной: ${weekdayNames[day - 1]}, неделя ${calendar.weekDays}-дневная`];
  return ['lessons', `Учебный день, ${term.number} ${kindNames[term.kind]}`];
};

/** Whether a parallel has lessons on a date, and the reason a person would give. */
export const explainDay = (date: string, calendar: ParallelCalendar): DayExplained => {
  const term = termOf(date, calendar);
  const [reason, text] = reasonOf(date, calendar, term);
  return {
    schoolDay: isSchoolDay(date, calendar),
    reason,
    text,
    term: term && { kind: term.kind, number: term.number },
  };
};
