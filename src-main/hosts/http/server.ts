import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { OfficeError } from '../../contract/errors.ts';
import { apiRoutes } from './api.ts';
import type { ApiParts } from './api.ts';
import { sendBytes, sendText } from './answers.ts';
import { createSession, hasSession, isOwnHost, isOwnPage } from './guard.ts';
import { isSameSecret, sessionCookie } from './guard.ts';
import type { Session } from './guard.ts';
import { createPages } from './pages.ts';
import type { PageParts } from './pages.ts';

export interface OfficeServer {
  /** Address with the key of this launch; opens the program once per browser. */
  readonly address: string;
  readonly port: number;
  /** Stops listening and lets running answers end. */
  close(): Promise<void>;
}

const refuse = (response: ServerResponse): void =>
  sendText(
    response,
    403,
    'Доступ закрыт. Откройте адрес, который напечатала программа при запуске.',
  );

/** Exchanges the key of the address for a cookie and leads to the address without it. */
const enter = (response: ServerResponse, session: Session, port: number): void =>
  sendBytes(
    response,
    303,
    { Location: '/', 'Set-Cookie': sessionCookie(session, port) },
    new Uint8Array(0),
  );

const createAnswer = (parts: ApiParts & PageParts, session: Session) => {
  const routes = apiRoutes(parts);
  const pages = createPages(parts);
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    port: number,
  ): Promise<void> => {
    // The raw path, not `URL`: it would fold `..` away before the guard has seen it.
    const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const key = new URLSearchParams(query).get('key');
    if (request.method === 'GET' && pathname === '/' && key !== null && isOwnHost(request, port))
      return isSameSecret(key, session.key) ? enter(response, session, port) : refuse(response);
    if (!isOwnPage(request, port) || !hasSession(request, session, port)) return refuse(response);
    const route = routes[`${request.method} ${pathname}`];
    if (route) return route(request, response);
    if (request.method === 'GET') return pages(pathname, response);
    return sendText(response, 405, 'Такой запрос не принимается.');
  };
};

const listen = async (server: Server, port: number): Promise<number> => {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new OfficeError(
      'port-in-use',
      `Порт ${port} занят другой программой. Укажите другой или запустите без --port.`,
    );
  }
  return (server.address() as AddressInfo).port;
};

/**
 * Serves the screens and the operations on 127.0.0.1 only.
 * @param port 0 for any free one
 * @throws OfficeError `port-in-use`
 */
export const startServer = async (parts: ApiParts & PageParts, port = 0): Promise<OfficeServer> => {
  const session = createSession();
  const answer = createAnswer(parts, session);
  let ownPort = port;
  const server = createServer((request, response) => {
    answer(request, response, ownPort).catch((error: unknown) => {
      parts.log.error('http', error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Внутренняя ошибка программы.');
    });
  });
  ownPort = await listen(server, port);
  return {
    address: `http://127.0.0.1:${ownPort}/?key=${session.key}`,
    port: ownPort,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3000).unref();
      await closed;
    },
  };
};
