import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface AppState {
  readonly menuCollapsed: boolean;
  readonly shortcutsOpen: boolean;
  readonly toggleMenu: () => void;
  readonly showShortcuts: (open: boolean) => void;
}

/** State of the window itself; data of the office lives in the query cache. */
export const useAppState = create<AppState>()(
  persist(
    (set) => ({
      menuCollapsed: false,
      shortcutsOpen: false,
      toggleMenu: () => set(({ menuCollapsed }) => ({ menuCollapsed: !menuCollapsed })),
      showShortcuts: (shortcutsOpen) => set({ shortcutsOpen }),
    }),
    { name: 'office-window', partialize: ({ menuCollapsed }) => ({ menuCollapsed }) },
  ),
);
