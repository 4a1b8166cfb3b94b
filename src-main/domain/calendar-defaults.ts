/**
 * What the calendar of a new school year is prefilled with: terms by the pattern of 2025/26
 * (domain.md §10), vacations between them, public holidays (Labour Code art. 112). All editable.
 */
import { addDays, weekday } from './dates.ts';
import type { IsoDate } from './dates.ts';
import type { Holiday, MovedDay, Term, TermKind } from './calendar.ts';

const FRIDAY = 5;

/** The nearest day with this weekday, at most three days away. */
const nearest = (date: IsoDate, day: number): IsoDate => {
  const shift = (day - weekday(date) + 7) % 7;
  return addDays(date, shift > 3 ? shift - 7 : shift);
};

const mondayFrom = (date: IsoDate): IsoDate => addDays(date, (8 - weekday(date)) % 7);

/** A Saturday or Sunday goes back to Friday. */
const backToFriday = (date: IsoDate): IsoDate => addDays(date, Math.min(0, FRIDAY - weekday(date)));

/** A week of rest after a Friday: lessons go on a Monday ten days later. */
const afterRestWeek = (friday: IsoDate): IsoDate => addDays(friday, 10);

/** Not on 4 November, nor on a Monday squeezed between the weekend and 4 November. */
const afterUnityDay = (date: IsoDate): IsoDate =>
  date.endsWith('-11-04') || date.endsWith('-11-03')
    ? addDays(`${date.slice(0, 4)}-11-04`, 1)
    : date;

interface Span {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

const quarterSpans = (startYear: number): readonly [Span, Span, Span, Span] => {
  const next = startYear + 1;
  const september = `${startYear}-09-01`;
  const first = nearest(`${startYear}-10-24`, FRIDAY);
  const third = nearest(`${next}-03-27`, FRIDAY);
  return [
    { startsOn: weekday(september) > FRIDAY ? mondayFrom(september) : september, endsOn: first },
    { startsOn: afterUnityDay(afterRestWeek(first)), endsOn: backToFriday(`${startYear}-12-30`) },
    { startsOn: mondayFrom(`${next}-01-09`), endsOn: third },
    { startsOn: afterRestWeek(third), endsOn: backToFriday(`${next}-05-26`) },
  ];
};

const spansOf = (startYear: number, kind: TermKind): readonly Span[] => {
  const quarters = quarterSpans(startYear);
  const [first, second, third, fourth] = quarters;
  if (kind === 'quarter') return quarters;
  if (kind === 'half-year') {
    return [
      { startsOn: first.startsOn, endsOn: second.endsOn },
      { startsOn: third.startsOn, endsOn: fourth.endsOn },
    ];
  }
  const autumn = nearest(`${startYear}-11-28`, FRIDAY);
  const winter = nearest(`${startYear + 1}-02-27`, FRIDAY);
  return [
    { startsOn: first.startsOn, endsOn: autumn },
    { startsOn: addDays(autumn, 3), endsOn: winter },
    { startsOn: addDays(winter, 3), endsOn: fourth.endsOn },
  ];
};

/**
 * Terms of the school year that begins in `startYear`. 2025: 01.09–24.10, 05.11–30.12,
 * 12.01–27.03, 06.04–26.05; other years keep the weekdays around the same dates. Trimesters and
 * half-years contain the vacations, which `defaultHolidays` lists.
 */
export const defaultTerms = (startYear: number, kind: TermKind): readonly Term[] =>
  spansOf(startYear, kind).map((span, index) => ({ kind, number: index + 1, ...span }));

const vacation = (name: string, startsOn: IsoDate, endsOn: IsoDate): Holiday => ({
  kind: 'vacation',
  name,
  startsOn,
  endsOn,
});

const between = (name: string, before: Span, after: Span): Holiday =>
  vacation(name, addDays(before.endsOn, 1), addDays(after.startsOn, -1));

const vacations = (startYear: number): readonly Holiday[] => {
  const [first, second, third, fourth] = quarterSpans(startYear);
  return [
    between('Осенние каникулы', first, second),
    between('Зимние каникулы', second, third),
    between('Весенние каникулы', third, fourth),
  ];
};

/** Name, first and last day (month-day) of each public holiday. */
const PUBLIC_HOLIDAYS = [
  ['День народного единства', '11-04', '11-04'],
  ['Новогодние каникулы и Рождество Христово', '01-01', '01-08'],
  ['День защитника Отечества', '02-23', '02-23'],
  ['Международный женский день', '03-08', '03-08'],
  ['Праздник Весны и Труда', '05-01', '05-01'],
  ['День Победы', '05-09', '05-09'],
  ['День России', '06-12', '06-12'],
] as const;

const publicHolidays = (startYear: number): readonly Holiday[] =>
  PUBLIC_HOLIDAYS.map(([name, first, last]) => {
    const year = first >= '09' ? startYear : startYear + 1;
    return { kind: 'public', name, startsOn: `${year}-${first}`, endsOn: `${year}-${last}` };
  });

/** Public holidays and vacations; parallel 1, the additional one too, rests a further week in February. */
export const defaultHolidays = (startYear: number, parallel: number): readonly Holiday[] => {
  const monday = nearest(`${startYear + 1}-02-16`, 1);
  const february =
    parallel <= 1
      ? [vacation('Дополнительные каникулы первоклассников', monday, addDays(monday, 6))]
      : [];
  return [...publicHolidays(startYear), ...vacations(startYear), ...february].toSorted((a, b) =>
    a.startsOn < b.startsOn ? -1 : 1,
  );
};

/**
 * Days off moved from a public holiday that falls on a day off to the next working day (Labour
 * Code art. 112; January is moved by the government's yearly decree, so it is left to the user).
 */
export const defaultMovedDays = (startYear: number, weekDays: 5 | 6): readonly MovedDay[] => {
  const holidays = publicHolidays(startYear).filter((day) => day.startsOn === day.endsOn);
  const taken = new Set(holidays.map((day) => day.startsOn));
  return holidays
    .filter((holiday) => weekday(holiday.startsOn) > weekDays)
    .map((holiday) => {
      let date = mondayFrom(holiday.startsOn);
      while (taken.has(date)) date = addDays(date, 1);
      return { date, works: false, name: `Перенос выходного: ${holiday.name}` };
    });
};
