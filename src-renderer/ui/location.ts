import { useSyncExternalStore } from 'react';
import { mayLeave } from './leaving.ts';

/**
 * Address of the screen, after `#`: works under any scheme and with any server. Kept here rather
 * than in wouter's own hash hook, which puts `?…` before the hash and knows no guard.
 */

const read = (): string => {
  const text = window.location.hash.replace(/^#/, '');
  return text.startsWith('/') ? text : `/${text}`;
};

let current = read();
const listeners = new Set<() => void>();

const publish = (): void => {
  current = read();
  for (const listener of listeners) listener();
};

const write = (to: string, replace: boolean): void => {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  publish();
};

const pathOf = (location: string): string => location.split('?', 1)[0] ?? '/';
const searchOf = (location: string): string => location.split('?').slice(1).join('?');

let asking = false;

// Back, forward and typed addresses: the browser has already moved, so a refusal moves it back.
const onBrowserMove = (): void => {
  const target = read();
  // One move fires both events; while the question is open, neither counts.
  if (target === current || asking) return;
  if (pathOf(target) === pathOf(current)) {
    publish();
    return;
  }
  asking = true;
  void mayLeave()
    .then((leave) => write(leave ? target : current, true))
    .finally(() => {
      asking = false;
    });
};
window.addEventListener('popstate', onBrowserMove);
window.addEventListener('hashchange', onBrowserMove);

/** Goes to a screen, e.g. `/people/12?tab=absences`; asks first when a form has unsaved changes. */
export const navigate = (to: string, options: { readonly replace?: boolean } = {}): void => {
  if (pathOf(to) === pathOf(current)) write(to, options.replace ?? false);
  else void mayLeave().then((leave) => leave && write(to, options.replace ?? false));
};

/** What is on screen: the path and its tab. Filters and other parts of the address do not count. */
export const currentScreen = (): string => {
  const tab = new URLSearchParams(searchOf(current)).get('tab');
  return tab === null ? pathOf(current) : `${pathOf(current)}?tab=${tab}`;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const hrefs = (href: string): string => `#${href}`;

const useLocationHook = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => pathOf(current)),
  navigate,
];

/** For wouter's `Router`. */
export const useOfficeLocation = Object.assign(useLocationHook, { hrefs });

/** What stands after `?`, for wouter's `searchHook`. */
export const useOfficeSearch = (): string =>
  useSyncExternalStore(subscribe, () => searchOf(current));
