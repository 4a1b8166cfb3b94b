import { create } from 'zustand';

/** The refusal of everything while the program is locked. */
export const lockedCode = 'locked';

interface LockStore {
  /** Null until the core has said. */
  readonly locked: boolean | null;
  /** What had the focus when the lock came. */
  readonly focused: Element | null;
}

/** Whether the lock screen stands before everything else. */
export const useLock = create<LockStore>(() => ({ locked: null, focused: null }));

/** Any operation was refused because of the lock, or the core said so. */
export const noteLocked = (): void => {
  if (useLock.getState().locked !== true)
    useLock.setState({ locked: true, focused: document.activeElement });
};

export const noteOpen = (): void => {
  if (useLock.getState().locked !== false) useLock.setState({ locked: false });
};

// First in the window's line: no shortcut and no dialog behind the lock hears a key. Typing, Tab
// and Enter are actions of the browser itself and go on.
window.addEventListener(
  'keydown',
  (event) => {
    if (useLock.getState().locked === true) event.stopImmediatePropagation();
  },
  { capture: true },
);
