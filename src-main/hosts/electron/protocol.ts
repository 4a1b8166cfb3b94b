import { protocol } from 'electron';
import type { Office } from '../../app/office.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import type { BuildLayout } from '../shared/layout.ts';
import { readPrintPage } from '../shared/outputs.ts';
import { commonHeaders, printPolicy, screensPolicy } from '../shared/policies.ts';
import { toReply } from '../shared/replies.ts';
import { readStatic } from '../shared/static-files.ts';
import type { TakeUpload } from '../shared/uploads.ts';
import { isOwnAddress, scheme } from './origin.ts';

/** Must run before the program is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

export interface ProtocolParts {
  readonly office: Office;
  readonly takeUpload: TakeUpload;
  readonly log: Logger;
  readonly layout: BuildLayout;
}

const answer = (
  status: number,
  type: string,
  policy: string,
  body: Uint8Array | string,
): Response =>
  new Response(body as ConstructorParameters<typeof Response>[0], {
    status,
    headers: {
      ...commonHeaders,
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  });

const refusal = (status: number, text: string): Response =>
  answer(status, 'text/plain; charset=utf-8', "default-src 'none'", text);

const staticAnswer = async (root: string, pathname: string): Promise<Response> => {
  const file = await readStatic(root, pathname);
  return file
    ? answer(200, file.type, screensPolicy, file.bytes)
    : refusal(404, 'Нет такой страницы.');
};

const printAnswer = async ({ office }: ProtocolParts, ticket: string): Promise<Response> => {
  try {
    const { bytes, type } = await readPrintPage(office, ticket);
    return answer(200, type, printPolicy, bytes);
  } catch (error) {
    if (error instanceof OfficeError) return refusal(404, error.message);
    throw error;
  }
};

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Files dropped on the window come as a body; everything else goes over IPC. */
const uploadAnswer = async ({ takeUpload, log }: ProtocolParts, request: Request) => {
  const name = request.headers.get('x-file-name');
  const reply = await toReply('upload', log, () => takeUpload(name, piecesOf(request.body)));
  return answer(200, 'application/json; charset=utf-8', screensPolicy, JSON.stringify(reply));
};

const respond = async (parts: ProtocolParts, request: Request): Promise<Response> => {
  const origin = request.headers.get('origin');
  if (!isOwnAddress(request.url) || (origin !== null && !isOwnAddress(origin)))
    return refusal(403, 'Доступ закрыт.');
  const { pathname } = new URL(request.url);
  if (request.method === 'POST' && pathname === '/api/upload') return uploadAnswer(parts, request);
  if (request.method !== 'GET') return refusal(405, 'Такой запрос не принимается.');
  if (pathname.startsWith('/print/')) return printAnswer(parts, pathname.slice('/print/'.length));
  if (pathname.startsWith('/fonts/'))
    return staticAnswer(parts.layout.fonts, pathname.slice('/fonts'.length));
  return staticAnswer(parts.layout.renderer, pathname === '/' ? '/index.html' : pathname);
};

/** Serves the screens, print pages and fonts under `office://app/`; nothing else exists there. */
export const serveScheme = (parts: ProtocolParts): void =>
  protocol.handle(scheme, async (request) => {
    try {
      return await respond(parts, request);
    } catch (error) {
      parts.log.error('protocol', error);
      return refusal(500, 'Внутренняя ошибка программы.');
    }
  });
