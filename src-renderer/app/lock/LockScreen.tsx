import { Button, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { LockState } from '../../../src-main/contract/lock.ts';
import { RecoverForm } from '../../features/lock/RecoverForm.tsx';
import { shell } from '../../strings/shell.ts';
import { lock as text, recovery } from '../../strings/lock.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './lock.module.css';
import { UnlockForm } from './UnlockForm.tsx';
import { enter } from './use-lock-state.ts';

interface Props {
  readonly state: LockState | null;
  /** Whether somebody was inside before: screens wait behind. */
  readonly returning: boolean;
}

/** All there is while the program is locked: the password, or the printed code instead of it. */
export const LockScreen = ({ state, returning }: Props): JSX.Element => {
  const [forgot, setForgot] = useState(false);
  return (
    <main className={css['screen']}>
      <div className={css['card']}>
        <div className={css['brand']}>
          <Icon name="book" size={20} />
          {shell.program}
        </div>
        <Stack gap="sm">
          <Title order={1} fz={18}>
            {forgot ? recovery.title : text.screen}
          </Title>
          {forgot ? (
            <RecoverForm onDone={() => void enter()} onBack={() => setForgot(false)} />
          ) : (
            <>
              {returning && (
                <Text size="sm" c="dimmed">
                  {text.hint}
                </Text>
              )}
              <UnlockForm state={state} />
              <Button variant="subtle" size="compact-sm" onClick={() => setForgot(true)}>
                {text.forgot}
              </Button>
            </>
          )}
        </Stack>
      </div>
    </main>
  );
};
