import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BrowserWindow, Menu, app, dialog } from 'electron';
import { makeNamedFolder } from '../../app/safe-write.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import { dataFolder } from '../shared/data-folder.ts';
import type { Launched } from '../shared/launch.ts';
import { launchOffice } from '../shared/launch.ts';
import { buildLayout } from '../shared/layout.ts';
import { keepFilesPrivate } from '../shared/private-files.ts';
import { createUploads } from '../shared/uploads.ts';
import { serveChannels } from './channels.ts';
import { harden } from './hardening.ts';
import { createPrintQueue } from './printing.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { openMainWindow } from './window.ts';

const program = 'Школьная канцелярия';

/** Electron and Chromium add switches of their own, hence not strict. */
const namedFolder = (): string | undefined => {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
  });
  return typeof values.data === 'string' ? values.data : undefined;
};

const focusWindow = (): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

/**
 * The database is closed after the last window: a form with unsaved changes may still keep the
 * window, and then the office must go on working.
 */
const closeOnQuit = ({ office, log }: Launched): void => {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void (async () => {
      try {
        await office.close();
        log.info('closed');
      } catch (error) {
        log.error('close', error);
      }
      app.exit(0);
    })();
  });
};

const catchBugs = (log: Logger): void => {
  process.on('uncaughtException', (error) => {
    log.error('uncaught', error);
    dialog.showErrorBox(
      program,
      'Внутренняя ошибка, программа закрывается. Сохранённое цело; подробности в журнале программы.',
    );
    app.exit(1);
  });
  process.on('unhandledRejection', (error) => log.error('unhandled', error));
};

const run = async (folder: string): Promise<void> => {
  await app.whenReady();
  const launched = await launchOffice(folder, program);
  const { office, log, openToOthers } = launched;
  catchBugs(log);
  closeOnQuit(launched);
  const layout = buildLayout(import.meta.url);
  const version = app.getVersion();
  const own = { dataFolder: folder, openToOthers };
  const about = { host: 'electron', version, ...own, canSavePdf: true } as const;
  harden();
  serveScheme({ office, takeUpload: createUploads(office), log, layout });
  serveChannels({ office, log, about, printing: createPrintQueue() });
  Menu.setApplicationMenu(null);
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  await openMainWindow({ preload: layout.preload, folder, log });
};

/** What cannot start must say why and end, not hang without a window. */
const giveUp = (error: unknown): void => {
  const text = error instanceof OfficeError ? error.message : 'Программа не запустилась.';
  dialog.showErrorBox(program, text);
  app.exit(1);
};

keepFilesPrivate();
registerScheme();
try {
  const folder = dataFolder(namedFolder());
  const own = join(folder, 'electron');
  makeNamedFolder(own);
  app.setPath('userData', own);
  if (app.requestSingleInstanceLock()) run(folder).catch(giveUp);
  else app.quit();
} catch (error) {
  giveUp(error);
}
