import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { apply, history as text, kinds, undoneStates } from '../../../strings/people-import.ts';
import { StatusBadge, showTime } from '../../../ui/index.ts';
import type { ListColumn, RowOf } from '../../../ui/table/index.ts';
import { DataTable } from '../../../ui/table/index.ts';
import { undoImport } from './undo-import.ts';

type Row = RowOf<'people.listImports'>;

const count = (key: 'new' | 'changed' | 'same' | 'rejected' | 'skipped'): ListColumn<Row> => ({
  key,
  title: text[key],
  kind: 'number',
  width: 100,
});

const columns: readonly ListColumn<Row>[] = [
  { key: 'at', title: text.at, width: 150, sort: true, render: ({ at }) => showTime(at) },
  { key: 'fileName', title: text.file, width: 180, grow: true },
  {
    key: 'undone',
    title: text.state,
    kind: 'choice',
    labels: undoneStates,
    width: 160,
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
  {
    key: 'kind',
    title: text.kind,
    kind: 'choice',
    labels: kinds,
    width: 130,
    filter: {
      kind: 'choice',
      key: 'kind',
      choices: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    },
  },
  { key: 'actor', title: text.actor, width: 120 },
  count('new'),
  count('changed'),
  { ...count('same'), width: 130 },
  count('rejected'),
  count('skipped'),
];

const initial = { sort: { column: 'at', descending: true } };

/** Every import with its counts; each may be taken back. */
export const ImportHistory = (): JSX.Element => (
  <DataTable
    operation="people.listImports"
    title={text.title}
    columns={columns}
    rowKey={(row) => row.id}
    initial={initial}
    empty={{ title: text.emptyTitle, hint: text.emptyHint }}
  />
);
