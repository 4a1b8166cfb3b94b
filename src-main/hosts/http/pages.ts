import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Office } from '../../app/office.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { BuildLayout } from '../shared/layout.ts';
import { readPrintPage, readProduced } from '../shared/outputs.ts';
import { printPolicy, screensPolicy } from '../shared/policies.ts';
import { readStatic } from '../shared/static-files.ts';
import type { OnceTable } from './guard.ts';
import { attachment, sendBytes, sendText } from './answers.ts';

export interface PageParts {
  readonly office: Office;
  readonly layout: Pick<BuildLayout, 'renderer' | 'fonts'>;
  /** Tickets of produced files by the last part of their single-use address. */
  readonly addresses: OnceTable<string>;
  /** Serves the screens; the built ones unless a developer's run has others. */
  readonly screens?: Screens | undefined;
}

export type Screens = (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
) => Promise<void>;

type Page = (response: ServerResponse, rest: string) => Promise<void>;

export const notFound = (response: ServerResponse): void =>
  sendText(response, 404, 'Нет такой страницы.');

/** A refusal (the file is gone, the ticket is unknown) is shown as plain text. */
const orRefusal =
  (page: Page): Page =>
  async (response, rest) => {
    try {
      await page(response, rest);
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error;
      sendText(response, 404, error.message);
    }
  };

const statics =
  (root: string): Page =>
  async (response, rest) => {
    const file = await readStatic(root, rest);
    if (!file) return notFound(response);
    const headers = {
      'Content-Type': file.type,
      'Content-Security-Policy': screensPolicy,
      // Names of bundled files carry a hash of their content; the page itself does not.
      'Cache-Control': rest.startsWith('/assets/') ? 'private, max-age=31536000' : 'no-cache',
    };
    return sendBytes(response, 200, headers, file.bytes);
  };

/** A frame and a download cannot carry the secret of the session: their address works once. */
const onceOnly =
  ({ addresses }: PageParts, page: Page): Page =>
  async (response, rest) => {
    const handle = addresses.take(rest.slice(1));
    if (handle !== null) return page(response, handle);
    return sendText(response, 404, 'Адрес уже использован. Откройте файл из программы.');
  };

const download =
  ({ office }: PageParts): Page =>
  async (response, handle) => {
    const { name, bytes, type } = await readProduced(office, handle);
    const headers = { 'Content-Type': type, 'Content-Disposition': attachment(name) };
    sendBytes(response, 200, headers, bytes);
  };

const print =
  ({ office }: PageParts): Page =>
  async (response, handle) => {
    const { bytes, type } = await readPrintPage(office, handle);
    const headers = { 'Content-Type': type, 'Content-Security-Policy': printPolicy };
    sendBytes(response, 200, headers, bytes);
  };

const builtScreens = (root: string): Screens => {
  const files = statics(root);
  return (_request, response, pathname) =>
    files(response, pathname === '/' ? '/index.html' : pathname);
};

/** Serves GET: produced files, print pages, document fonts, and the screens for the rest. */
export const createPages = (parts: PageParts): Screens => {
  const folders: readonly (readonly [string, Page])[] = [
    ['/files', onceOnly(parts, orRefusal(download(parts)))],
    ['/print', onceOnly(parts, orRefusal(print(parts)))],
    ['/fonts', statics(parts.layout.fonts)],
  ];
  const screens = parts.screens ?? builtScreens(parts.layout.renderer);
  return async (request, response, pathname) => {
    const found = folders.find(([folder]) => pathname.startsWith(`${folder}/`));
    if (found) return found[1](response, pathname.slice(found[0].length));
    return screens(request, response, pathname);
  };
};
