import type { IncomingMessage, ServerResponse } from 'node:http';
import { OfficeError } from '../../contract/errors.ts';
import type { Reply } from '../../contract/operation.ts';
import { commonHeaders } from '../shared/policies.ts';

/** JSON bodies are forms and filters; nobody types more than this. */
const maxJsonBytes = 2 * 1024 * 1024;

export const sendBytes = (
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array | string,
): void => {
  response.writeHead(status, { ...commonHeaders, 'Cache-Control': 'no-store', ...headers });
  response.end(bytes);
};

export const sendText = (response: ServerResponse, status: number, text: string): void =>
  sendBytes(
    response,
    status,
    {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
    },
    text,
  );

export const sendReply = (response: ServerResponse, reply: Reply): void =>
  sendBytes(
    response,
    200,
    { 'Content-Type': 'application/json; charset=utf-8' },
    JSON.stringify(reply),
  );

const badBody = (): OfficeError =>
  new OfficeError('invalid-request', 'Запрос не читается. Обновите страницу и повторите.');

/**
 * The body in pieces. Leaving it early does not cut the connection: the rest is thrown away, so
 * that the browser still reads why it was refused.
 */
export async function* bodyOf(request: IncomingMessage): AsyncGenerator<Uint8Array, void> {
  try {
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } finally {
    request.resume();
  }
}

/** @throws OfficeError `request-too-big`, `invalid-request` */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? '')) throw badBody();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyOf(request)) {
    size += chunk.byteLength;
    if (size > maxJsonBytes)
      throw new OfficeError('request-too-big', 'Слишком большой запрос. Сократите текст.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw badBody();
  }
};

/** `attachment` with the Russian name as RFC 5987 wants it and a Latin name for old programs. */
export const attachment = (name: string): string => {
  const plain = name.replaceAll(/[^\w. -]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
