import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { moveFromHistory } from '../../api/undo.ts';
import { audit as text, tableNames } from '../../strings/audit.ts';
import { buttons } from '../../strings/common.ts';
import { DescriptionList, Icon, Pending, StatusBadge, showTime } from '../../ui/index.ts';
import type { AuditRow } from './AuditScreen.tsx';
import { changedValues } from './images.ts';

type Change = OperationOutput<'audit.changes'>['changes'][number];

const verb = ({ before, after }: Change) => {
  if (before === null) return { tone: 'good', word: text.created } as const;
  if (after === null) return { tone: 'bad', word: text.deleted } as const;
  return { tone: 'info', word: text.changed } as const;
};

const ChangedRow = ({ change }: { readonly change: Change }): JSX.Element => {
  const { tone, word } = verb(change);
  return (
    <section>
      <Group gap="xs" mb={4}>
        <Text fw={700} size="sm">
          {text.row(tableNames[change.table] ?? change.table, change.rowId)}
        </Text>
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </Group>
      <Table
        withTableBorder
        withColumnBorders
        layout="fixed"
        fz={13}
        style={{ overflowWrap: 'anywhere' }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={200}>{text.field}</Table.Th>
            <Table.Th>{text.before}</Table.Th>
            <Table.Th>{text.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changedValues(change).map(({ column, before, after }) => (
            <Table.Tr key={column}>
              <Table.Td>{column}</Table.Td>
              <Table.Td>{before}</Table.Td>
              <Table.Td>{after}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};

export interface AuditDetailsProps {
  readonly entry: AuditRow;
  readonly onClose: () => void;
}

/** One command of the history with its rows before and after. */
export const AuditDetails = ({ entry, onClose }: AuditDetailsProps): JSX.Element => {
  const changes = useOperation('audit.changes', { id: entry.id });
  const [busy, setBusy] = useState(false);
  const move = async (direction: 'undo' | 'redo'): Promise<void> => {
    setBusy(true);
    const isMoved = await moveFromHistory({ id: entry.id, time: showTime(entry.at) }, direction);
    setBusy(false);
    if (isMoved) onClose();
  };
  return (
    <Stack gap="md">
      <DescriptionList
        items={[
          [text.at, showTime(entry.at)],
          [text.actor, entry.actor],
          [text.changes, entry.changes.toLocaleString('ru')],
        ]}
      />
      <Pending query={changes}>
        {({ changes: rows, total }) => (
          <ScrollArea.Autosize
            mah="50vh"
            viewportProps={{ tabIndex: 0, 'aria-label': text.details }}
          >
            <Stack gap="md">
              {rows.length === 0 && <Text size="sm">{text.none}</Text>}
              {rows.map((change) => (
                <ChangedRow key={`${change.table}-${change.rowId}`} change={change} />
              ))}
              {rows.length < total && (
                <Text size="sm" c="dimmed">
                  {text.shownOf(rows.length, total)}
                </Text>
              )}
            </Stack>
          </ScrollArea.Autosize>
        )}
      </Pending>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {buttons.close}
        </Button>
        {entry.redoable ? (
          <Button loading={busy} onClick={() => void move('redo')}>
            {text.redo}
          </Button>
        ) : (
          <Button
            color="red"
            leftSection={<Icon name="undo" size={16} />}
            disabled={!entry.undoable}
            title={entry.undoable ? undefined : text.notUndoable}
            loading={busy}
            onClick={() => void move('undo')}
          >
            {text.undo}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
