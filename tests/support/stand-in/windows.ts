import { EventEmitter } from 'node:events';
import type { Page, Request as PageRequest } from 'playwright-core';
import { app } from './app.ts';
import { browserContext, judgeNavigation, toProduct, toReal } from './browser.ts';
import { isPrevented } from './cancellable.ts';
import { invoke } from './ipc.ts';
import { preloadScript } from './preload-script.ts';
import { WebContents } from './web-contents.ts';

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences?: { readonly preload?: string; readonly [key: string]: unknown };
}

/** Options of every window ever opened, for the hardening facts. */
export const openedWindows: WindowOptions[] = [];

/** `BrowserWindow` of Electron: a page of a real Chromium with the product's preload in it. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: WindowOptions;
  readonly webContents: WebContents;
  readonly pageReady: Promise<Page>;
  page: Page | null = null;
  isLoadingOwn = false;
  isVisible = false;
  #isMaximized = false;
  #isFullScreen = false;

  constructor(options: WindowOptions = {}) {
    super();
    this.options = options;
    this.isVisible = options.show ?? true;
    openedWindows.push(options);
    BrowserWindow.all.push(this);
    this.pageReady = this.#open();
    this.webContents = new WebContents(this.pageReady);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.all;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.webContents === contents) ?? null;
  }

  async #open(): Promise<Page> {
    const page = await (await browserContext()).newPage();
    this.page = page;
    await page.exposeBinding('standInInvoke', ({ frame }, channel: string, args: unknown[]) =>
      invoke(
        this.webContents,
        { url: toProduct(frame.url()), parent: frame.parentFrame() ? {} : null },
        channel,
        args,
      ),
    );
    const preload = this.options.webPreferences?.preload;
    if (preload !== undefined) await page.addInitScript(preloadScript(preload));
    page.on('popup', (popup) => {
      const { action } = this.webContents.windowOpenHandler({ url: popup.url() });
      if (action === 'deny') void popup.close();
    });
    page.on('close', () => this.#gone());
    return page;
  }

  #gone(): void {
    const at = BrowserWindow.all.indexOf(this);
    if (at === -1) return;
    BrowserWindow.all.splice(at, 1);
    this.webContents.markDestroyed();
    this.emit('closed');
    app.windowClosed();
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.pageReady;
    this.isLoadingOwn = true;
    await page.goto(toReal(url));
    this.isLoadingOwn = false;
    this.emit('ready-to-show');
  }

  show(): void {
    this.isVisible = true;
  }

  focus(): void {}

  restore(): void {}

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  setFullScreen(isFull: boolean): void {
    this.#isFullScreen = isFull;
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  getNormalBounds() {
    return { x: 10, y: 10, width: this.options.width ?? 800, height: this.options.height ?? 600 };
  }

  async close(): Promise<void> {
    if (this.isDestroyed() || isPrevented(this, 'close')) return;
    await (await this.pageReady).close();
    this.#gone();
  }

  destroy(): void {
    void this.pageReady.then((page) => page.close());
  }
}

app.openWindows = () => [...BrowserWindow.all];

/** Navigation the product itself started is allowed; any other asks its listeners. */
judgeNavigation((page: Page, request: PageRequest): boolean => {
  const window = BrowserWindow.all.find((one) => one.page === page);
  if (!window) return true;
  const url = toProduct(request.url());
  const isTop = request.frame() === page.mainFrame();
  if (isTop && window.isLoadingOwn) return true;
  const { webContents } = window;
  if (isPrevented(webContents, 'will-frame-navigate', { url, isMainFrame: isTop })) return false;
  return !(isTop && isPrevented(webContents, 'will-navigate', { url }, url));
});
