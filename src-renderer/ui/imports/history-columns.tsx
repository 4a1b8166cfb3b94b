import { Button } from '@mantine/core';
import { apply, history as text, undoneStates } from '../../strings/people-import.ts';
import { showTime } from '../dates.ts';
import { StatusBadge } from '../details.tsx';
import type { ListColumn } from '../lists/index.ts';
import { undoImport } from './undo-import.ts';

interface ImportRow {
  readonly at: string;
  readonly auditId: number;
  readonly fileName: string;
  readonly undone: boolean;
}

/** First columns of the history of any imports: when, from which file, and taking it back. */
export const importHistoryColumns = <R extends ImportRow>(): readonly ListColumn<R>[] => [
  { key: 'at', title: text.at, width: 145, sort: true, render: ({ at }) => showTime(at) },
  { key: 'fileName', title: text.file, width: 190, grow: true },
  {
    key: 'undone',
    title: text.state,
    kind: 'choice',
    labels: undoneStates,
    width: 155,
    render: ({ undone, auditId, fileName }) =>
      undone ? (
        <StatusBadge tone="neutral">{undoneStates.true}</StatusBadge>
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => void undoImport(auditId, fileName)}
        >
          {apply.undo}
        </Button>
      ),
  },
];
