import type { JSX } from 'react';
import { history as text } from '../../../strings/marks-import.ts';
import { history as kitText } from '../../../strings/people-import.ts';
import type { ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { importHistoryColumns } from '../../../ui/imports/history-columns.tsx';

type Row = RowOf<'marks.listImports'>;

const count = (key: string, title: string, hidden = false): ListColumn<Row> => ({
  key,
  title,
  kind: 'number',
  width: 100,
  hidden,
});

const columns: readonly ListColumn<Row>[] = [
  ...importHistoryColumns<Row>(),
  count('marks.new', text.marksNew),
  count('marks.changed', text.marksChanged),
  count('marks.vanished', text.marksVanished),
  count('marks.same', text.marksSame, true),
  count('lessons.new', text.lessonsNew),
  count('lessons.changed', text.lessonsChanged, true),
  count('finals.new', text.finalsNew, true),
  count('rejected', kitText.rejected),
  count('skipped', kitText.skipped, true),
  { key: 'actor', title: kitText.actor, width: 100, hidden: true },
];

const initial = { sort: { column: 'at', descending: true } };

/** Every import of marks and lessons with its counts; each may be taken back. */
export const ImportHistory = (): JSX.Element => (
  <DataTable
    operation="marks.listImports"
    title={text.title}
    columns={columns}
    rowKey={(row) => row.id}
    initial={initial}
    empty={{ title: kitText.emptyTitle, hint: kitText.emptyHint }}
  />
);
