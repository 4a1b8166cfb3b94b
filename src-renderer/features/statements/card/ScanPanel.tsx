import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { callOperation } from '../../../api/client.ts';
import { saveOutput } from '../../../api/files.ts';
import { useCommand } from '../../../api/hooks.ts';
import { useReadAt } from '../../../api/read-at.ts';
import { runJob } from '../../../api/jobs.ts';
import { showError } from '../../../api/toasts.tsx';
import { buttons, files } from '../../../strings/common.ts';
import { scan as text } from '../../../strings/statements-card.ts';
import { FileDrop, Icon, Panel, confirm } from '../../../ui/index.ts';
import { VaultNote, useVaultOpen } from '../VaultNote.tsx';
import type { StatementCard } from './StatementScreen.tsx';

const extensions = ['pdf', 'jpg', 'jpeg', 'png'];

const save = async (id: number): Promise<void> => {
  try {
    await saveOutput(await callOperation('statements.scan', { id }));
  } catch (error) {
    showError(error);
  }
};

type Scan = NonNullable<StatementCard['scan']>;

const Attached = ({
  id,
  scan,
  onReplace,
}: {
  readonly id: number;
  readonly scan: Scan;
  readonly onReplace: () => void;
}): JSX.Element => {
  const removal = useCommand('statements.removeScan', { success: text.removed });
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: text.removeTitle,
      message: text.removeMessage,
      confirm: text.remove,
      danger: true,
    });
    if (sure) await removal.run({ id });
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{text.facts(scan.name, scan.size)}</Text>
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => void save(id)}
        >
          {text.save}
        </Button>
        <Button size="xs" variant="default" onClick={onReplace}>
          {text.replace}
        </Button>
        <Button size="xs" variant="default" loading={removal.busy} onClick={() => void remove()}>
          {text.remove}
        </Button>
      </Group>
    </Stack>
  );
};

/** The signed paper as a file, sealed in the base. */
export const ScanPanel = ({ card }: { readonly card: StatementCard }): JSX.Element => {
  const { id } = card.statement;
  const version = useReadAt();
  const [replacing, setReplacing] = useState(false);
  const isOpen = useVaultOpen() === true;
  const attach = async (file: string): Promise<void> => {
    const input = { id, file, version };
    const options = { title: files.sending, success: text.attached };
    if (await runJob('statements.attachScan', input, options)) setReplacing(false);
  };
  const showsDrop = isOpen && (card.scan === null || replacing);
  return (
    <Panel title={text.title}>
      <Stack gap="sm">
        <VaultNote />
        {card.scan && isOpen && (
          <Attached id={id} scan={card.scan} onReplace={() => setReplacing(true)} />
        )}
        {showsDrop && (
          <FileDrop
            extensions={extensions}
            onFiles={([file]) => file && void attach(file.handle)}
          />
        )}
        {replacing && card.scan && (
          <Button variant="subtle" size="xs" onClick={() => setReplacing(false)}>
            {buttons.cancel}
          </Button>
        )}
        {isOpen && (
          <Text size="xs" c="dimmed">
            {text.sealed}
          </Text>
        )}
      </Stack>
    </Panel>
  );
};
