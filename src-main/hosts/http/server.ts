import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { OfficeError } from '../../contract/errors.ts';
import { apiRoutes } from './api.ts';
import type { ApiParts } from './api.ts';
import { sendText } from './answers.ts';
import { entryScriptPath, sendEntry, sendEntryScript } from './entry.ts';
import { createOnceTable, createSession, hasCookie, hasSecret } from './guard.ts';
import { isOwnHost, isOwnPage } from './guard.ts';
import type { OnceTable, Session } from './guard.ts';
import { createPages } from './pages.ts';
import type { PageParts } from './pages.ts';

export interface OfficeServer {
  /**
   * An address with a key of its own, good for one opening of the program.
   * @param onUsed runs when it has been used
   */
  newAddress(onUsed?: () => void): string;
  readonly port: number;
  /** Stops listening and lets running answers end. */
  close(): Promise<void>;
}

const refuse = (response: ServerResponse): void =>
  sendText(
    response,
    403,
    'Доступ закрыт. Каждый адрес открывает программу один раз. Откройте последний из тех, что она напечатала.',
  );

export interface ServerParts extends Omit<ApiParts, 'addresses'>, Omit<PageParts, 'addresses'> {
  /** The rights of this launch; new ones unless a developer's run keeps its own. */
  readonly session?: Session;
  /** Where to listen, when others listen there as well. */
  readonly server?: Server;
}

/** How long a file waits to be fetched after its address was asked for. */
const addressLifeMs = 60_000;

const createAnswer = (parts: ServerParts, keys: OnceTable<() => void>) => {
  const { session = createSession() } = parts;
  const addresses = createOnceTable<string>(addressLifeMs);
  const routes = apiRoutes({ ...parts, addresses });
  const pages = createPages({ ...parts, addresses });
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    port: number,
  ): Promise<void> => {
    // The raw path, not `URL`: it would fold `..` away before the guard has seen it.
    const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const key = new URLSearchParams(query).get('key');
    if (request.method === 'GET' && pathname === '/' && key !== null && isOwnHost(request, port)) {
      const onUsed = keys.take(key);
      if (!onUsed) return refuse(response);
      sendEntry(response, session, port);
      return onUsed();
    }
    if (!isOwnPage(request, port) || !hasCookie(request, session, port)) return refuse(response);
    if (pathname.startsWith('/api/') && !hasSecret(request, session)) return refuse(response);
    const route = routes[`${request.method} ${pathname}`];
    if (route) return route(request, response);
    if (request.method === 'GET' && pathname === entryScriptPath) return sendEntryScript(response);
    if (request.method === 'GET') return pages(request, response, pathname);
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
export const startServer = async (parts: ServerParts, port = 0): Promise<OfficeServer> => {
  const keys = createOnceTable<() => void>();
  const answer = createAnswer(parts, keys);
  let ownPort = port;
  const { server = createServer() } = parts;
  // Node closes an idle connection after 5 s; a question sent in that very moment is lost (ECONNRESET).
  server.keepAliveTimeout = 0;
  server.on('request', (request, response) => {
    answer(request, response, ownPort).catch((error: unknown) => {
      parts.log.error('http', error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Внутренняя ошибка программы.');
    });
  });
  ownPort = await listen(server, port);
  return {
    newAddress: (onUsed = () => undefined) =>
      `http://127.0.0.1:${ownPort}/?key=${keys.give(onUsed)}`,
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
