import { Loader } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useLock } from '../../api/lock.ts';
import { states } from '../../strings/common.ts';
import { useThemeOnStart } from '../ThemeSwitch.tsx';
import css from './lock.module.css';
import { LockScreen } from './LockScreen.tsx';
import { useLockState } from './use-lock-state.ts';

/** Dialogs and toasts stand outside the root: a mark of the document hides them (lock.module.css). */
const useMark = (locked: boolean): void => {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-locked', locked);
  }, [locked]);
};

/** The person goes on where the lock came. */
const useFocusBack = (locked: boolean): void => {
  useEffect(() => {
    if (locked) return undefined;
    const frame = requestAnimationFrame(() => {
      const { focused } = useLock.getState();
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus();
      useLock.setState({ focused: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [locked]);
};

/**
 * The program behind its lock. Screens appear at the first unlocking; later they stay as they are,
 * forms included, taken out of sight, of focus and of the accessibility tree.
 */
export const LockGate = ({ children }: { readonly children: ReactNode }): JSX.Element => {
  useThemeOnStart();
  const state = useLockState();
  const locked = useLock((store) => store.locked);
  const [entered, setEntered] = useState(false);
  if (locked === false && !entered) setEntered(true);
  useMark(locked === true);
  useFocusBack(locked === true);
  return (
    <>
      {entered && (
        <div className={locked === true ? css['away'] : css['here']} inert={locked === true}>
          {children}
        </div>
      )}
      {locked === true && <LockScreen state={state} returning={entered} />}
      {locked === null && <Loader size="sm" m="lg" role="status" aria-label={states.loading} />}
    </>
  );
};
