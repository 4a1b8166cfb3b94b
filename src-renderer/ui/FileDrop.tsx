import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { PickedFile } from '../../src-main/contract/host.ts';
import { showError } from '../api/toasts.tsx';
import { transport } from '../api/transport.ts';
import { files as text } from '../strings/common.ts';
import { chooseFolderFiles, droppedFiles } from './folder-files.ts';
import { Icon } from './icons.tsx';
import css from './pieces.module.css';

export interface FileDropProps {
  /** Extensions without a dot; only a hint, content decides. */
  readonly extensions: readonly string[];
  readonly multiple?: boolean;
  /** Offers a folder as well; a dropped folder gives its files. */
  readonly folders?: boolean;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}

/** Takes files by drag and drop or by the host's dialog. */
export const FileDrop = ({
  extensions,
  multiple = false,
  folders = false,
  onFiles,
}: FileDropProps): JSX.Element => {
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = async (work: () => Promise<readonly PickedFile[]>): Promise<void> => {
    setBusy(true);
    try {
      const picked = await work();
      if (picked.length > 0) onFiles(picked);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    // The drop is empty once the event is over.
    const dropped = folders
      ? droppedFiles(event.dataTransfer)
      : Promise.resolve([...event.dataTransfer.files]);
    void take(async () => {
      const files = await dropped;
      return transport.uploadFiles(multiple ? files : files.slice(0, 1));
    });
  };
  return (
    <div
      className={`${css['drop']} ${over ? css['dropOver'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={24} />
      <Text size="sm">
        {multiple ? text.dropMany : text.drop} {text.or}
      </Text>
      <Group gap="xs" justify="center">
        <Button
          loading={busy}
          onClick={() => void take(() => transport.pickFiles({ extensions, multiple }))}
        >
          {multiple ? text.chooseFiles : text.chooseFile}
        </Button>
        {folders && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() =>
              void take(async () => transport.uploadFiles(await chooseFolderFiles(extensions)))
            }
          >
            {text.chooseFolder}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {text.accepts(extensions)}
      </Text>
    </div>
  );
};
