import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { listReadAt } from '../../../api/hooks.ts';
import { runCommand } from '../../../api/commands.ts';
import { buttons } from '../../../strings/common.ts';
import { compare as text, reasons } from '../../../strings/people-duplicates.ts';
import { Icon, StatusBadge } from '../../../ui/index.ts';
import { CompareTable } from './CompareTable.tsx';
import type { Field, Group as DuplicateGroup } from './fields.ts';
import { disputed, mergeCommand } from './fields.ts';

export interface CompareDialogProps {
  readonly group: DuplicateGroup;
  readonly onClose: () => void;
}

/** Two suspected cards side by side: which stays, which values are right, or two people. */
export const CompareDialog = ({ group, onClose }: CompareDialogProps): JSX.Element | null => {
  const { kind, people, reason } = group;
  const [keep, setKeep] = useState(people[0]?.id ?? 0);
  const [drop, setDrop] = useState(people[1]?.id ?? 0);
  const [taken, setTaken] = useState<readonly Field[]>([]);
  const [busy, setBusy] = useState(false);
  const [version] = useState(() => listReadAt('people.listDuplicates'));
  const kept = people.find(({ id }) => id === keep);
  const dropped = people.find(({ id }) => id === drop);
  if (!kept || !dropped) return null;
  const choosePair = (nextKeep: number, nextDrop: number): void => {
    setKeep(nextKeep);
    setDrop(nextDrop);
    setTaken([]);
  };
  const finish = async (work: Promise<unknown>): Promise<void> => {
    setBusy(true);
    const done = await work;
    setBusy(false);
    if (done !== null) onClose();
  };
  const merge = (): void => {
    const { name, input } = mergeCommand(kind, { keep, drop, taken });
    void finish(runCommand(name, { ...input, version }, { success: text.merged }));
  };
  const tellApart = (): void => {
    const ids = people.map(({ id }) => id);
    void finish(runCommand('people.markDistinct', { kind, ids }, { success: text.distinctDone }));
  };
  return (
    <Modal opened onClose={onClose} title={text.title} size="min(1100px, 94vw)">
      <Stack gap="sm">
        <Group>
          <StatusBadge tone="warning">{reasons[reason]}</StatusBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
        <CompareTable
          group={group}
          choice={{ keep, drop, taken }}
          disputed={disputed(kind, kept, dropped)}
          onKeep={(id) => choosePair(id, id === drop ? keep : drop)}
          onJoin={(id) => choosePair(id === keep ? drop : keep, id)}
          onTake={(field, isDropped) =>
            setTaken(isDropped ? [...taken, field] : taken.filter((item) => item !== field))
          }
        />
        <Group justify="space-between" gap="xs">
          <Button variant="default" disabled={busy} onClick={tellApart}>
            {text.distinct}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {buttons.cancel}
            </Button>
            <Button
              leftSection={<Icon name="merge" size={16} />}
              loading={busy}
              onClick={merge}
              data-autofocus
            >
              {text.merge}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
