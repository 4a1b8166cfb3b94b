import { useEffect, useRef } from 'react';

/**
 * Keys by their place on the keyboard (`event.code`), so that shortcuts work in the Russian
 * layout as well. The newest registration wins: a dialog takes Ctrl+S from the page under it.
 */

interface Registration {
  readonly keys: string;
  readonly run: { readonly current: (event: KeyboardEvent) => void };
}

const registrations: Registration[] = [];

/** `Ctrl+Alt+Shift+KeyS`, as in registrations; ⌘ counts as Ctrl. */
const keysOf = (event: KeyboardEvent): string =>
  [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    event.code,
  ].join('+');

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.repeat) return;
  const keys = keysOf(event);
  const found = registrations.findLast((item) => item.keys === keys);
  if (!found) return;
  event.preventDefault();
  found.run.current(event);
});

/** Runs on a key anywhere in the window, e.g. `Ctrl+KeyS`, `F1`; null switches it off. */
export const useHotkey = (keys: string | null, run: (event: KeyboardEvent) => void): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (keys === null) return undefined;
    const registration = { keys, run: latest };
    registrations.push(registration);
    return () => void registrations.splice(registrations.indexOf(registration), 1);
  }, [keys]);
};

/** Whether a key press belongs to a text that is being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea'));
