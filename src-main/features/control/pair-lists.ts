import type { ControlGroup, EmptyWeekRow, VolumeRow } from '../../contract/control.ts';
import { compareClasses } from '../../domain/classes.ts';
import { addDays, compareDates, daysBetween } from '../../domain/dates.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byText, byTime, inTurn, is, pageInMemory } from '../lists/index.ts';
import type { Asked } from '../context.ts';
import type { Part } from './figures.ts';
import { sumOf } from './figures.ts';
import type { JudgedWeek } from './pairs.ts';
import type { Names } from './names.ts';
import { noTeacher, teacherTitle } from './names.ts';

/** Lists of classes × subjects, and of groups: few thousand rows at most, computed whole. */

interface Row {
  readonly className: string;
  readonly subject: string;
  readonly teachers: string;
}

const words = (row: Row): string => `${row.className} ${row.subject} ${row.teachers}`;

/** The rows are made for the scope. */
const ofScope = {
  from: null,
  to: null,
  classId: null,
  subjectId: null,
  teacherId: null,
  withoutTeacher: null,
  parallel: null,
} as const;

const teacherList = (names: Names, ids: readonly number[]): string =>
  [...new Set(ids)]
    .filter((id) => id !== noTeacher)
    .map((id) => teacherTitle(names, id))
    .toSorted(byText((name) => name))
    .join(', ');

const byPair = inTurn<Part>(
  (a, b) => compareClasses(a.pair.class, b.pair.class),
  byText(({ pair }) => pair.subject),
  byNumber(({ pair }) => pair.class.id),
);

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

const emptyWeeks: MemoryListOf<'control.listEmptyWeeks', EmptyWeekRow> = {
  search: words,
  filters: ofScope,
  columns: {
    weekStartsOn: byTime(({ weekStartsOn }) => weekStartsOn),
    className: byClass(({ className }) => className),
    subject: byText(({ subject }) => subject),
  },
  usual: null,
};

/** School weeks with lessons and without marks, the newest first. */
export const emptyWeekPage = (
  parts: readonly Part[],
  names: Names,
  question: Asked<'control.listEmptyWeeks'>,
): Page<EmptyWeekRow> => {
  const rows = parts
    .toSorted(byPair)
    .flatMap((part) =>
      part.judged.filter(({ marks }) => marks === 0).map((week) => ({ part, week })),
    )
    .toSorted((a, b) => compareDates(b.week.startsOn, a.week.startsOn))
    .map(({ part, week }) => emptyWeek(part, week, names));
  return pageInMemory(rows, question, emptyWeeks);
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

const volume: MemoryListOf<'control.listVolume', VolumeRow> = {
  search: words,
  filters: { ...ofScope, known: is(({ planned }) => planned !== null) },
  columns: {
    className: byClass(({ className }) => className),
    subject: byText(({ subject }) => subject),
    held: byNumber(({ held }) => held),
    difference: byNumber(({ difference }) => difference),
  },
  usual: null,
};

/** Lessons held beside the timetable (S2: «в каком объёме»). */
export const volumePage = (
  parts: readonly Part[],
  names: Names,
  question: Asked<'control.listVolume'>,
): Page<VolumeRow> =>
  pageInMemory(
    parts.toSorted(byPair).map((part) => volumeRow(part, names)),
    question,
    volume,
  );

const groups: MemoryListOf<'control.listGroups', ControlGroup> = {
  search: ({ title }) => title,
  filters: { ...ofScope, by: null },
  columns: {
    // They come in the order of their titles.
    title: null,
    lessons: byNumber(({ lessons }) => lessons),
    marks: byNumber(({ marks }) => marks),
    late: byNumber(({ late }) => late),
    unknown: byNumber(({ unknown }) => unknown),
    withoutHomework: byNumber(({ withoutHomework }) => withoutHomework),
    withoutTopic: byNumber(({ withoutTopic }) => withoutTopic),
    emptyWeeks: byNumber(({ emptyWeeks: weeks }) => weeks),
    planned: byNumber(({ planned }) => planned),
  },
  usual: null,
};

/** Teachers, classes or subjects with their figures. */
export const groupPage = (
  rows: readonly ControlGroup[],
  question: Asked<'control.listGroups'>,
): Page<ControlGroup> => pageInMemory(rows, question, groups);
