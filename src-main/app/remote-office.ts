import { Worker } from 'node:worker_threads';
import type { ErrorReply } from '../contract/errors.ts';
import { OfficeError } from '../contract/errors.ts';
import type { Progress, Reply } from '../contract/operation.ts';
import { describeError } from './log.ts';
import type { LogEntry } from './log.ts';
import type { CallOptions, Office } from './office.ts';
import { workerFile } from './worker-files.ts';
import type { CoreSettings, FromCore, Request, ToCore } from './worker-messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: OfficeError) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export interface RemoteOfficeOptions extends CoreSettings {
  /** Where the core's log entries go. */
  readonly writeLog: (entry: LogEntry) => void;
  /** The error that ended the thread, whole. */
  readonly onCrash?: (error: Error) => void;
}

const stopped = (): OfficeError =>
  new OfficeError(
    'core-stopped',
    'Программа остановила работу с базой. Закройте её и откройте снова; сохранённое цело.',
  );

const toError = ({ code, message, fields }: ErrorReply): OfficeError =>
  new OfficeError(code, message, fields);

/** Requests on their way; every one of them ends, also when the thread dies. */
const createRequests = (post: (message: ToCore, moved?: readonly ArrayBuffer[]) => void) => {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isDead = false;
  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  return {
    /** @param moved memory that the core takes over instead of copying */
    async ask(
      request: Request,
      { signal, onProgress }: CallOptions = {},
      moved: readonly ArrayBuffer[] = [],
    ): Promise<unknown> {
      if (isDead) throw stopped();
      lastId += 1;
      const id = lastId;
      const cancel = (): void => post({ id, request: { kind: 'cancel' } });
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject, onProgress });
          post({ id, request }, moved);
          if (signal?.aborted) cancel();
          signal?.addEventListener('abort', cancel, { once: true });
        });
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    receive(message: FromCore): void {
      if (message.kind === 'progress') waiting.get(message.id)?.onProgress?.(message.progress);
      if (message.kind === 'done') take(message.id)?.resolve(message.value);
      if (message.kind === 'failed') take(message.id)?.reject(toError(message.error));
    },
    failAll(): void {
      isDead = true;
      for (const { reject } of waiting.values()) reject(stopped());
      waiting.clear();
    },
  };
};

const start = (options: RemoteOfficeOptions): Worker => {
  const { folder, program, actor } = options;
  const settings: CoreSettings = { folder, program, actor };
  return new Worker(workerFile('core'), { workerData: settings });
};

/**
 * Opens the office in a thread of its own; the result behaves as the office itself.
 * @throws OfficeError as `openOffice`; `core-stopped` when the thread dies while opening
 */
export const openRemoteOffice = async (options: RemoteOfficeOptions): Promise<Office> => {
  const worker = start(options);
  const requests = createRequests((message, moved = []) => worker.postMessage(message, moved));
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromCore) => {
      if (message.kind === 'log') options.writeLog(message.entry);
      else if (message.kind === 'opened') resolve();
      else if (message.kind === 'refused') {
        reject(toError(message.error));
        void worker.terminate();
      } else requests.receive(message);
    });
    worker.on('error', (error: Error) => {
      options.writeLog({ level: 'error', text: `core thread: ${describeError(error)}` });
      options.onCrash?.(error);
    });
    worker.on('exit', () => {
      requests.failAll();
      reject(stopped());
    });
  });

  const call = async (name: string, input: unknown, call: CallOptions = {}): Promise<Reply> => {
    try {
      return (await requests.ask({ kind: 'call', name, input }, call)) as Reply;
    } catch (error) {
      if (error instanceof OfficeError) return { ok: false, error: error.toReply() };
      throw error;
    }
  };
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await requests.ask({ kind: 'close' });
    await exited;
  };
  return {
    call,
    register: async (path, name) =>
      (await requests.ask({ kind: 'register', path, name })) as string,
    lend: async (name, bytes) =>
      (await requests.ask({ kind: 'lend', name, bytes }, {}, [
        bytes.buffer as ArrayBuffer,
      ])) as string,
    locate: async (ticket) => (await requests.ask({ kind: 'locate', ticket })) as never,
    read: async (ticket) => (await requests.ask({ kind: 'read', ticket })) as never,
    close: () => (closing ??= close()),
  };
};
