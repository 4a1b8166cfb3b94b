import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { grid as text, lesson as lessonText } from '../../../strings/marks.ts';
import { showDate } from '../../../ui/index.ts';
import type { Lesson } from './class-grid.ts';
import css from './grid.module.css';
import type { GridCell } from './grid-cells.ts';
import type { UnsavedCells } from './use-saves.ts';

export interface CellBarProps {
  readonly who: string;
  readonly lesson: Lesson | null;
  /** Keys of the grid; absent = those of lessons. */
  readonly hint?: string;
  /** Null where nothing can be typed. */
  readonly cell: GridCell | null;
  readonly unsaved: UnsavedCells;
}

/** What is wrong with a cell, in words; null when nothing is. */
const problemOf = (cell: GridCell | null, unsaved: UnsavedCells): string | null => {
  if (!cell) return null;
  const waiting = unsaved.get(cell.key);
  if (waiting?.problem) return text.notSaved(waiting.problem);
  return !waiting && cell.unknown ? text.unknownCode(cell.text) : null;
};

const given = (value: string | null, described: boolean, absent: string): string =>
  value ?? (described ? absent : lessonText.unknown);

/** What the cell under the cursor is about. */
export const CellBar = ({
  who,
  lesson,
  cell,
  unsaved,
  hint = text.hint,
}: CellBarProps): JSX.Element => {
  const problem = problemOf(cell, unsaved);
  return (
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
};
