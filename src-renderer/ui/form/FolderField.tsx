import { Button, Group, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { JSX } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PickedFolder } from '../../../src-main/contract/host.ts';
import { messageOf } from '../../api/toasts.tsx';
import { transport } from '../../api/transport.ts';
import { fields as text } from '../../strings/common.ts';
import { Icon } from '../icons.tsx';

export interface FolderFieldProps {
  /** Name under which the last path is remembered, e.g. `summary-export`. */
  readonly remember: string;
  readonly value: PickedFolder | null;
  readonly onChange: (folder: PickedFolder | null) => void;
  readonly label?: string;
  readonly error?: React.ReactNode;
}

/** A folder of this computer: the system's dialog in Electron, a typed path in a browser. */
export const FolderField = ({
  remember,
  value,
  onChange,
  label = text.folder,
  error,
}: FolderFieldProps): JSX.Element => {
  const [path, setPath] = useLocalStorage({ key: `folder:${remember}`, defaultValue: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const dialog = transport.hasFolderDialog;
  const pick = async (): Promise<void> => {
    try {
      const folder = await transport.pickFolder(path.trim() === '' ? null : path.trim());
      setProblem(null);
      if (!folder) return;
      setPath(folder.path);
      onChange(folder);
    } catch (failure) {
      onChange(null);
      setProblem(messageOf(failure));
    }
  };
  // A path remembered from the last time is a folder at once, without a visit to the box.
  const typed = useRef(false);
  const takeRemembered = useEffectEvent((known: string) => {
    if (!dialog && !typed.current && value === null && known.trim() !== '') void pick();
  });
  useEffect(() => {
    const timer = setTimeout(() => takeRemembered(path));
    return () => clearTimeout(timer);
  }, [path]);
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        placeholder={text.folderHint}
        value={dialog ? (value?.path ?? '') : path}
        readOnly={dialog}
        error={problem ?? error}
        onChange={(event) => {
          typed.current = true;
          setPath(event.currentTarget.value);
          onChange(null);
        }}
        onBlur={() => void (!dialog && value === null && path.trim() !== '' && pick())}
        leftSection={<Icon name="folder" size={16} />}
      />
      {dialog && (
        <Button variant="default" mt={24} onClick={() => void pick()}>
          {text.chooseFolder}
        </Button>
      )}
    </Group>
  );
};
