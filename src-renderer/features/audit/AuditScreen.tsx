import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { audit as text, operationNames } from '../../strings/audit.ts';
import { Page, PageHeader, StatusBadge, showTime } from '../../ui/index.ts';
import type { ListColumn, RowOf } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { useIsUnasked } from '../../ui/unasked.ts';
import { AuditDetails } from './AuditDetails.tsx';
import { operationTitle } from './images.ts';

export type AuditRow = RowOf<'audit.list'>;

const stateOf = ({ undoneBy, undoable }: AuditRow): JSX.Element => {
  if (undoneBy !== null) return <StatusBadge tone="neutral">{text.undone}</StatusBadge>;
  if (undoable) return <StatusBadge tone="info">{text.undoable}</StatusBadge>;
  return <StatusBadge tone="neutral">{text.permanent}</StatusBadge>;
};

const columns: readonly ListColumn<AuditRow>[] = [
  {
    key: 'at',
    title: text.at,
    width: 150,
    filter: { kind: 'dates', from: 'from', to: 'to' },
    render: ({ at }) => showTime(at),
  },
  { key: 'actor', title: text.actor, width: 180 },
  {
    key: 'operation',
    title: text.operation,
    kind: 'choice',
    labels: operationNames,
    width: 300,
    grow: true,
    filter: {
      kind: 'choice',
      key: 'operation',
      choices: Object.entries(operationNames)
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'ru')),
    },
  },
  { key: 'changes', title: text.changes, kind: 'number', width: 90 },
  { key: 'undoable', title: text.state, width: 150, export: false, render: stateOf },
];

/** Every command ever run: who, when, what; its rows before and after; undo. */
export default function AuditScreen(): JSX.Element {
  const [opened, setOpened] = useState<AuditRow | null>(null);
  const isUnasked = useIsUnasked();
  return (
    <Page>
      <PageHeader title={text.title} />
      <DataTable
        operation="audit.list"
        title={text.title}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={setOpened}
        empty={{ title: text.empty, hint: text.emptyHint }}
      />
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened && operationTitle(opened.operation)}
        size="xl"
        closeOnEscape={isUnasked}
      >
        {opened && <AuditDetails entry={opened} onClose={() => setOpened(null)} />}
      </Modal>
    </Page>
  );
}
