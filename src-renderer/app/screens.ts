import type { ComponentType } from 'react';
import type { IconName } from '../ui/icons.tsx';

export interface ScreenAction {
  readonly title: string;
  /** Address the action leads to. */
  readonly to: string;
}

interface AnyScreen {
  /** Path of wouter, e.g. `/students/:id`. */
  readonly path: string;
  readonly title: string;
  readonly component: ComponentType;
  /** Entries of the quick search besides the screen itself. */
  readonly actions?: readonly ScreenAction[];
}

/** Parts of the menu, in its order. */
export const menuGroups = ['main', 'people', 'progress', 'diary', 'service'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuScreen extends AnyScreen {
  readonly icon: IconName;
  readonly group: MenuGroup;
  /** Place in the menu: smaller is higher. */
  readonly order: number;
  /** Physical keys, e.g. `Alt+Digit2`. */
  readonly shortcut?: string;
}

/** A screen without an icon is reached from others and does not stand in the menu. */
export type Screen = MenuScreen | (AnyScreen & { readonly icon?: undefined });

export type Screens = readonly Screen[];
