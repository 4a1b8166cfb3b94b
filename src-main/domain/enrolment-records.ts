/**
 * What registers tell of a student stands on his classes: a mark is of a class and a day, an
 * appeal of a day on which he was at the school (domain.md §1, §2, §6). Changing the history of
 * classes must not leave such a record behind.
 */
import { className } from './classes.ts';
import type { IsoDate, OpenPeriod } from './dates.ts';
import { overlaps } from './dates.ts';
import { counted, shortDate } from './russian.ts';

export interface Stint extends OpenPeriod {
  readonly classId: number;
}

export type RecordKind = 'mark' | 'final' | 'sheet' | 'absence' | 'appeal' | 'statement';

/** Records of one student, of one kind and one span of days. */
export interface StudentRecords {
  readonly kind: RecordKind;
  /** Null: any class will do, as for an absence. */
  readonly classId: number | null;
  readonly parallel: number | null;
  readonly letter: string | null;
  /** Both null: of the class as a whole, like a final mark. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly count: number;
}

/** A record stands while the student is in its class on one of its days at least. */
export const stands = (
  { classId, from, to }: Pick<StudentRecords, 'classId' | 'from' | 'to'>,
  stints: readonly Stint[],
): boolean =>
  stints.some(
    (stint) =>
      (classId === null || stint.classId === classId) &&
      (from === null || overlaps(stint, { from, to })),
  );

/** Records that stood on the classes before the change and do not after it. */
export const lostRecords = (
  records: readonly StudentRecords[],
  before: readonly Stint[],
  after: readonly Stint[],
): readonly StudentRecords[] =>
  records.filter((record) => stands(record, before) && !stands(record, after));

const whereOf = ({ kind, classId, from, to }: StudentRecords): string =>
  [kind, classId, from, to].join('/');

/** Records without a class that were not without one before, or were fewer: a step brings them. */
export const newlyWithoutClass = (
  before: readonly StudentRecords[],
  after: readonly StudentRecords[],
): readonly StudentRecords[] => {
  const counts = new Map(before.map((record) => [whereOf(record), record.count]));
  return after.flatMap((record) => {
    const count = record.count - (counts.get(whereOf(record)) ?? 0);
    return count > 0 ? [{ ...record, count }] : [];
  });
};

const words: Readonly<Record<RecordKind, readonly [string, string, string]>> = {
  mark: ['оценка', 'оценки', 'оценок'],
  final: ['итоговая оценка', 'итоговые оценки', 'итоговых оценок'],
  sheet: ['распечатка', 'распечатки', 'распечаток'],
  absence: ['пропуск', 'пропуска', 'пропусков'],
  appeal: ['обращение', 'обращения', 'обращений'],
  statement: ['заявление', 'заявления', 'заявлений'],
};

const daysOf = (records: readonly StudentRecords[]): string => {
  const days = records.flatMap(({ from }) => (from === null ? [] : [from])).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `, ${shortDate(first)}` : `, с ${shortDate(first)} по ${shortDate(last)}`;
};

/** «5 оценок (5А, с 12.10.2025 по 14.10.2025); 1 обращение (13.10.2025)». */
export const recordsText = (records: readonly StudentRecords[]): string => {
  const groups = Map.groupBy(records, ({ kind, classId }) => `${kind}/${classId}`);
  return [...groups.values()]
    .map((group) => {
      const [{ kind, parallel, letter }] = group as [StudentRecords];
      const total = group.reduce((sum, { count }) => sum + count, 0);
      const where = parallel === null ? '' : className({ parallel, letter: letter ?? '' });
      const place = `${where}${daysOf(group)}`.replace(/^, /u, '');
      return `${counted(total, ...words[kind])}${place === '' ? '' : ` (${place})`}`;
    })
    .join('; ');
};
