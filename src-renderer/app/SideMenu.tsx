import type { JSX } from 'react';
import { Link, useLocation } from 'wouter';
import { groups, shell as text } from '../strings/shell.ts';
import { Icon } from '../ui/icons.tsx';
import { menuScreens } from './routes.tsx';
import type { MenuGroup, MenuScreen } from './screens.ts';
import { menuGroups } from './screens.ts';
import css from './shell.module.css';
import { keyNames } from './shortcuts.ts';
import { useAppState } from './state.ts';

const isWithin = (location: string, path: string): boolean =>
  location === path || (path !== '/' && location.startsWith(`${path}/`));

/** The item of the open screen is never left out of sight in a low window. */
const intoView = (item: HTMLElement | null): void => item?.scrollIntoView({ block: 'nearest' });

const Item = ({ screen, now }: { readonly screen: MenuScreen; readonly now: boolean }) => (
  <li ref={now ? intoView : null}>
    <Link
      href={screen.path}
      className={`${css['item']} ${now ? css['itemNow'] : ''}`}
      title={screen.shortcut ? `${screen.title} (${keyNames(screen.shortcut)})` : screen.title}
      aria-label={screen.title}
      aria-current={now ? 'page' : undefined}
    >
      <Icon name={screen.icon} />
      {screen.title}
    </Link>
  </li>
);

/** A part of the menu under a heading that folds it; the open screen stays to be seen. */
const Part = ({ group }: { readonly group: MenuGroup }): JSX.Element | null => {
  const [location] = useLocation();
  const { menuCollapsed, foldedGroups, toggleGroup } = useAppState();
  const own = menuScreens.filter((screen) => screen.group === group);
  const folded = !menuCollapsed && foldedGroups.includes(group);
  const shown = folded ? own.filter(({ path }) => isWithin(location, path)) : own;
  const heading = groups[group];
  return (
    <div>
      <button
        type="button"
        className={css['group']}
        aria-expanded={!folded}
        disabled={menuCollapsed}
        onClick={() => toggleGroup(group)}
      >
        {heading}
        <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={13} />
      </button>
      <ul aria-label={heading}>
        {shown.map((screen) => (
          <Item key={screen.path} screen={screen} now={isWithin(location, screen.path)} />
        ))}
      </ul>
    </div>
  );
};

/** The left menu: finished screens only, in groups. */
export const SideMenu = (): JSX.Element => {
  const { menuCollapsed, toggleMenu } = useAppState();
  return (
    <nav
      aria-label={text.menu}
      className={`${css['rail']} ${menuCollapsed ? css['railNarrow'] : ''}`}
    >
      <div className={css['brand']}>
        <Icon name="book" size={20} />
        {!menuCollapsed && text.program}
      </div>
      <div className={css['menu']}>
        {menuGroups.map((group) => (
          <Part key={group} group={group} />
        ))}
      </div>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={!menuCollapsed}
        aria-label={menuCollapsed ? text.expand : text.collapse}
        onClick={toggleMenu}
      >
        <Icon name={menuCollapsed ? 'chevronRight' : 'chevronLeft'} />
        {!menuCollapsed && text.collapse}
      </button>
    </nav>
  );
};
