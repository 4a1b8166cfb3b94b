import type { JSX, Ref } from 'react';
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useHotkey } from '../../../ui/hotkeys.ts';
import { GridHead } from './GridHead.tsx';
import { GridLine } from './GridLine.tsx';
import css from './grid.module.css';
import type { GridCell, GridColumn, GridRow, Place } from './model.ts';
import { placeAfter } from './moves.ts';
import type { Saves } from './use-saves.ts';

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

/** What is being typed. `replace`: arrows leave the cell; `edit` (F2): they move in the text. */
interface Typing {
  readonly text: string;
  readonly mode: 'replace' | 'edit';
}

const rowHeight = 28;

const isText = ({ key, ctrlKey, altKey, metaKey }: React.KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;

const leaves = ({ key }: React.KeyboardEvent, mode: Typing['mode']): boolean =>
  ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(key) ||
  (mode === 'replace' && (key === 'ArrowLeft' || key === 'ArrowRight'));

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
  const [typing, showTyping] = useState<Typing | null>(null);
  // The box loses the focus before React has drawn it away: what is typed must be gone by then.
  const typed = useRef<Typing | null>(null);
  const setTyping = (next: Typing | null): void => {
    typed.current = next;
    showTyping(next);
  };
  const at = {
    row: Math.min(props.at.row, rows.length - 1),
    column: Math.min(props.at.column, columns.length - 1),
  };
  const cell = rows[at.row]?.cells[at.column] ?? null;
  const cellId = `${id}-${at.row}-${at.column}`;
  useCursorInSight(root, cellId);
  const focus = (): void => table.current?.focus({ preventScroll: true });
  useImperativeHandle(ref, () => ({ focus }), []);

  const textOf = (of: GridCell): string => saves.unsaved.get(of.key)?.text ?? of.text;
  const put = (text: string): void => {
    if (cell && text.trim() !== textOf(cell)) saves.save(cell, text.trim());
  };
  const settle = (): void => {
    const now = typed.current;
    setTyping(null);
    if (now) put(now.text);
  };
  const start = (next: Typing): void => {
    if (cell) setTyping(next);
    else props.onNoCell(at);
  };
  useHotkey('Ctrl+KeyS', () => {
    settle();
    focus();
  });

  const move = (event: React.KeyboardEvent): boolean => {
    const page = Math.max(1, Math.floor((root?.clientHeight ?? 0) / rowHeight) - 3);
    const to = placeAfter(at, event, { rows: rows.length, columns: columns.length, page });
    if (to === null) return false;
    event.preventDefault();
    onMove(to);
    return true;
  };
  const onTypingKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyping(null);
      focus();
    } else if (event.key === 'F2') {
      event.preventDefault();
      if (typed.current) setTyping({ ...typed.current, mode: 'edit' });
    } else if (typing && leaves(event, typing.mode)) {
      settle();
      focus();
      move(event);
    }
  };
  const onGridKey = (event: React.KeyboardEvent): void => {
    const own = event.ctrlKey || event.altKey || event.metaKey ? undefined : props.keys[event.code];
    const erases = event.key === 'Delete' || event.key === 'Backspace';
    if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      void saves.undo();
    } else if (own) {
      event.preventDefault();
      own(at);
    } else if (event.key === 'F2') {
      event.preventDefault();
      start({ text: cell ? textOf(cell) : '', mode: 'edit' });
    } else if (erases) {
      event.preventDefault();
      put('');
    } else if (isText(event)) {
      // The letter is already in the box that opens.
      event.preventDefault();
      start({ text: event.key, mode: 'replace' });
    } else move(event);
  };

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
          event.target === event.currentTarget ? onGridKey(event) : onTypingKey(event)
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
              typing={index === at.row ? (typing?.text ?? null) : null}
              onType={(text) => typed.current && setTyping({ ...typed.current, text })}
              onLeave={settle}
              onPoint={(column) => {
                settle();
                onMove({ row: index, column });
                focus();
              }}
              onOpen={() => start({ text: cell ? textOf(cell) : '', mode: 'edit' })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
