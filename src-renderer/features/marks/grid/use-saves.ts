import { useCallback, useEffect, useRef, useState } from 'react';
import { redoLast, undoLast } from '../../../api/undo.ts';
import { isStale } from '../../../api/failure.ts';
import { fullMessageOf, showError } from '../../../api/toasts.tsx';
import { stale as words } from '../../../strings/common.ts';
import { askStale } from '../../../ui/stale.ts';
import { setDirty } from '../../../ui/leaving.ts';
import type { GridCell, UnsavedCell } from './grid-cells.ts';

export type UnsavedCells = ReadonlyMap<string, UnsavedCell>;

/** Where the cells of a grid are kept. */
export interface CellStore {
  /** @throws OperationError `stale-version` when something else than `was` stands in the cell */
  readonly write: (key: string, text: string, was: string) => Promise<void>;
  readonly standing: (key: string) => Promise<string>;
}

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

interface Written {
  /** What the grid showed when it was typed. */
  readonly over: string;
  readonly text: string;
}

interface Typed {
  readonly key: string;
  readonly text: string;
  readonly was: string;
}

/**
 * A mark that another window has changed is shown beside the typed one, and waits for a choice.
 * @throws OperationError when the user leaves it unsaved
 */
const writeOrAsk = async (store: CellStore, { key, text, was }: Typed): Promise<void> => {
  try {
    await store.write(key, text, was);
  } catch (error) {
    if (!isStale(error)) throw error;
    const stored = await store.standing(key);
    const [place = ''] = (error.fields[0]?.message ?? '').split(':');
    const row = { path: key, label: place, mine: text, stored, note: words.both };
    const answer = await askStale({ message: error.message, rows: [row] });
    if (answer === 'back') throw error;
    if (answer === 'save') await writeOrAsk(store, { key, text, was: stored });
  }
};

/**
 * Saves cells one after another, each as a command of its own, so that one Ctrl+Z takes one cell
 * back. What could not be saved stays in its cell and guards the screen against leaving.
 */
export const useSaves = (store: CellStore): Saves => {
  const [unsaved, setUnsaved] = useState<UnsavedCells>(new Map());
  const queue = useRef(Promise.resolve());
  const latest = useRef(store);
  /** Own texts that stand already, where a queued cell still knows the former one. */
  const written = useRef(new Map<string, Written>());
  const [guard] = useState(() => Symbol('marks'));
  useEffect(() => {
    latest.current = store;
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
        const own = written.current.get(cell.key);
        const was = own?.over === cell.text ? own.text : cell.text;
        await writeOrAsk(latest.current, { key: cell.key, text, was });
        written.current.set(cell.key, { over: cell.text, text });
        setUnsaved((cells) => without(cells, cell.key, text));
      } catch (error) {
        put(fullMessageOf(error));
        if (!isStale(error)) showError(error);
      }
      if (queue.current === mine) written.current.clear();
    };
    const mine = run();
    queue.current = mine;
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
