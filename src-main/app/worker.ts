import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../contract/errors.ts';
import type { Office } from './office.ts';
import { openOffice } from './office.ts';
import { systemClock } from '../ports/system-clock.ts';
import { replyOf } from './failures.ts';
import { createLogger } from './log.ts';
import { createTableReader } from './table-reader.ts';
import type { CoreSettings, FromCore, Request, ToCore } from './worker-messages.ts';

/**
 * Entry of the core's thread: opens the office and answers the host's messages, so that neither
 * the window nor the loopback server ever waits for SQLite.
 */
const port = parentPort;
if (!port) throw new Error('The core worker must be started as a thread');

const send = (message: FromCore): void => port.postMessage(message);
const log = createLogger((entry) => send({ kind: 'log', entry }));
const running = new Map<number, AbortController>();

const callOperation = async (
  office: Office,
  id: number,
  { name, input }: Extract<Request, { kind: 'call' }>,
): Promise<unknown> => {
  const control = new AbortController();
  running.set(id, control);
  try {
    return await office.call(name, input, {
      signal: control.signal,
      onProgress: (progress) => send({ kind: 'progress', id, progress }),
    });
  } finally {
    running.delete(id);
  }
};

const answer = async (office: Office, id: number, request: Request): Promise<unknown> => {
  switch (request.kind) {
    case 'call':
      return callOperation(office, id, request);
    case 'register':
      return office.register(request.path, request.name);
    case 'lend':
      return office.lend(request.name, request.bytes);
    case 'locate':
      return office.locate(request.ticket);
    case 'read':
      return office.read(request.ticket);
    case 'close':
      for (const control of running.values()) control.abort();
      return office.close();
    default:
      return assertNever(request);
  }
};

const receive = async (office: Office, { id, request }: ToCore): Promise<void> => {
  if (request.kind === 'cancel') {
    running.get(id)?.abort();
    return;
  }
  try {
    send({ kind: 'done', id, value: await answer(office, id, request) });
  } catch (error) {
    send({ kind: 'failed', id, error: replyOf(error, request.kind, log) });
  }
  if (request.kind === 'close') port.close();
};

try {
  const settings = workerData as CoreSettings;
  const tables = createTableReader();
  const office = await openOffice({ ...settings, clock: systemClock, log, tables });
  port.on('message', (message: ToCore) => void receive(office, message));
  send({ kind: 'opened' });
} catch (error) {
  send({ kind: 'refused', error: replyOf(error, 'open', log) });
  port.close();
}
