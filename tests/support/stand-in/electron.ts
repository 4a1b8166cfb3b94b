/**
 * Stand-in for the `electron` module, as far as the product uses it: windows are pages of a real
 * Chromium (headless), the rest is plain Node. It proves our own code and wiring; it does not
 * prove Electron's own sandbox, scheme and printing, for which there is the smoke test that runs
 * where the real binary exists.
 */
import { driveBy } from './driver.ts';

export { app } from './app.ts';
export { dialog } from './dialogs.ts';
export { ipcMain } from './ipc.ts';
export { protocol, session } from './session.ts';
export { BrowserWindow } from './windows.ts';

export const menus: { application: unknown } = { application: 'default' };

export const Menu = {
  setApplicationMenu: (menu: unknown) => void (menus.application = menu),
  buildFromTemplate: (template: unknown) => ({ template, popup: () => undefined }),
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

driveBy(process, () => menus.application);
