import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { history as text } from '../../../strings/marks-import.ts';
import { apply, history as kitText, undoneStates } from '../../../strings/people-import.ts';
import { StatusBadge, showTime } from '../../../ui/index.ts';
import type { ListColumn, RowOf } from '../../../ui/table/index.ts';
import { DataTable } from '../../../ui/table/index.ts';
import { undoImport } from '../../people/import/undo-import.ts';

type Row = RowOf<'marks.listImports'>;

const count = (key: string, title: string, hidden = false): ListColumn<Row> => ({
  key,
  title,
  kind: 'number',
  width: 100,
  hidden,
});

const columns: readonly ListColumn<Row>[] = [
  { key: 'at', title: kitText.at, width: 140, sort: true, render: ({ at }) => showTime(at) },
  { key: 'fileName', title: kitText.file, width: 200, grow: true },
  {
    key: 'undone',
    title: kitText.state,
    kind: 'choice',
    labels: undoneStates,
    width: 150,
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
