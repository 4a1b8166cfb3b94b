import type { MenuScreen, Screen, Screens } from './screens.ts';

/**
 * The one table of screens, gathered from `features/<name>/routes.tsx`, so that a feature adds
 * itself by adding its folder.
 */
const modules = import.meta.glob<{ readonly screens: Screens }>('../features/*/routes.tsx', {
  eager: true,
});

export const screens: readonly Screen[] = Object.values(modules).flatMap(
  (module) => module.screens,
);

const isMenuScreen = (screen: Screen): screen is MenuScreen => screen.icon !== undefined;

/** Screens of the menu, in its order. */
export const menuScreens: readonly MenuScreen[] = screens
  .filter(isMenuScreen)
  .sort((a, b) => a.order - b.order);

/** Where the program opens: the first screen of the menu. */
export const firstPath: string = menuScreens[0]?.path ?? '/';

const fits = (pattern: string, path: string): boolean => {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => part.startsWith(':') || part === parts[at])
  );
};

/** How the screen at an address is called; `/students/new` stands before `/students/:id`. */
export const titleOfPath = (path: string): string => {
  const exact = screens.find((screen) => screen.path === path);
  return (exact ?? screens.find((screen) => fits(screen.path, path)))?.title ?? path;
};
