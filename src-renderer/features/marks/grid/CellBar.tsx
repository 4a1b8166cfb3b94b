import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { grid as text, lesson as lessonText } from '../../../strings/marks.ts';
import { showDate } from '../../../ui/index.ts';
import type { Lesson } from './class-grid.ts';
import css from './grid.module.css';

export interface CellBarProps {
  readonly who: string;
  readonly lesson: Lesson | null;
  /** Keys of the grid; absent = those of lessons. */
  readonly hint?: string;
  /** What is wrong with the cell or why nothing can be typed; null when all is well. */
  readonly problem: string | null;
}

const given = (value: string | null, described: boolean, absent: string): string =>
  value ?? (described ? absent : lessonText.unknown);

/** What the cell under the cursor is about. */
export const CellBar = ({ who, lesson, problem, hint = text.hint }: CellBarProps): JSX.Element => (
  <div className={css['bar']}>
    <Text size="sm" truncate>
      <b>{who}</b>
      {lesson && (
        <>
          {' · '}
          {text.lessonTitle(showDate(lesson.date), lesson.ordinal)}
          {' · '}
          {lessonText.topic}: {given(lesson.topic, lesson.described, lessonText.noTopic)}
          {' · '}
          {lessonText.homework}: {given(lesson.homework, lesson.described, lessonText.noHomework)}
        </>
      )}
    </Text>
    <Text
      size="xs"
      c={problem === null ? 'dimmed' : 'var(--mantine-color-error)'}
      role="status"
      truncate
    >
      {problem ?? hint}
    </Text>
  </div>
);
