import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { browserContext, closeBrowser } from './browser.ts';
import { isPrevented } from './cancellable.ts';

interface Closable {
  close(): Promise<void>;
}

const paths = new Map<string, string>([['documents', tmpdir()]]);

/** `app` of Electron, as far as the product uses it. */
class StandInApp extends EventEmitter {
  readonly isPackaged = true;
  /** Set by the windows' module. */
  openWindows: () => readonly Closable[] = () => [];
  #isQuitting = false;

  setPath(name: string, path: string): void {
    paths.set(name, path);
  }

  getPath(name: string): string {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  getVersion(): string {
    return '0.0.0-stand-in';
  }

  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND'] === undefined;
  }

  async whenReady(): Promise<void> {
    await browserContext();
  }

  /** Called after a window has gone. */
  windowClosed(): void {
    if (!this.#isQuitting && this.openWindows().length === 0) this.emit('window-all-closed');
  }

  quit(): void {
    void this.#quit();
  }

  async #quit(): Promise<void> {
    if (this.#isQuitting || isPrevented(this, 'before-quit')) return;
    this.#isQuitting = true;
    for (const window of this.openWindows()) await window.close();
    if (this.openWindows().length > 0) this.#isQuitting = false;
    else if (!isPrevented(this, 'will-quit')) this.exit(0);
  }

  exit(code = 0): void {
    void closeBrowser().finally(() => process.exit(code));
  }
}

export const app = new StandInApp();
