import type { JSX, Ref } from 'react';
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { grid as text } from '../../../strings/marks.ts';
import { useHotkey } from '../../../ui/hotkeys.ts';
import type { GridColumn, GridRow, Place } from './grid-cells.ts';
import css from './grid.module.css';
import { GridLine } from './GridLine.tsx';
import { placeAfter } from './moves.ts';
import type { Saves } from './use-saves.ts';
import { useTyping } from './use-typing.ts';

interface GridHeadProps {
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  /** Column of the cursor. */
  readonly active: number;
  /** Whether the last column holds means. */
  readonly average: boolean;
}

const GridHead = ({ corner, columns, active, average }: GridHeadProps): JSX.Element => (
  <thead>
    <tr>
      <th scope="col" className={css['corner']}>
        {corner}
      </th>
      {columns.map(({ key, head, sub, title }, index) => (
        <th
          key={key}
          scope="col"
          title={title}
          aria-label={title}
          className={index === active ? css['headNow'] : undefined}
        >
          <span className={css['day']}>{head}</span>
          {sub !== '' && <span className={css['sub']}>{sub}</span>}
        </th>
      ))}
      {average && (
        <th scope="col" className={css['average']}>
          {text.average}
        </th>
      )}
    </tr>
  </thead>
);

export interface MarkGridProps {
  readonly ref?: Ref<{ readonly focus: () => void }>;
  readonly label: string;
  /** Title of the first column. */
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly saves: Saves;
  readonly at: Place;
  readonly onMove: (to: Place) => void;
  /** Typing where nothing can be typed: there is no lesson yet. */
  readonly onNoCell: (at: Place) => void;
  /** Why nothing can be typed in a cell that is not there. */
  readonly noCell: string;
  /** Keys of the screen itself by `event.code`, e.g. `F4`, `Insert`. */
  readonly keys: Readonly<Record<string, (at: Place) => void>>;
}

const rowHeight = 28;

/** Keeps the cursor in sight: the head and the first column cover what is under them. */
const useCursorInSight = (root: HTMLElement | null, cellId: string): void => {
  useEffect(() => {
    root?.querySelector(`#${CSS.escape(cellId)}`)?.scrollIntoView({
      block: 'nearest',
      inline: 'nearest',
    });
  }, [root, cellId]);
};

/**
 * A table typed by the keyboard alone: typing replaces, F2 edits, Delete erases, Enter and Tab go
 * on. A cell is saved when it is left, or by Ctrl+S.
 */
export const MarkGrid = ({ ref, ...props }: MarkGridProps): JSX.Element => {
  const { columns, rows, saves, onMove } = props;
  const id = useId();
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const at = {
    row: Math.min(props.at.row, rows.length - 1),
    column: Math.min(props.at.column, columns.length - 1),
  };
  const cell = rows[at.row]?.cells[at.column] ?? null;
  const cellId = `${id}-${at.row}-${at.column}`;
  useCursorInSight(root, cellId);
  const focus = (): void => table.current?.focus({ preventScroll: true });
  useImperativeHandle(ref, () => ({ focus }), []);

  const move = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((root?.clientHeight ?? 0) / rowHeight) - 3);
    const to = placeAfter(at, event, { rows: rows.length, columns: columns.length, page });
    if (to === null) return;
    event.preventDefault();
    onMove(to);
  };
  const { onNoCell, keys } = props;
  const typing = useTyping({ at, cell, saves, focus, move, onNoCell, keys });
  useHotkey('Ctrl+KeyS', () => {
    typing.settle();
    focus();
  });

  return (
    <div ref={setRoot} className={css['scroller']}>
      <table
        ref={table}
        role="grid"
        aria-label={props.label}
        aria-activedescendant={cellId}
        tabIndex={0}
        className={css['grid']}
        onKeyDown={(event) =>
          event.target === event.currentTarget ? typing.onGridKey(event) : typing.onBoxKey(event)
        }
      >
        <GridHead
          corner={props.corner}
          columns={columns}
          active={at.column}
          average={rows[0]?.average !== null}
        />
        <tbody>
          {rows.map((row, index) => (
            <GridLine
              key={row.key}
              id={`${id}-${index}`}
              row={row}
              columns={columns}
              unsaved={saves.unsaved}
              noCell={props.noCell}
              active={index === at.row ? at.column : null}
              typing={index === at.row ? typing.text : null}
              onType={typing.type}
              onLeave={typing.settle}
              onPoint={(column) => {
                typing.settle();
                onMove({ row: index, column });
                focus();
              }}
              onOpen={typing.open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
