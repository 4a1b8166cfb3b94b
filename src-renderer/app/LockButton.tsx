import { ActionIcon, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../api/hooks.ts';
import { lock as text } from '../strings/users.ts';
import { useHotkey } from '../ui/hotkeys.ts';
import { Icon } from '../ui/icons.tsx';
import { lockNow } from './lock/use-lock-state.ts';
import { keyNames } from './shortcuts.ts';

/** Closes the program at once; absent while it has no password. */
export const LockButton = (): JSX.Element | null => {
  const { data } = useOperation('users.state', {});
  const hasPassword = data !== undefined && data.state !== 'not-set';
  useHotkey(hasPassword ? 'Ctrl+KeyL' : null, () => void lockNow());
  if (!hasPassword) return null;
  return (
    <Tooltip label={`${text.button} (${keyNames('Ctrl+KeyL')})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={text.button}
        onClick={() => void lockNow()}
      >
        <Icon name="lock" />
      </ActionIcon>
    </Tooltip>
  );
};
