import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LockState } from '../../../src-main/contract/lock.ts';
import { callOperation, queryClient } from '../../api/client.ts';
import { showError } from '../../api/toasts.tsx';
import { noteLocked, noteOpen, useLock } from '../../api/lock.ts';

const stateKey = ['lock.state', {}] as const;

/** The core locks by itself when nobody works; the screens learn it so soon. */
const askEveryMs = 5000;
/** How often work is reported to the core. */
const touchEveryMs = 30_000;

const take = ({ state }: LockState): void => (state === 'locked' ? noteLocked() : noteOpen());

const askState = async (signal?: AbortSignal): Promise<LockState> => {
  const state = await callOperation('lock.state', {}, signal ? { signal } : {});
  if (signal?.aborted !== true) take(state);
  return state;
};

/** Asks at once; an answer that is already on its way is older and is dropped. */
export const refreshLockState = async (): Promise<LockState> => {
  await queryClient.cancelQueries({ queryKey: stateKey });
  const state = await askState();
  queryClient.setQueryData(stateKey, state);
  return state;
};

/** After unlocking: everything that was refused meanwhile is asked again. */
export const enter = async (): Promise<void> => {
  await queryClient.cancelQueries({ queryKey: stateKey });
  noteOpen();
  await queryClient.invalidateQueries();
};

/** Closes the program: the header's button and Ctrl+L. */
export const lockNow = async (): Promise<void> => {
  try {
    await callOperation('lock.lock', {});
    await queryClient.cancelQueries({ queryKey: stateKey });
    noteLocked();
  } catch (error) {
    showError(error);
  }
};

const useTouch = (active: boolean): void => {
  useEffect(() => {
    if (!active) return undefined;
    let last = Date.now();
    const touch = (): void => {
      if (Date.now() - last < touchEveryMs) return;
      last = Date.now();
      // A refusal brings the lock screen by itself; a lost report is followed by the next one.
      void callOperation('lock.touch', {}).catch(() => undefined);
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [active]);
};

/** Keeps the lock of this window the same as the core's. Null until the core has answered. */
export const useLockState = (): LockState | null => {
  const { data, error } = useQuery({
    queryKey: stateKey,
    queryFn: ({ signal }) => askState(signal),
    refetchInterval: askEveryMs,
    refetchIntervalInBackground: true,
  });
  // Without an answer the screens themselves say what is wrong.
  useEffect(() => {
    if (error && useLock.getState().locked === null) noteOpen();
  }, [error]);
  const locked = useLock((store) => store.locked);
  useTouch(data !== undefined && data.state !== 'not-set' && locked === false);
  return data ?? null;
};
