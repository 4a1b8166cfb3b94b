import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import type { PickedFolder } from '../../../src-main/contract/host.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { callOperation } from '../../api/client.ts';
import { saveOutput } from '../../api/files.ts';
import { useCommand } from '../../api/hooks.ts';
import { showError } from '../../api/toasts.tsx';
import { files as text } from '../../strings/summary.ts';
import { FolderField } from '../../ui/form/index.ts';
import { Icon, Panel } from '../../ui/index.ts';
import css from './summary.module.css';

const options = {
  success: ({ names }: OperationOutput<'summary.export'>) => text.written(names),
};

const FolderExport = ({ id }: { readonly id: number }): JSX.Element => {
  const [folder, setFolder] = useState<PickedFolder | null>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const { run, busy } = useCommand('summary.export', options);
  const write = async (into: PickedFolder): Promise<void> => {
    const done = await run({ id, folder: into.handle });
    if (done) setNames(done.names);
  };
  // A typed path becomes a folder when its box is left, a moment after the button is pressed.
  const wanted = useRef(false);
  const take = (next: PickedFolder | null): void => {
    const isWanted = wanted.current;
    wanted.current = false;
    setNames([]);
    setFolder(next);
    setMissing(false);
    if (next && isWanted) void write(next);
  };
  const press = (): void => {
    if (folder) {
      void write(folder);
      return;
    }
    wanted.current = true;
    setMissing(true);
  };
  return (
    <Stack gap="xs">
      <FolderField
        remember={text.remember}
        label={text.folder}
        value={folder}
        onChange={take}
        error={missing && text.folderNeeded}
      />
      <Group>
        <Button leftSection={<Icon name="folder" size={16} />} loading={busy} onClick={press}>
          {text.write}
        </Button>
      </Group>
      {names.length > 0 && (
        <div role="status">
          <Text size="sm" fw={700}>
            {text.writtenInto}
          </Text>
          {names.map((name) => (
            <Text key={name} size="sm" className={css['fileName'] ?? ''}>
              {name}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
};

const kinds = ['docx', 'xlsx', 'json'] as const;

const save = async (id: number, kind: (typeof kinds)[number]): Promise<void> => {
  try {
    const made = await callOperation('summary.files', { id });
    await saveOutput(made[kind]);
  } catch (error) {
    showError(error);
  }
};

/** DOCX, XLSX and JSON of a version: into a folder together, or one by one. */
export const FilesPanel = ({ id }: { readonly id: number }): JSX.Element => (
  <Panel title={text.title}>
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <FolderExport id={id} />
      <Group gap="xs">
        <Text size="sm">{text.separately}</Text>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<Icon name="download" size={16} />}
            aria-label={text.download(text.kinds[kind])}
            onClick={() => void save(id, kind)}
          >
            {text.kinds[kind]}
          </Button>
        ))}
      </Group>
    </Stack>
  </Panel>
);
