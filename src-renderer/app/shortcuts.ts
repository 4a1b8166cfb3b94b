import { shortcuts as text } from '../strings/shell.ts';
import { menuScreens } from './routes.tsx';

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Slash: '/',
  Escape: 'Esc',
  Space: text.space,
};

/** `Alt+Digit1` as people call it: `Alt+1`. */
export const keyNames = (keys: string): string =>
  keys
    .split('+')
    .map((key) => names[key] ?? key.replace(/^(?:Key|Digit)/, ''))
    .join('+');

export interface ShortcutGroup {
  readonly title: string;
  readonly entries: readonly (readonly [keys: readonly string[], meaning: string])[];
}

/** The printed list: all shortcuts of the program. */
export const shortcutGroups = (): readonly ShortcutGroup[] => [
  {
    title: text.groups.common,
    entries: [
      [['Ctrl+KeyK'], text.spotlight],
      [['F1', 'Ctrl+Slash'], text.help],
      [['Ctrl+KeyZ'], text.undo],
      [['Ctrl+KeyY', 'Ctrl+Shift+KeyZ'], text.redo],
      [['Ctrl+KeyL'], text.lock],
      [['Tab'], text.next],
    ],
  },
  {
    title: text.groups.screens,
    entries: menuScreens.flatMap(({ shortcut, title }) =>
      shortcut ? [[[shortcut], title] as const] : [],
    ),
  },
  {
    title: text.groups.lists,
    entries: [
      [['Ctrl+KeyF'], text.search],
      [['ArrowUp', 'ArrowDown'], text.rowMove],
      [['Home', 'End'], text.rowEnds],
      [['PageUp', 'PageDown'], text.rowPage],
      [['Enter'], text.rowOpen],
      [['Space'], text.rowSelect],
    ],
  },
  {
    title: text.groups.forms,
    entries: [
      [['Ctrl+KeyS', 'Enter'], text.save],
      [['Escape'], text.cancel],
      [['Alt+ArrowDown'], text.calendar],
      [['ArrowUp', 'ArrowDown'], text.dayMove],
    ],
  },
  {
    title: text.groups.week,
    entries: [
      [['Ctrl+KeyP'], text.weekPrint],
      [['F8'], text.weekHand],
      [['F2'], text.weekRequest],
      [['Alt+PageUp', 'Alt+PageDown'], text.weekMove],
    ],
  },
  {
    title: text.groups.preview,
    entries: [
      [['PageUp', 'PageDown'], text.pages],
      [['Ctrl+KeyP'], text.printDocument],
      [['Escape'], text.closePreview],
    ],
  },
];
