import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { MenuGroup } from './screens.ts';

interface AppState {
  readonly menuCollapsed: boolean;
  /** Parts of the menu that the user has folded. */
  readonly foldedGroups: readonly MenuGroup[];
  readonly shortcutsOpen: boolean;
  readonly toggleMenu: () => void;
  readonly toggleGroup: (group: MenuGroup) => void;
  readonly showShortcuts: (open: boolean) => void;
}

/** State of the window itself; data of the office lives in the query cache. */
export const useAppState = create<AppState>()(
  persist(
    (set) => ({
      menuCollapsed: false,
      foldedGroups: [],
      shortcutsOpen: false,
      toggleMenu: () => set(({ menuCollapsed }) => ({ menuCollapsed: !menuCollapsed })),
      toggleGroup: (group) =>
        set(({ foldedGroups: folded }) => ({
          foldedGroups: folded.includes(group)
            ? folded.filter((one) => one !== group)
            : [...folded, group],
        })),
      showShortcuts: (shortcutsOpen) => set({ shortcutsOpen }),
    }),
    {
      name: 'office-window',
      partialize: ({ menuCollapsed, foldedGroups }) => ({ menuCollapsed, foldedGroups }),
    },
  ),
);
