/**
 * Which appeals the information summary counts. Its title names whom it is about: «по обращениям
 * родителей детей, пропустивших занятия более двух недель (без учета детей занимающихся на дому)»
 * (S1 Приложение 2; domain.md §4). Every other appeal stays registered and is shown beside.
 */
import {
  absencesUntil,
  absentDays,
  firstOf,
  withoutHomeDays,
  type Run,
  type StudentAbsences,
} from './absence-runs.ts';
import { schoolDays, schoolYearOf, schoolYearSpan } from './calendar.ts';
import { addDays, maxDate, minDate } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';
import { preparedProblem } from './resources.ts';
import { shortDate } from './russian.ts';
import type { TwoWeekRule } from './two-weeks.ts';
import {
  candidatesOf,
  countingAbsences,
  describeRun,
  lengthOf,
  limitOf,
  nothingMissed,
} from './two-weeks.ts';

/** The name of this way of counting; every package says by which it was counted. */
export const countingRule = 'qualifying-appeals-2026';

export type Disqualification =
  | 'annulled'
  | 'no-absence'
  | 'at-home'
  | 'begun-later'
  | 'not-over-two-weeks';

export interface Qualification {
  readonly qualifies: boolean;
  /** Null when it qualifies. */
  readonly reason: Disqualification | null;
  /** Russian sentence with the dates and days that decided. */
  readonly why: string;
}

interface Measured {
  readonly run: Run;
  readonly from: IsoDate;
  readonly over: boolean;
}

/** Everything that decides about the appeals of one student in one school year. */
export interface YearOfAbsences {
  readonly rule: TwoWeekRule;
  readonly limit: number;
  readonly runs: readonly Measured[];
  readonly allAtHome: boolean;
}

/** The school year of a day, as far as it has come. */
const yearUntil = (day: IsoDate, today: IsoDate): Period => {
  const year = schoolYearSpan(schoolYearOf(day));
  return { from: year.from, to: maxDate(year.from, minDate(year.to, today)) };
};

/**
 * The first day of an absence: that of its record, though no lessons were held on it, but never
 * before the end of home teaching or the beginning of the school year.
 */
const beginningOf = (
  run: Run,
  { absences, calendar }: StudentAbsences,
  period: Period,
): IsoDate => {
  const first = firstOf(run);
  const ids = new Set(run[0]?.ids);
  const recorded = absences
    .filter(({ id }) => ids.has(id))
    .reduce((least, { from }) => minDate(least, from), first);
  const taught = schoolDays(maxDate(recorded, period.from), addDays(first, -1), calendar).at(-1);
  return taught === undefined ? maxDate(recorded, period.from) : addDays(taught, 1);
};

/**
 * Absences of a student in the school year of `day`, measured to today: days that have not come
 * are no missed ones. No reporting period is asked for, so that an appeal qualifies in every
 * period alike and the figures of adjacent periods add up; the cumulative measure adds up the
 * school year until today.
 */
export const yearOfAbsences = (
  student: StudentAbsences,
  rule: TwoWeekRule,
  day: IsoDate,
  today: IsoDate,
): YearOfAbsences => {
  const { calendar, homePeriods } = student;
  const period = yearUntil(day, today);
  const counting = countingAbsences(student, rule);
  const absences = absencesUntil(counting.absences, today);
  const absent = absentDays({ ...counting, absences }, period.to);
  const limit = limitOf(rule, calendar, day);
  const found = candidatesOf(withoutHomeDays(absent, homePeriods), rule, calendar, period);
  const runs = found.map((run) => ({
    run,
    from: beginningOf(run, counting, period),
    over: lengthOf(run, rule) > limit,
  }));
  const allAtHome = runs.length === 0 && candidatesOf(absent, rule, calendar, period).length > 0;
  return { rule, limit, runs, allAtHome };
};

const refused = (reason: Disqualification, why: string): Qualification => ({
  qualifies: false,
  reason,
  why,
});

const longestOf = (runs: readonly Measured[], rule: TwoWeekRule): Measured | undefined =>
  runs.toSorted((a, b) => lengthOf(b.run, rule) - lengthOf(a.run, rule))[0];

/**
 * An appeal qualifies when its child has, in the school year of the appeal's day, an absence of
 * over two weeks begun on or before that day. It need not have been over two weeks by then: parents
 * ask for help while the child is ill.
 */
export const qualification = (
  appeal: { readonly dated: IsoDate; readonly annulled: boolean },
  { rule, limit, runs, allAtHome }: YearOfAbsences,
): Qualification => {
  if (appeal.annulled) return refused('annulled', 'Обращение аннулировано.');
  const [begun, later] = [
    runs.filter(({ from }) => from <= appeal.dated),
    runs.filter(({ from }) => from > appeal.dated),
  ];
  const counted = begun.find(({ over }) => over);
  if (counted)
    return {
      qualifies: true,
      reason: null,
      why: `${describeRun(counted.run, rule)}, больше ${limit}.`,
    };
  const after = later.find(({ over }) => over) ?? (begun.length === 0 ? later[0] : undefined);
  if (after)
    return refused(
      'begun-later',
      `Пропуск начался ${shortDate(after.from)}, позже обращения (${shortDate(appeal.dated)}).`,
    );
  const longest = longestOf(begun, rule);
  if (longest)
    return refused('not-over-two-weeks', `${describeRun(longest.run, rule)}, не больше ${limit}.`);
  return refused(
    allAtHome ? 'at-home' : 'no-absence',
    nothingMissed(rule, allAtHome, 'В этом учебном году'),
  );
};

/** The sentence printed on the report beside the rule of two weeks. */
export const countingText = ({ measure }: Pick<TwoWeekRule, 'measure'>): string => {
  const measured =
    measure === 'cumulative'
      ? 'пропуски сложены с начала учебного года по день составления справки'
      : 'незавершённый пропуск измерен по день составления справки';
  return (
    'Учтены обращения, по которым у ребёнка в том же учебном году есть такой пропуск, начавшийся ' +
    `не позже дня обращения (${measured}); часы работы за период по этим обращениям; ресурсы, ` +
    'подготовленные по ним педагогами школы и размещённые за период, каждый один раз.'
  );
};

/** How versions of the program before this rule counted; a reissue of theirs says so. */
export const earlierCountingText =
  'Учтены все зарегистрированные за период обращения, кроме аннулированных, все часы работы за ' +
  'период и все размещённые за период ресурсы, предоставленные по обращениям.';

/** An appeal as hours and resources see it. */
export interface AppealState {
  /** «12/2026». */
  readonly number: string;
  readonly qualification: Qualification;
}

const ofUncounted = ({ number, qualification: { why } }: AppealState): string =>
  `Обращение № ${number} не учитывается. ${why}`;

/** Why hours are not counted, or null; their appeal may have been registered in another period. */
export const whyHoursNot = (appeal: AppealState | null): string | null => {
  if (appeal === null) return 'Часы записаны без обращения.';
  return appeal.qualification.qualifies ? null : ofUncounted(appeal);
};

export interface PostedResource {
  readonly hasAuthor: boolean;
  readonly postedOn: IsoDate;
  /** Appeals it was given for, with their days; `prepared` null = not known. */
  readonly given: readonly (AppealState & {
    readonly dated: IsoDate;
    readonly prepared: boolean | null;
  })[];
}

/**
 * Why a resource posted in the period is not counted, or null. Counted is one that a teacher of the
 * school prepared for a qualifying appeal, once for however many appeals (S1: «разработанных по
 * темам уроков, заявленным в обращениях»).
 */
export const whyResourceNot = ({ hasAuthor, postedOn, given }: PostedResource): string | null => {
  if (given.length === 0) return 'Не предоставлен ни по одному обращению.';
  const qualifying = given.filter(({ qualification: { qualifies } }) => qualifies);
  if (qualifying.length === 0) return given.map(ofUncounted).join(' ');
  const prepared = qualifying.filter((appeal) => appeal.prepared === true);
  const early = prepared.map(({ dated }) => preparedProblem(postedOn, dated));
  if (early.includes(null))
    return hasAuthor ? null : 'Не указан автор – педагог школы, подготовивший ресурс.';
  const unknown = qualifying.find(({ prepared }) => prepared === null);
  if (unknown)
    return `Не указано, подготовлен ресурс по обращению № ${unknown.number} или это готовый ресурс. Отметьте это в обращении.`;
  return early[0] ?? 'Предоставлен готовый ресурс: он не подготовлен по обращению.';
};
