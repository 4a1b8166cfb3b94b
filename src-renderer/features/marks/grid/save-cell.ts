import { callOperation, queryClient } from '../../../api/client.ts';
import { submitCommand } from '../../../api/commands.ts';
import { useEntry } from '../entry-store.ts';
import { targetOf } from './class-grid.ts';
import type { CellStore } from './use-saves.ts';

/** Queries whose answers the typed cell changes; the rest follows on its own. */
const grids = ['marks.grid', 'marks.studentWeek'] as const;

/**
 * Saves one cell by the chosen table of codes and waits until the grid shows it.
 * @throws OperationError
 */
const write = async (key: string, text: string, was: string): Promise<void> => {
  const { codeTableId } = useEntry.getState();
  await submitCommand('marks.saveCells', { cells: [{ ...targetOf(key), text, was }], codeTableId });
  await Promise.all(grids.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
};

/** What stands in the cell now, whatever the grid shows. */
const standing = async (key: string): Promise<string> => {
  const { marks } = await callOperation('marks.history', targetOf(key));
  return marks.find(({ endedAt }) => endedAt === null)?.text ?? '';
};

export const lessonCells: CellStore = { write, standing };
