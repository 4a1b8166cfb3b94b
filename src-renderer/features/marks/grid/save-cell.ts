import { queryClient } from '../../../api/client.ts';
import { submitCommand } from '../../../api/commands.ts';
import { useEntry } from '../entry-store.ts';
import { targetOf } from './class-grid.ts';

/** Queries whose answers the typed cell changes; the rest follows on its own. */
const grids = ['marks.grid', 'marks.studentWeek'] as const;

/**
 * Saves one cell by the chosen table of codes and waits until the grid shows it.
 * @throws OperationError
 */
export const saveCell = async (key: string, text: string): Promise<void> => {
  const { codeTableId } = useEntry.getState();
  await submitCommand('marks.saveCells', { cells: [{ ...targetOf(key), text }], codeTableId });
  await Promise.all(grids.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
};
