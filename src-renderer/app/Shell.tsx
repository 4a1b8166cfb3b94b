import { Loader } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { JSX } from 'react';
import { Suspense, useEffect, useRef } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { undoLast } from '../api/commands.ts';
import { states } from '../strings/common.ts';
import { shell as text } from '../strings/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { isTyping, useHotkey } from '../ui/hotkeys.ts';
import { navigate } from '../ui/location.ts';
import { Header } from './Header.tsx';
import { QuickSearch } from './QuickSearch.tsx';
import { firstPath, menuScreens, screens } from './routes.tsx';
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

/** In a text box Ctrl+Z belongs to the text. */
const useUndoKey = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      void undoLast();
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
  useUndoKey();
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
