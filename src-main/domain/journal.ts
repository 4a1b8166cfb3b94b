/** The printed journal: periods, state of its prints, sheets (domain.md §6, §10; S2 §1.2). */
import { assertNever } from '../contract/errors.ts';
import type { TermKind } from './calendar.ts';
import type { IsoDate, OpenPeriod, Period } from './dates.ts';
import { maxDate, minDate, overlaps } from './dates.ts';
import { numberInWords, plural } from './russian.ts';

/** `term-1` … `term-6` or `year`. */
export type JournalPeriodKey =
  | 'term-1'
  | 'term-2'
  | 'term-3'
  | 'term-4'
  | 'term-5'
  | 'term-6'
  | 'year';

/** What one journal covers. */
export interface JournalPeriod extends Period {
  readonly key: JournalPeriodKey;
  /** «I четверть», «I полугодие», «Учебный год». */
  readonly title: string;
  /** Head of a column of final marks: «I четв.», «Год». */
  readonly short: string;
}

interface TermSpan {
  readonly kind: TermKind;
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

const roman = (number: number): string => ROMAN[number - 1] ?? String(number);

/** «I четверть», «II полугодие». */
export const termTitle = (kind: TermKind, number: number): string => {
  if (kind === 'quarter') return `${roman(number)} четверть`;
  if (kind === 'trimester') return `${roman(number)} триместр`;
  return kind === 'half-year' ? `${roman(number)} полугодие` : assertNever(kind);
};

const termShort = (kind: TermKind, number: number): string => {
  if (kind === 'quarter') return `${roman(number)} четв.`;
  if (kind === 'trimester') return `${roman(number)} трим.`;
  return kind === 'half-year' ? `${roman(number)} полуг.` : assertNever(kind);
};

const termPeriod = ({ kind, number, startsOn, endsOn }: TermSpan): JournalPeriod => ({
  key: `term-${number}` as JournalPeriodKey,
  title: termTitle(kind, number),
  short: termShort(kind, number),
  from: startsOn,
  to: endsOn,
});

/**
 * Periods a class's journal is printed for: its terms and the year, from the year's first day to the
 * end of the last term. Without terms there are none.
 */
export const journalPeriods = (
  terms: readonly TermSpan[],
  yearStartsOn: IsoDate,
): readonly JournalPeriod[] => {
  const ordered = terms.toSorted((a, b) => a.number - b.number);
  const last = ordered.at(-1);
  if (last === undefined) return [];
  const year: JournalPeriod = {
    key: 'year',
    title: 'Учебный год',
    short: 'Год',
    from: yearStartsOn,
    to: last.endsOn,
  };
  return [...ordered.map(termPeriod), year];
};

const FURTHER: Readonly<Record<string, string>> = {
  year: 'Год',
  exam: 'Экз.',
  'state-exam': 'ГИА',
  final: 'Итог.',
};

/** Head of a final mark's period; a term the calendar does not know keeps its number. */
export const finalPeriodShort = (key: string, periods: readonly JournalPeriod[]): string =>
  periods.find((period) => period.key === key)?.short ??
  FURTHER[key] ??
  `${key.replace('term-', '')}-й период`;

/**
 * A journal of a class and period: `certified`, `printed` (waits for certification), `missing`
 * (the period is over and nothing covers it), `early` (printed, but before the period's last day,
 * which is not over yet), `running`, `future`.
 */
export type JournalState = 'certified' | 'printed' | 'missing' | 'early' | 'running' | 'future';

export interface PrintFacts {
  readonly printedOn: IsoDate;
  readonly certifiedOn: IsoDate | null;
}

/** Whether a print holds the whole period: a journal printed before its last day does not. */
export const coversPeriod = ({ printedOn }: PrintFacts, { to }: Period): boolean => printedOn >= to;

/**
 * Why a print cannot be certified (S2 §1.2): it is already, or it was made before the period's last
 * day (`early`) and is not the whole journal. Null when it can.
 */
export const certifyObstacle = (print: {
  readonly certifiedOn: IsoDate | null;
  readonly early: boolean;
}): 'certified' | 'early' | null => {
  if (print.certifiedOn !== null) return 'certified';
  return print.early ? 'early' : null;
};

/** State by all prints of the class and period (S2 §1.2: printed in full and certified). */
export const journalState = (
  prints: readonly PrintFacts[],
  period: Period,
  today: IsoDate,
): JournalState => {
  const whole = prints.filter((print) => coversPeriod(print, period));
  if (whole.some(({ certifiedOn }) => certifiedOn !== null)) return 'certified';
  if (whole.length > 0) return 'printed';
  if (today > period.to) return 'missing';
  if (prints.length > 0) return 'early';
  return today >= period.from ? 'running' : 'future';
};

/**
 * State of an extract for a pupil who left: nobody is owed one before he asks. Its period ended on
 * his last day in the class, so it can be certified at any day from then on (domain.md §6).
 */
export const extractState = (
  prints: readonly PrintFacts[],
  period: Period,
): 'certified' | 'printed' | 'offered' => {
  const whole = prints.filter((print) => coversPeriod(print, period));
  if (whole.some(({ certifiedOn }) => certifiedOn !== null)) return 'certified';
  return whole.length > 0 ? 'printed' : 'offered';
};

/**
 * Periods of an extract for a pupil who left the class: those in which he was in it, from his first
 * day in them to his last. Empty while he is in the class, or when he was in it to the year's end.
 * @param periods of the class, the year among them
 * @param stints of the pupil in the class, oldest first
 */
export const extractPeriods = (
  periods: readonly JournalPeriod[],
  stints: readonly OpenPeriod[],
): readonly JournalPeriod[] => {
  const year = periods.find(({ key }) => key === 'year');
  const left = stints.reduce<IsoDate | null>(
    (last, { to }) => (to === null || last === null ? null : maxDate(last, to)),
    '',
  );
  if (!year || left === null || left < year.from || left >= year.to) return [];
  return periods.flatMap((period) => {
    const days = stints.filter((stint) => overlaps(stint, period));
    const first = days.reduce<IsoDate | null>(
      (from, stint) => (from === null ? stint.from : minDate(from, stint.from)),
      null,
    );
    const last = days.reduce((to, stint) => maxDate(to, stint.to ?? period.to), '');
    if (first === null) return [];
    return [{ ...period, from: maxDate(first, period.from), to: minDate(last, period.to) }];
  });
};

/** Whether the journal is owed: the period is over and no certified print exists. */
export const isOwed = (state: JournalState, period: Period, today: IsoDate): boolean =>
  today > period.to && state !== 'certified';

/** Leaves of a book printed on both sides: sheets are counted, not pages (domain.md §6). */
export const leavesOf = (pages: number): number => Math.ceil(pages / 2);

/** «8 (восемь) листов». */
export const leavesText = (leaves: number): string =>
  `${leaves} (${numberInWords(leaves)}) ${plural(leaves, 'лист', 'листа', 'листов')}`;
