import { ActionIcon, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { JSX } from 'react';
import { useOperation } from '../api/hooks.ts';
import { shell as text } from '../strings/shell.ts';
import { lock } from '../strings/lock.ts';
import { useHotkey } from '../ui/hotkeys.ts';
import { Icon } from '../ui/icons.tsx';
import { lockNow } from './lock/use-lock-state.ts';
import css from './shell.module.css';
import { keyNames } from './shortcuts.ts';
import { useAppState } from './state.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Closes the program at once; absent while it has no password. */
const LockButton = (): JSX.Element | null => {
  const { data } = useOperation('lock.state', {});
  const hasPassword = data !== undefined && data.state !== 'not-set';
  useHotkey(hasPassword ? 'Ctrl+KeyL' : null, () => void lockNow());
  if (!hasPassword) return null;
  return (
    <Tooltip label={`${lock.button} (${keyNames('Ctrl+KeyL')})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={lock.button}
        onClick={() => void lockNow()}
      >
        <Icon name="lock" />
      </ActionIcon>
    </Tooltip>
  );
};

/** School, quick search, help, theme. */
export const Header = (): JSX.Element => {
  const { data } = useOperation('settings.get', {});
  const { showShortcuts } = useAppState();
  return (
    // Not a <header>: dialogs have their own, and there may be one banner only.
    <section className={css['header']} aria-label={text.top}>
      <div className={css['school']}>{data && (data.school?.shortName ?? text.noSchool)}</div>
      <button type="button" className={css['find']} onClick={spotlight.open}>
        <Icon name="search" size={15} />
        <span>{text.find}</span>
        <kbd className={css['kbd']}>{keyNames('Ctrl+KeyK')}</kbd>
      </button>
      <Tooltip label={`${text.shortcuts} (F1)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={text.shortcuts}
          onClick={() => showShortcuts(true)}
        >
          <Icon name="keyboard" />
        </ActionIcon>
      </Tooltip>
      <ThemeSwitch />
      <LockButton />
    </section>
  );
};
