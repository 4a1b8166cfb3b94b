import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { passports as text, purge as purgeText } from '../../strings/passports.ts';
import { Icon, Page, PageHeader, Panel, StatusBadge, showDate, showTime } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import type { ListColumn, RowOf } from '../../ui/lists/index.ts';
import { DataTable, yesNo } from '../../ui/lists/index.ts';
import { VaultNote, useVaultOpen } from '../statements/VaultNote.tsx';
import { PassportDialog } from './PassportDialog.tsx';
import { PurgeDialog } from './PurgeDialog.tsx';

type Row = RowOf<'passports.list'>;

const columns: readonly ListColumn<Row>[] = [
  { key: 'studentName', title: text.studentName, width: 260, grow: true, sort: true },
  {
    key: 'className',
    title: text.className,
    width: 80,
    sort: true,
    filter: { kind: 'text', key: 'className' },
  },
  { key: 'birthDate', title: text.birthDate, kind: 'date', width: 130 },
  {
    key: 'hasPassport',
    title: text.hasPassport,
    kind: 'choice',
    labels: text.has,
    width: 130,
    filter: {
      kind: 'choice',
      key: 'hasPassport',
      choices: yesNo(text.has),
    },
    render: ({ hasPassport }) => (
      <StatusBadge tone={hasPassport ? 'good' : 'neutral'}>
        {hasPassport ? text.has.true : text.has.false}
      </StatusBadge>
    ),
  },
  {
    key: 'savedAt',
    title: text.savedAt,
    width: 150,
    render: ({ savedAt }) => savedAt && showTime(savedAt),
  },
];

type Purge = {
  readonly id: number;
  readonly on: string;
  readonly students: number;
  readonly reason: string;
};

const purgeColumns: readonly SmallColumn<Purge>[] = [
  { key: 'on', title: purgeText.on, render: ({ on }) => showDate(on) },
  { key: 'students', title: purgeText.students, render: ({ students }) => students },
  { key: 'reason', title: purgeText.reason, render: ({ reason }) => reason },
  {
    key: 'protocol',
    title: purgeText.protocol,
    render: ({ id, on }) => (
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={purgeText.printOf(showDate(on))}
        onClick={() => void showDocument('passports.printProtocol', { id })}
      >
        {purgeText.protocol}
      </Button>
    ),
  },
];

const Purges = ({ purges }: { readonly purges: readonly Purge[] }): JSX.Element => {
  return (
    <Panel title={text.purges}>
      <SmallTable
        label={text.purges}
        columns={purgeColumns}
        rows={purges}
        rowKey={({ id }) => id}
        empty={purgeText.none}
      />
    </Panel>
  );
};

/** Passports of class 11: sealed, and destroyed with a protocol after the exams (S2 §8). */
export default function PassportsScreen(): JSX.Element {
  const isOpen = useVaultOpen() === true;
  const [opened, setOpened] = useState<Row | null>(null);
  const [purging, setPurging] = useState(false);
  const purges = useOperation('passports.purges', {}).data?.purges ?? [];
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => setPurging(true)}
          >
            {text.purge}
          </Button>
        }
      />
      <VaultNote />
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <DataTable
        operation="passports.list"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.studentId}
        {...(isOpen && { onOpen: setOpened })}
        empty={{ title: text.empty, hint: text.emptyHint }}
      />
      {purges.length > 0 && <Purges purges={purges} />}
      {opened && <PassportDialog row={opened} onClose={() => setOpened(null)} />}
      {purging && <PurgeDialog onClose={() => setPurging(false)} />}
    </Page>
  );
}
