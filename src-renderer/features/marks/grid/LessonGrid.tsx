import { Button } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { grid as text, history as historyText, screen } from '../../../strings/marks.ts';
import { useHotkey } from '../../../ui/hotkeys.ts';
import { EmptyState, showDate } from '../../../ui/index.ts';
import { CellBar } from './CellBar.tsx';
import type { Lesson } from './class-grid.ts';
import { targetOf } from './class-grid.ts';
import css from './grid.module.css';
import type { GridColumn, GridRow, Place } from './grid-cells.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { MarkGrid } from './MarkGrid.tsx';
import { lessonCells } from './save-cell.ts';
import { useSaves } from './use-saves.ts';

export interface LessonGridProps {
  readonly label: string;
  /** Title of the first column. */
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly first: Place;
  /** The grid takes the keys at once: it was opened to be typed in. */
  readonly focused: boolean;
  readonly lessonAt: (place: Place) => Lesson | null;
  /** Whose marks a row holds. */
  readonly studentOf: (row: GridRow) => string;
  /** Why nothing can be typed in a cell that is not there. */
  readonly noCell: string;
  readonly onNoCell: (place: Place) => void;
  /** F4. */
  readonly onLesson: (lesson: Lesson) => void;
  /** Insert. */
  readonly onNew: (place: Place) => void;
}

/** Marks of lessons typed cell by cell, whatever the rows are; F8 shows what a cell held before. */
export const LessonGrid = (props: LessonGridProps): JSX.Element => {
  const { columns, rows, focused, lessonAt, studentOf, noCell, onLesson, onNew } = props;
  const [at, setAt] = useState(props.first);
  const [past, setPast] = useState<string | null>(null);
  const saves = useSaves(lessonCells);
  const table = useRef<{ readonly focus: () => void }>(null);
  const [takesFocus] = useState(focused);
  useEffect(() => {
    if (takesFocus) table.current?.focus();
  }, [takesFocus]);
  // The cursor may stand where a shorter answer has nothing any more.
  const place = {
    row: Math.min(at.row, rows.length - 1),
    column: Math.min(at.column, columns.length - 1),
  };
  const row = rows[place.row];
  const cell = row?.cells[place.column] ?? null;
  const lesson = lessonAt(place);
  return (
    <>
      <MarkGrid
        ref={table}
        label={props.label}
        corner={props.corner}
        columns={columns}
        rows={rows}
        saves={saves}
        at={at}
        onMove={setAt}
        noCell={noCell}
        onNoCell={props.onNoCell}
        keys={{
          F4: () => lesson && onLesson(lesson),
          F8: () => setPast(cell?.key ?? null),
          Insert: onNew,
        }}
      />
      <CellBar
        who={row?.title ?? ''}
        lesson={lesson}
        {...(!cell && { hint: noCell })}
        cell={cell}
        unsaved={saves.unsaved}
      />
      {past !== null && row && lesson && (
        <HistoryDialog
          {...targetOf(past)}
          about={historyText.of(studentOf(row), lesson.subject, showDate(lesson.date))}
          onClose={() => {
            setPast(null);
            table.current?.focus();
          }}
        />
      )}
    </>
  );
};

export interface NoLessonsProps {
  readonly onNew: () => void;
  /** Other ways on, beside a new lesson. */
  readonly children?: ReactNode;
}

/** Nothing to type in yet: Insert makes a lesson here as well. */
export const NoLessons = ({ onNew, children }: NoLessonsProps): JSX.Element => {
  useHotkey('Insert', onNew);
  return (
    <div className={css['center']}>
      <EmptyState
        icon="sheet"
        title={text.emptyTitle}
        hint={text.emptyHint}
        action={
          <div className={css['tools']}>
            <Button onClick={onNew}>{screen.newLesson}</Button>
            {children}
          </div>
        }
      />
    </div>
  );
};
