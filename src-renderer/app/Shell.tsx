import { Loader } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { JSX } from 'react';
import { Suspense, useEffect, useRef } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { showSuccess } from '../api/toasts.tsx';
import { nameScreens, redoLast, undoLast } from '../api/undo.ts';
import { states } from '../strings/common.ts';
import { shell as text } from '../strings/shell.ts';
import { undo as undoText } from '../strings/audit-undo.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { isTyping, useHotkey } from '../ui/hotkeys.ts';
import { navigate } from '../ui/location.ts';
import { Header } from './Header.tsx';
import { QuickSearch } from './QuickSearch.tsx';
import { firstPath, menuScreens, screens, titleOfPath } from './routes.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import css from './shell.module.css';
import { SideMenu } from './SideMenu.tsx';
import { useAppState } from './state.ts';

const ScreenKey = ({ keys, path }: { readonly keys: string; readonly path: string }): null => {
  useHotkey(keys, () => navigate(path));
  return null;
};

const Hotkeys = (): JSX.Element => {
  const { showShortcuts } = useAppState();
  useHotkey('Ctrl+KeyK', () => spotlight.toggle());
  useHotkey('F1', () => showShortcuts(true));
  useHotkey('Ctrl+Slash', () => showShortcuts(true));
  return (
    <>
      {menuScreens.map(
        ({ path, shortcut }) =>
          shortcut !== undefined && <ScreenKey key={path} keys={shortcut} path={path} />,
      )}
    </>
  );
};

nameScreens(titleOfPath);

const stepOf = ({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (code === 'KeyZ') return shiftKey ? redoLast : undoLast;
  return code === 'KeyY' && !shiftKey ? redoLast : null;
};

/** In a text box Ctrl+Z and Ctrl+Y belong to the text; under a dialog nothing is seen of the step. */
const useUndoKeys = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      if (step === null || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      if (event.repeat) return;
      if (document.querySelector('[aria-modal="true"]')) showSuccess(undoText.closeFirst);
      else void step();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

const Screens = (): JSX.Element => (
  <Suspense fallback={<Loader size="sm" m="lg" role="status" aria-label={states.loading} />}>
    <Switch>
      {screens.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route path="/">{firstPath === '/' ? null : <Redirect to={firstPath} replace />}</Route>
      <Route>
        <EmptyState icon="warning" title={text.notFound} hint={text.notFoundHint} />
      </Route>
    </Switch>
  </Suspense>
);

/** Menu at the left, header above, the screen in the rest. */
export const Shell = (): JSX.Element => {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  useUndoKeys();
  return (
    <div className={css['shell']}>
      <a
        href="#main"
        className={css['skip']}
        onClick={(event) => {
          // The address after # belongs to the router.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text.skip}
      </a>
      <SideMenu />
      <Header />
      <main key={location} ref={main} id="main" tabIndex={-1} className={css['main']}>
        <ScreenBoundary>
          <Screens />
        </ScreenBoundary>
      </main>
      <QuickSearch />
      <Hotkeys />
    </div>
  );
};
