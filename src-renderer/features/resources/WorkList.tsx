import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { WorkEntryRow } from '../../../src-main/contract/resources.ts';
import { work as text, workKinds } from '../../strings/resources.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { navigate } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { removeWorkEntry } from './remove-work.ts';
import { WorkDialog } from './WorkDialog.tsx';

const columns: readonly ListColumn<WorkEntryRow>[] = [
  {
    key: 'workedOn',
    title: text.workedOn,
    kind: 'date',
    width: 112,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  { key: 'teacherName', title: text.teacher, width: 220, sort: true },
  { key: 'quarterHours', title: text.quarterHours, kind: 'hours', width: 120, sort: true },
  {
    key: 'kind',
    title: text.kind,
    kind: 'choice',
    labels: workKinds,
    width: 200,
    filter: { kind: 'choice', key: 'kind', choices: choicesOf(workKinds) },
  },
  { key: 'appealTitle', title: text.appeal, grow: true, width: 260 },
  { key: 'note', title: text.note, width: 180 },
];

const initial = { sort: { column: 'workedOn', descending: true } };

/** Work entries of all teachers. */
export const WorkList = (): JSX.Element => {
  const [opened, setOpened] = useState<WorkEntryRow | null>(null);
  const remove = async (entry: WorkEntryRow): Promise<void> => {
    if (await removeWorkEntry(entry)) setOpened(null);
  };
  return (
    <>
      <DataTable
        operation="resources.listWorkEntries"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        rowKeys={{ Delete: (row) => void remove(row) }}
        initial={initial}
        empty={{
          title: text.empty,
          hint: text.emptyHint,
          action: <Button onClick={() => navigate('/hours/new')}>{text.newEntry}</Button>,
        }}
      />
      <Text size="xs" c="dimmed">
        {text.keysHint}
      </Text>
      {opened && (
        <WorkDialog
          entry={opened}
          onClose={() => setOpened(null)}
          onRemove={(entry) => void remove(entry)}
        />
      )}
    </>
  );
};
