import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { toProduct } from './address.ts';

interface PdfOptions {
  readonly preferCSSPageSize?: boolean;
  readonly printBackground?: boolean;
}

type PrintDone = (isPrinted: boolean, reason: string) => void;

/** What was sent to the printer, and how the next print ends. */
export const printer: { readonly jobs: unknown[]; answer: readonly [boolean, string] } = {
  jobs: [],
  answer: [true, ''],
};

/** `webContents` of Electron over a page of a real Chromium. */
export class WebContents extends EventEmitter {
  zoomLevel = 0;
  windowOpenHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: 'allow',
  });
  readonly #page: Promise<Page>;
  #isDestroyed = false;

  constructor(page: Promise<Page>) {
    super();
    this.#page = page;
  }

  setWindowOpenHandler(handler: WebContents['windowOpenHandler']): void {
    this.windowOpenHandler = handler;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  markDestroyed(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const emit = async (): Promise<void> => {
      const page = await this.#page;
      await page.evaluate(
        ([name, values]) =>
          (globalThis as unknown as { standInEmit(c: unknown, a: unknown): void }).standInEmit(
            name,
            values,
          ),
        [channel, args],
      );
    };
    emit().catch((error: unknown) => {
      if (!this.#isDestroyed) throw error;
    });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#page).evaluate(code);
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    const { preferCSSPageSize = false, printBackground = false } = options;
    return (await this.#page).pdf({ format: 'A4', preferCSSPageSize, printBackground });
  }

  print(options: object, done: PrintDone): void {
    const print = async (): Promise<void> => {
      const page = await this.#page;
      printer.jobs.push({
        options,
        url: toProduct(page.url()),
        text: await page.innerText('body'),
      });
      done(...printer.answer);
    };
    void print();
  }

  reload(): void {
    void this.#page.then((page) => page.reload());
  }

  toggleDevTools(): void {}
}
