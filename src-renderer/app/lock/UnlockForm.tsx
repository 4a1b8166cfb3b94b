import { Button, PasswordInput, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { LockState } from '../../../src-main/contract/lock.ts';
import { callOperation } from '../../api/client.ts';
import { messageOf } from '../../api/toasts.tsx';
import { lock as text } from '../../strings/lock.ts';
import { enter, refreshLockState } from './use-lock-state.ts';

/** Seconds until the next attempt, counting down from what the core last said. */
const useCountdown = (state: LockState | null): number => {
  const [heard, setHeard] = useState<LockState | null>(null);
  const [left, setLeft] = useState(0);
  if (state !== heard) {
    setHeard(state);
    setLeft(state?.retryAfterSeconds ?? 0);
  }
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
};

/** The password never becomes a value of React: it is read once and wiped from the field. */
export const UnlockForm = ({ state }: { readonly state: LockState | null }): JSX.Element => {
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const left = useCountdown(state);

  const unlock = async (password: string): Promise<void> => {
    setBusy(true);
    try {
      await callOperation('lock.unlock', { password });
      await enter();
    } catch (error) {
      setFailure(messageOf(error));
      await refreshLockState();
      setBusy(false);
      field.current?.focus();
    }
  };
  const submit = (): void => {
    const input = field.current;
    if (!input || busy || left > 0) return;
    const password = input.value;
    input.value = '';
    if (password === '') setFailure(text.empty);
    else void unlock(password);
  };

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          ref={field}
          label={text.password}
          size="sm"
          autoComplete="off"
          autoFocus
          error={failure}
          errorProps={{ role: 'alert' }}
        />
        <Button type="submit" size="sm" loading={busy} disabled={left > 0}>
          {left > 0 ? text.wait(left) : text.unlock}
        </Button>
      </Stack>
    </form>
  );
};
