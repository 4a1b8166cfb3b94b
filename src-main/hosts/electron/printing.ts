import { BrowserWindow } from 'electron';
import { OfficeError } from '../../contract/errors.ts';
import { safePreferences } from './hardening.ts';
import { printAddress } from './origin.ts';

/** What Chromium calls a print the user gave up. */
const isGivenUp = (reason: string): boolean => /cancel/iu.test(reason);

const printFailed = (): OfficeError =>
  new OfficeError(
    'print-failed',
    'Напечатать не удалось. Проверьте, включён ли принтер и выбран ли он в системе.',
  );

const printWindow = (window: BrowserWindow): Promise<boolean> =>
  new Promise((resolve, reject) => {
    // The paper is always A4; a landscape section says so itself by `@page`.
    const options = { silent: false, printBackground: true, pageSize: 'A4' } as const;
    window.webContents.print(options, (isPrinted, reason) => {
      if (isPrinted || isGivenUp(reason)) resolve(isPrinted);
      else reject(printFailed());
    });
  });

const pdfOf = (window: BrowserWindow): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
  });

/** Loads a print page out of sight and waits until its fonts are there. */
const withPage = async <T>(
  handle: string,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> => {
  const window = new BrowserWindow({ show: false, webPreferences: safePreferences });
  try {
    await window.loadURL(printAddress(handle));
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
    return await work(window);
  } finally {
    // Closing a window inside the print callback crashes Electron: leave the callback first.
    setImmediate(() => {
      if (!window.isDestroyed()) window.destroy();
    });
  }
};

export interface PrintQueue {
  /** False when the user gave it up. @throws OfficeError `print-failed` */
  print(handle: string): Promise<boolean>;
  pdf(handle: string): Promise<Uint8Array>;
}

/** One print at a time: system dialogs and printers do not like two. */
export const createPrintQueue = (): PrintQueue => {
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(handle: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    const next = last.then(() => withPage(handle, work));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    print: (handle) => enqueue(handle, printWindow),
    pdf: (handle) => enqueue(handle, pdfOf),
  };
};
