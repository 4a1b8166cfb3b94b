import { useRef, useState } from 'react';
import type { GridCell, Place } from './grid-cells.ts';
import type { Saves } from './use-saves.ts';

/** What is being typed. `replace`: arrows leave the cell; `edit` (F2): they move in the text. */
interface Draft {
  readonly text: string;
  readonly mode: 'replace' | 'edit';
}

export interface TypingOptions {
  readonly at: Place;
  /** Under the cursor. */
  readonly cell: GridCell | null;
  readonly saves: Saves;
  readonly focus: () => void;
  /** Goes where the key leads. */
  readonly move: (event: React.KeyboardEvent) => void;
  readonly onNoCell: (at: Place) => void;
  readonly keys: Readonly<Record<string, (at: Place) => void>>;
}

export interface Typing {
  /** Text in the box; null while none is open. */
  readonly text: string | null;
  readonly type: (text: string) => void;
  /** Closes the box and saves what was typed. */
  readonly settle: () => void;
  /** Opens the box with what stands in the cell. */
  readonly open: () => void;
  readonly onBoxKey: (event: React.KeyboardEvent) => void;
  readonly onGridKey: (event: React.KeyboardEvent) => void;
}

const isText = ({ key, ctrlKey, altKey, metaKey }: React.KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;

const isUndo = ({ code, ctrlKey, metaKey, shiftKey }: React.KeyboardEvent): boolean =>
  code === 'KeyZ' && (ctrlKey || metaKey) && !shiftKey;

const isRedo = ({ code, ctrlKey, metaKey, shiftKey }: React.KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && (shiftKey ? code === 'KeyZ' : code === 'KeyY');

const leaves = ({ key }: React.KeyboardEvent, mode: Draft['mode']): boolean =>
  ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(key) ||
  (mode === 'replace' && (key === 'ArrowLeft' || key === 'ArrowRight'));

/** Typing replaces, F2 edits, Delete erases, Esc gives up; leaving the cell saves it. */
export const useTyping = (options: TypingOptions): Typing => {
  const { at, cell, saves, focus, move, onNoCell, keys } = options;
  const [shown, show] = useState<Draft | null>(null);
  // The box loses the focus before React has drawn it away: what is typed must be gone by then.
  const draft = useRef<Draft | null>(null);
  const set = (next: Draft | null): void => {
    draft.current = next;
    show(next);
  };
  const standing = cell === null ? '' : (saves.unsaved.get(cell.key)?.text ?? cell.text);
  const put = (text: string): void => {
    if (cell && text.trim() !== standing) saves.save(cell, text.trim());
  };
  const settle = (): void => {
    const now = draft.current;
    set(null);
    if (now) put(now.text);
  };
  const start = (next: Draft): void => {
    if (cell) set(next);
    else onNoCell(at);
  };
  const open = (): void => start({ text: standing, mode: 'edit' });

  const onBoxKey = (event: React.KeyboardEvent): void => {
    const now = draft.current;
    if (event.key === 'Escape') {
      event.stopPropagation();
      set(null);
      focus();
    } else if (event.key === 'F2') {
      event.preventDefault();
      if (now) set({ ...now, mode: 'edit' });
    } else if (now && leaves(event, now.mode)) {
      settle();
      focus();
      move(event);
    }
  };
  /** What the key does; undefined: it only moves, or does nothing. */
  const actionOf = (event: React.KeyboardEvent): (() => void) | undefined => {
    if (isUndo(event)) return () => void saves.undo();
    if (isRedo(event)) return () => void saves.redo();
    const own = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.code];
    if (own) return () => own(at);
    if (event.key === 'F2') return open;
    if (event.key === 'Delete' || event.key === 'Backspace') return () => put('');
    // The letter is already in the box that opens.
    return isText(event) ? () => start({ text: event.key, mode: 'replace' }) : undefined;
  };
  const onGridKey = (event: React.KeyboardEvent): void => {
    const act = actionOf(event);
    if (!act) return move(event);
    event.preventDefault();
    return act();
  };
  return {
    text: shown?.text ?? null,
    type: (text) => draft.current && set({ ...draft.current, text }),
    settle,
    open,
    onBoxKey,
    onGridKey,
  };
};
