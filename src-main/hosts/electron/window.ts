import { BrowserWindow, Menu, app, dialog, screen } from 'electron';
import type { Event, Input } from 'electron';
import type { Logger } from '../../ports/logger.ts';
import { safePreferences } from './hardening.ts';
import { startAddress } from './origin.ts';
import { readWindowState, saveWindowState } from './window-state.ts';

const usualSize = { width: 1280, height: 800 } as const;

const zoomBy = (window: BrowserWindow, step: number): void => {
  const { webContents } = window;
  webContents.zoomLevel = Math.max(-3, Math.min(4, step === 0 ? 0 : webContents.zoomLevel + step));
};

/** There is no menu; these keys are what users expect of any window. By `code`: any layout. */
const windowKeys: Readonly<Record<string, (window: BrowserWindow) => void>> = {
  'ctrl+Equal': (window) => zoomBy(window, 0.5),
  'ctrl+NumpadAdd': (window) => zoomBy(window, 0.5),
  'ctrl+Minus': (window) => zoomBy(window, -0.5),
  'ctrl+NumpadSubtract': (window) => zoomBy(window, -0.5),
  'ctrl+Digit0': (window) => zoomBy(window, 0),
  'ctrl+KeyQ': () => app.quit(),
  F11: (window) => window.setFullScreen(!window.isFullScreen()),
  F12: (window) => {
    if (!app.isPackaged) window.webContents.toggleDevTools();
  },
};

const onKey = (window: BrowserWindow, event: Event, input: Input): void => {
  if (input.type !== 'keyDown' || input.alt) return;
  const action = windowKeys[input.control || input.meta ? `ctrl+${input.code}` : input.code];
  if (!action) return;
  event.preventDefault();
  action(window);
};

const addContextMenu = (window: BrowserWindow): void => {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return;
    Menu.buildFromTemplate([
      { label: 'Вырезать', role: 'cut', enabled: editFlags.canCut },
      { label: 'Копировать', role: 'copy', enabled: editFlags.canCopy },
      { label: 'Вставить', role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { label: 'Выделить всё', role: 'selectAll', enabled: editFlags.canSelectAll },
    ]).popup({ window });
  });
};

/** A form with unsaved changes asks before the window goes. */
const askBeforeLeaving = (window: BrowserWindow): void => {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Есть несохранённые изменения.',
      buttons: ['Остаться', 'Закрыть без сохранения'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
  });
};

const rememberPlace = (window: BrowserWindow, folder: string, log: Logger): void => {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    saveWindowState(folder, state).catch((error: unknown) => log.error('window state', error));
  });
};

export interface WindowParts {
  readonly preload: string;
  readonly folder: string;
  readonly log: Logger;
}

/** Opens the program's only window on its start page. */
export const openMainWindow = async ({
  preload,
  folder,
  log,
}: WindowParts): Promise<BrowserWindow> => {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = readWindowState(folder, areas);
  const { isMaximized, ...place } = state ?? { ...usualSize, isMaximized: false };
  const window = new BrowserWindow({
    ...place,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Школьная канцелярия',
    backgroundColor: '#ffffff',
    webPreferences: { ...safePreferences, preload, devTools: !app.isPackaged },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('before-input-event', (event, input) => onKey(window, event, input));
  addContextMenu(window);
  askBeforeLeaving(window);
  rememberPlace(window, folder, log);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn('screens gone', { reason });
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  await window.loadURL(startAddress);
  return window;
};
