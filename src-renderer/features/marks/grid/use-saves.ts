import { useCallback, useEffect, useRef, useState } from 'react';
import { redoLast, undoLast } from '../../../api/undo.ts';
import { messageOf, showError } from '../../../api/toasts.tsx';
import { setDirty } from '../../../ui/leaving.ts';
import type { GridCell, UnsavedCell } from './model.ts';

export type UnsavedCells = ReadonlyMap<string, UnsavedCell>;

export interface Saves {
  readonly unsaved: UnsavedCells;
  /** Queues a cell; it is shown as typed at once. */
  readonly save: (cell: GridCell, text: string) => void;
  /** Takes the newest saved change back, once all that was typed is saved. */
  readonly undo: () => Promise<void>;
  /** Brings back what was taken back last. */
  readonly redo: () => Promise<void>;
}

const without = (cells: UnsavedCells, key: string, text: string): UnsavedCells => {
  // A newer text of the same cell is still on its way.
  if (cells.get(key)?.text !== text) return cells;
  const rest = new Map(cells);
  rest.delete(key);
  return rest;
};

/**
 * Saves cells one after another, each as a command of its own, so that one Ctrl+Z takes one cell
 * back. What could not be saved stays in its cell and guards the screen against leaving.
 */
export const useSaves = (write: (key: string, text: string) => Promise<void>): Saves => {
  const [unsaved, setUnsaved] = useState<UnsavedCells>(new Map());
  const queue = useRef(Promise.resolve());
  const latest = useRef(write);
  const [guard] = useState(() => Symbol('marks'));
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    setDirty(guard, unsaved.size > 0);
    return () => setDirty(guard, false);
  }, [guard, unsaved.size]);

  const save = useCallback((cell: GridCell, text: string): void => {
    const put = (problem: string | null): void =>
      setUnsaved((cells) => new Map(cells).set(cell.key, { text, problem }));
    put(null);
    const before = queue.current;
    const run = async (): Promise<void> => {
      await before;
      try {
        await latest.current(cell.key, text);
        setUnsaved((cells) => without(cells, cell.key, text));
      } catch (error) {
        put(messageOf(error));
        showError(error);
      }
    };
    queue.current = run();
  }, []);
  const undo = useCallback(async (): Promise<void> => {
    await queue.current;
    await undoLast();
  }, []);
  const redo = useCallback(async (): Promise<void> => {
    await queue.current;
    await redoLast();
  }, []);
  return { unsaved, save, undo, redo };
};
