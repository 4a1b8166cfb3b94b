import { grid as text } from '../../../strings/marks.ts';
import type { GridCell } from './grid-cells.ts';
import type { UnsavedCells } from './use-saves.ts';

/** What is wrong with a cell, in words; null when nothing is. */
export const problemOf = (cell: GridCell | null, unsaved: UnsavedCells): string | null => {
  if (!cell) return null;
  const waiting = unsaved.get(cell.key);
  if (waiting?.problem) return text.notSaved(waiting.problem);
  return !waiting && cell.unknown ? text.unknownCode(cell.text) : null;
};
