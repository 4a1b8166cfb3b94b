import type { JSX } from 'react';
import { Link, useLocation } from 'wouter';
import { groups, shell as text } from '../strings/shell.ts';
import { Icon } from '../ui/icons.tsx';
import { menuScreens } from './routes.tsx';
import type { MenuScreen } from './screens.ts';
import css from './shell.module.css';
import { keyNames } from './shortcuts.ts';
import { useAppState } from './state.ts';

const isWithin = (location: string, path: string): boolean =>
  location === path || (path !== '/' && location.startsWith(`${path}/`));

const Item = ({ screen, now }: { readonly screen: MenuScreen; readonly now: boolean }) => (
  <li>
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

/** The left menu: finished screens only, in two groups. */
export const SideMenu = (): JSX.Element => {
  const [location] = useLocation();
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
        {(['main', 'service'] as const).map((group) => (
          <div key={group}>
            <div className={css['group']}>{groups[group]}</div>
            <ul>
              {menuScreens
                .filter((screen) => screen.group === group)
                .map((screen) => (
                  <Item key={screen.path} screen={screen} now={isWithin(location, screen.path)} />
                ))}
            </ul>
          </div>
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
