import type { JSX } from 'react';
import { rows as text } from '../../strings/control.ts';
import { showDate } from '../../ui/index.ts';
import type { ListColumn, RowOf } from '../../ui/lists/index.ts';

type MarkRow = RowOf<'control.listLateMarks'>;
type LessonRow = RowOf<'control.listLessons'>;
type WeekRow = RowOf<'control.listEmptyWeeks'>;
type VolumeRow = RowOf<'control.listVolume'>;

/** What is known of the day of entry, in words. */
const entryOf = ({ enteredOn, seenOn, unseenOn, timeliness }: MarkRow): string => {
  if (enteredOn !== null) return showDate(enteredOn);
  if (unseenOn === null) return text.atMost(showDate(seenOn));
  return timeliness === 'late'
    ? text.atLeast(showDate(unseenOn))
    : text.between(showDate(unseenOn), showDate(seenOn));
};

const Entry = ({ row }: { readonly row: MarkRow }): JSX.Element => <span>{entryOf(row)}</span>;

const lessonHead = [
  { key: 'date', title: text.date, kind: 'date', width: 112, sort: true },
  { key: 'className', title: text.className, width: 74, sort: true },
  { key: 'subject', title: text.subject, width: 130, sort: true },
  { key: 'teacherName', title: text.teacher, width: 170, sort: true },
] as const;

export const markColumns: readonly ListColumn<MarkRow>[] = [
  ...lessonHead,
  { key: 'studentName', title: text.student, grow: true, width: 170 },
  { key: 'mark', title: text.mark, width: 76 },
  {
    key: 'enteredOn',
    title: text.entered,
    kind: 'date',
    width: 150,
    render: (row) => <Entry row={row} />,
  },
  { key: 'days', title: text.days, kind: 'number', width: 64 },
  { key: 'unseenOn', title: text.unseenOn, kind: 'date', width: 110, hidden: true },
  { key: 'seenOn', title: text.seenOn, kind: 'date', width: 110, hidden: true },
];

export const lessonColumns: readonly ListColumn<LessonRow>[] = [
  ...lessonHead,
  { key: 'topic', title: text.topic, grow: true, width: 200 },
  { key: 'homework', title: text.homework, width: 180 },
  { key: 'marks', title: text.marks, kind: 'number', width: 80 },
  { key: 'late', title: text.late, kind: 'number', width: 80 },
  { key: 'unknown', title: text.unknown, kind: 'number', width: 100, hidden: true },
  { key: 'ordinal', title: text.ordinal, kind: 'number', width: 90, hidden: true },
];

export const weekColumns: readonly ListColumn<WeekRow>[] = [
  { key: 'weekStartsOn', title: text.week, kind: 'date', width: 110, sort: true },
  { key: 'weekEndsOn', title: text.weekEnd, kind: 'date', width: 110 },
  { key: 'className', title: text.className, width: 90, sort: true },
  { key: 'subject', title: text.subject, width: 220, sort: true },
  { key: 'teachers', title: text.teacher, grow: true, width: 260 },
  { key: 'lessons', title: text.lessons, kind: 'number', width: 90 },
];

export const volumeColumns: readonly ListColumn<VolumeRow>[] = [
  { key: 'className', title: text.className, width: 90, sort: true },
  { key: 'subject', title: text.subject, width: 220, sort: true },
  { key: 'teachers', title: text.teacher, grow: true, width: 240 },
  { key: 'weekly', title: text.weekly, kind: 'number', width: 100 },
  { key: 'planned', title: text.planned, kind: 'number', width: 120 },
  { key: 'held', title: text.held, kind: 'number', width: 100, sort: true },
  { key: 'difference', title: text.difference, kind: 'number', width: 100, sort: true },
];
