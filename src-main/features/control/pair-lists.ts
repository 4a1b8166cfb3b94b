import type { EmptyWeekRow, VolumeRow } from '../../contract/control.ts';
import { compareClasses } from '../../domain/classes.ts';
import { addDays, compareDates, daysBetween } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from './asked.ts';
import type { Part } from './figures.ts';
import { sumOf } from './figures.ts';
import type { JudgedWeek } from './gather.ts';
import type { Names } from './names.ts';
import { noTeacher, teacherTitle } from './names.ts';

/** Lists of classes × subjects: few thousand rows at most, sorted here. */

interface Row {
  readonly className: string;
  readonly subject: string;
  readonly teachers: string;
}

const collator = new Intl.Collator('ru', { numeric: true });

const fits = (row: Row, search: string): boolean => {
  const text = fold(`${row.className} ${row.subject} ${row.teachers}`);
  return fold(search)
    .split(' ')
    .every((word) => text.includes(word));
};

const teacherList = (names: Names, ids: readonly number[]): string =>
  [...new Set(ids)]
    .filter((id) => id !== noTeacher)
    .map((id) => teacherTitle(names, id))
    .toSorted(collator.compare)
    .join(', ');

const byPair = (a: Part, b: Part): number =>
  compareClasses(a.pair.class, b.pair.class) ||
  collator.compare(a.pair.subject, b.pair.subject) ||
  a.pair.class.id - b.pair.class.id;

const sorted = <R extends object>(
  rows: readonly R[],
  sort: { readonly column: string; readonly descending: boolean } | null,
): readonly R[] => {
  if (sort === null) return rows;
  const value = (row: R): string | number =>
    (row as Readonly<Record<string, string | number | null>>)[sort.column] ?? -Infinity;
  const way = sort.descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    return (
      way *
      (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(`${a}`, `${b}`))
    );
  });
};

const page = <R extends Row>(
  rows: readonly R[],
  {
    search,
    sort,
    offset,
    limit,
  }: Pick<Asked<'control.listVolume'>, 'search' | 'offset' | 'limit'> & {
    readonly sort: { readonly column: string; readonly descending: boolean } | null;
  },
): { readonly total: number; readonly rows: R[] } => {
  const found = sorted(
    rows.filter((row) => fits(row, search)),
    sort,
  );
  return { total: found.length, rows: found.slice(offset, offset + limit) };
};

/** A number of its own for every class × subject. */
const pairId = ({ pair }: Part): number => pair.class.id * 100_000 + pair.subjectId;

const headOf = ({ pair }: Part) => ({
  classId: pair.class.id,
  className: pair.class.title,
  subjectId: pair.subjectId,
  subject: pair.subject,
});

const emptyWeek = (part: Part, week: JudgedWeek, names: Names): EmptyWeekRow => ({
  id: pairId(part) * 10_000 + Math.floor(daysBetween('2000-01-03', week.startsOn) / 7),
  ...headOf(part),
  teachers: teacherList(names, week.teacherIds),
  weekStartsOn: week.startsOn,
  weekEndsOn: addDays(week.startsOn, 6),
  lessons: week.lessons,
});

/** School weeks with lessons and without marks, the newest first. */
export const emptyWeekPage = (
  parts: readonly Part[],
  names: Names,
  question: Asked<'control.listEmptyWeeks'>,
): { readonly total: number; readonly rows: EmptyWeekRow[] } => {
  const rows = parts
    .toSorted(byPair)
    .flatMap((part) =>
      part.judged.filter(({ marks }) => marks === 0).map((week) => ({ part, week })),
    )
    .toSorted((a, b) => compareDates(b.week.startsOn, a.week.startsOn))
    .map(({ part, week }) => emptyWeek(part, week, names));
  return page(rows, question);
};

const volumeRow = (part: Part, names: Names): VolumeRow => {
  const held = sumOf(part.entries, 'lessons');
  return {
    id: pairId(part),
    ...headOf(part),
    teachers: teacherList(
      names,
      part.entries.map(({ teacherId }) => teacherId),
    ),
    weekly: part.weekly,
    planned: part.planned,
    held,
    difference: part.planned === null ? null : held - part.planned,
  };
};

/** Lessons held beside the timetable (S2: «в каком объёме»). */
export const volumePage = (
  parts: readonly Part[],
  names: Names,
  question: Asked<'control.listVolume'>,
): { readonly total: number; readonly rows: VolumeRow[] } => {
  const { known } = question.filters;
  const rows = parts
    .filter(({ planned }) => known === undefined || (planned !== null) === known)
    .toSorted(byPair)
    .map((part) => volumeRow(part, names));
  return page(rows, question);
};
