import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import type { WorkEntryRow } from '../../../src-main/contract/resources.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { workPanel as text } from '../../strings/appeals-card.ts';
import { work, workKinds } from '../../strings/resources.ts';
import { AddButton } from '../../ui/buttons.tsx';
import { Panel, showDate } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { shortName } from '../../ui/names.ts';
import { removeWorkEntry } from '../resources/remove-work.ts';
import { WorkDialog } from '../resources/WorkDialog.tsx';
import css from './appeals.module.css';

const columnsOf = (
  edit: ((entry: WorkEntryRow) => void) | null,
): readonly SmallColumn<WorkEntryRow>[] => [
  { key: 'workedOn', title: work.workedOn, render: (row) => showDate(row.workedOn) },
  {
    key: 'teacherName',
    title: work.teacher,
    render: ({ teacherName, kind }) => (
      <>
        {shortName(teacherName)}
        <Text size="xs" c="dimmed">
          {workKinds[kind]}
        </Text>
      </>
    ),
  },
  {
    key: 'quarterHours',
    title: work.quarterHours,
    align: 'right',
    render: (row) => <span className={css['nowrap']}>{hoursClock(row.quarterHours)}</span>,
  },
  ...(edit
    ? [
        {
          key: 'edit',
          title: '',
          render: (row: WorkEntryRow) => (
            <IconButton
              icon="edit"
              label={text.editFor(row.teacherName, showDate(row.workedOn))}
              onClick={() => edit(row)}
            />
          ),
        },
      ]
    : []),
];

interface WorkPanelProps {
  readonly card: AppealCard;
  readonly onAdd: () => void;
}

/** Teachers' hours on the appeal. */
export const WorkPanel = ({ card, onAdd }: WorkPanelProps): JSX.Element => {
  const [opened, setOpened] = useState<WorkEntryRow | null>(null);
  const { allowed, workEntries, appeal } = card;
  const columns = useMemo(() => columnsOf(allowed.addWork ? setOpened : null), [allowed.addWork]);
  const remove = async (entry: WorkEntryRow): Promise<void> => {
    if (await removeWorkEntry(entry)) setOpened(null);
  };
  return (
    <Panel
      title={text.title}
      actions={
        <Group gap="xs">
          {workEntries.length > 0 && (
            <Text size="sm">{text.total(hoursClock(appeal.quarterHours))}</Text>
          )}
          {allowed.addWork && <AddButton label={text.add} onClick={onAdd} variant="light" />}
        </Group>
      }
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={workEntries}
        rowKey={(row) => row.id}
        empty={text.none}
      />
      {opened && (
        <WorkDialog
          entry={opened}
          onClose={() => setOpened(null)}
          onRemove={(entry) => void remove(entry)}
        />
      )}
    </Panel>
  );
};
