import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { history, lessons as lessonText, marks as text } from '../../../strings/marks.ts';
import { StatusBadge, showTime } from '../../../ui/index.ts';
import type { ListColumn, RowOf } from '../../../ui/lists/index.ts';

export type MarkRow = RowOf<'marks.listMarks'>;
export type LessonRow = RowOf<'marks.listLessons'>;

const Shown = ({ mark }: { readonly mark: MarkRow }): JSX.Element => (
  <Text span size="sm" {...(mark.unknown && { c: 'var(--mantine-color-error)', td: 'underline' })}>
    {mark.shown}
  </Text>
);

const endedTone = { changed: 'info', vanished: 'warning', erased: 'neutral' } as const;

/** Columns of marks; those of the history say when and why a mark ended. */
export const markColumns = (isHistory: boolean): readonly ListColumn<MarkRow>[] => [
  { key: 'date', title: text.date, kind: 'date', width: 110, sort: true },
  { key: 'className', title: text.class, width: 70 },
  { key: 'fullName', title: text.student, width: 240, grow: true },
  { key: 'subject', title: text.subject, width: 180 },
  { key: 'shown', title: text.shown, width: 90, render: (mark) => <Shown mark={mark} /> },
  { key: 'text', title: text.text, width: 130, hidden: true },
  { key: 'enteredOn', title: text.entered, kind: 'date', width: 110, hidden: isHistory },
  {
    key: 'seenAt',
    title: text.seen,
    width: 140,
    hidden: true,
    render: ({ seenAt }) => showTime(seenAt),
  },
  ...(isHistory
    ? ([
        {
          key: 'endedAt',
          title: text.ended,
          width: 140,
          render: ({ endedAt }) => (endedAt === null ? '' : showTime(endedAt)),
        },
        {
          key: 'endedReason',
          title: text.state,
          kind: 'choice',
          labels: history.reasons,
          width: 170,
          render: ({ endedReason }) =>
            endedReason && (
              <StatusBadge tone={endedTone[endedReason]}>
                {history.reasons[endedReason]}
              </StatusBadge>
            ),
        },
      ] satisfies readonly ListColumn<MarkRow>[])
    : []),
];

/** A text of a lesson; empty is said only where somebody has told of the lesson. */
const LessonText = ({
  value,
  described,
}: {
  readonly value: string | null;
  readonly described: boolean;
}) =>
  value === null ? (
    <Text span size="sm" {...(described ? { fw: 700 } : { c: 'dimmed' })}>
      {described ? lessonText.absent : lessonText.unknown}
    </Text>
  ) : (
    <>{value}</>
  );

export const lessonColumns: readonly ListColumn<LessonRow>[] = [
  { key: 'date', title: text.date, kind: 'date', width: 110, sort: true },
  { key: 'className', title: text.class, width: 70 },
  { key: 'subject', title: text.subject, width: 170 },
  {
    key: 'topic',
    title: lessonText.topicState,
    width: 220,
    grow: true,
    render: ({ topic, described }) => <LessonText value={topic} described={described} />,
  },
  {
    key: 'homework',
    title: lessonText.homeworkState,
    width: 220,
    render: ({ homework, described }) => <LessonText value={homework} described={described} />,
  },
  { key: 'teacher', title: lessonText.teacher, width: 200 },
  { key: 'marks', title: lessonText.marks, kind: 'number', width: 90 },
];
