import type { JSX } from 'react';
import { history as text, kinds } from '../../../strings/people-import.ts';
import type { ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { importHistoryColumns } from '../../../ui/imports/history-columns.tsx';

type Row = RowOf<'people.listImports'>;

const count = (key: 'new' | 'changed' | 'same' | 'rejected' | 'skipped'): ListColumn<Row> => ({
  key,
  title: text[key],
  kind: 'number',
  width: 100,
});

const columns: readonly ListColumn<Row>[] = [
  ...importHistoryColumns<Row>(),
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
