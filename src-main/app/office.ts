import type { Knex } from 'knex';
import { OfficeError, StandingRefusal } from '../contract/errors.ts';
import type { Operation, Progress, Reply } from '../contract/operation.ts';
import type { OperationInput, OperationName, OperationOutput } from '../contract/operations.ts';
import { isOperationName, operations } from '../contract/operations.ts';
import { beginAudit } from '../database/audit-triggers.ts';
import { openDatabase } from '../database/open.ts';
import type { Context, Handler, TableReader } from '../features/context.ts';
import { readLockSettings } from '../features/users/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { InputFile } from '../ports/files.ts';
import type { Logger } from '../ports/logger.ts';
import { createAccess } from './access.ts';
import { replyOf } from './failures.ts';
import { createFileStore } from './file-store.ts';
import { handlers } from './handlers.ts';
import { createJob } from './job.ts';
import { createDocumentStore, createPlanStore } from './stores.ts';
import { parseInput } from './validate.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The core as every host sees it. */
export interface Office {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Gives a ticket for a file or folder the user chose. */
  register(path: string, name?: string): Promise<string>;
  /** Path and name behind a ticket. */
  locate(ticket: string): Promise<{ readonly path: string; readonly name: string }>;
  /**
   * A file the program produced in this session; what the user only lent is not given out.
   * @throws OfficeError `locked`, `file-handle-unknown`, `file-missing`
   */
  read(ticket: string): Promise<InputFile>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  readonly folder: string;
  readonly program: string;
  readonly actor: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tables: TableReader;
}

type Shared = Omit<Context, 'db' | 'auditId' | 'job' | 'query' | 'afterCommit'>;

/** What belongs to one call. */
interface OwnParts {
  readonly db: Knex;
  readonly auditId: number | null;
  readonly afterCommit: Context['afterCommit'];
}

/** Queries slower than this are logged by name. */
const slowMs = 200;

const contextOf = (shared: Shared, own: OwnParts, options: CallOptions): Context => {
  const context: Context = {
    ...shared,
    ...own,
    job: createJob(options),
    async query(name, input) {
      const operation: Operation = operations[name];
      if (operation.kind !== 'query') throw new Error(`${name} is not a query`);
      return run(name, parseInput(operation.input, input), context) as never;
    },
  };
  return context;
};

const run = async (name: OperationName, input: unknown, context: Context): Promise<unknown> => {
  const handler = handlers[name] as Handler<OperationName>;
  return await handler(input as never, context);
};

const noCommit = (): never => {
  throw new Error('A query commits nothing');
};

/**
 * Opens the data folder and answers calls: input parsed, commands queued one at a time, each in
 * one transaction with one audit row; queries on a read-only snapshot. While locked it refuses all
 * but the operations marked `whileLocked`.
 * @throws OfficeError as `openDatabase`
 */
export const openOffice = async (options: OfficeOptions): Promise<Office> => {
  const { folder, program, actor, clock, log, tables } = options;
  const database = await openDatabase({ folder, program, clock });
  const files = createFileStore(folder);
  const documents = createDocumentStore();
  const plans = createPlanStore();
  const access = createAccess(clock, await readLockSettings(database.reader), () => {
    files.forgetSecrets();
    documents.forgetSecrets();
  });
  const { vault, lock } = access;
  const shared: Shared = { clock, log, files, tables, documents, plans, vault, lock, actor };
  let queue: Promise<unknown> = Promise.resolve();

  const commit = async (name: OperationName, input: unknown, call: CallOptions): Promise<Reply> => {
    const { undoable, output } = operations[name];
    const hooks: (() => void)[] = [];
    const afterCommit = (work: () => void): void => void hooks.push(work);
    const outcome = await database.writer.transaction(
      async (db): Promise<Reply | StandingRefusal> => {
        const at = new Date(clock.now()).toISOString();
        const auditId = await beginAudit(db, { at, actor, operation: name, undoable });
        try {
          const data = await run(
            name,
            input,
            contextOf(shared, { db, auditId, afterCommit }, call),
          );
          return { ok: true, data: output.parse(data), auditId, undoable };
        } catch (error) {
          if (error instanceof StandingRefusal) return error;
          throw error;
        }
      },
    );
    if (outcome instanceof StandingRefusal) throw outcome;
    for (const hook of hooks) hook();
    return outcome;
  };

  const runCommand = (name: OperationName, input: unknown, call: CallOptions): Promise<Reply> => {
    const work = queue.then(() => commit(name, input, call));
    queue = work.catch(() => undefined);
    return work;
  };

  const runQuery = (name: OperationName, input: unknown, call: CallOptions): Promise<Reply> =>
    database.reader.transaction(async (db): Promise<Reply> => {
      const own = { db, auditId: null, afterCommit: noCommit };
      const data = await run(name, input, contextOf(shared, own, call));
      return {
        ok: true,
        data: operations[name].output.parse(data),
        auditId: null,
        undoable: false,
      };
    });

  const dispatch = async (name: string, input: unknown, call: CallOptions): Promise<Reply> => {
    if (!isOperationName(name))
      throw new OfficeError('operation-unknown', `Операции «${name}» нет.`);
    const operation: Operation = operations[name];
    access.enter(operation);
    try {
      const parsed = parseInput(operation.input, input);
      return await (operation.kind === 'command' ? runCommand : runQuery)(name, parsed, call);
    } finally {
      access.leave(operation);
    }
  };

  return {
    async call(name, input, call = {}) {
      const started = performance.now();
      try {
        return await dispatch(name, input, call);
      } catch (error) {
        return { ok: false, error: replyOf(error, name, log) };
      } finally {
        const ms = Math.round(performance.now() - started);
        if (ms > slowMs) log.info('slow', { operation: name, ms });
      }
    },
    async register(path, name) {
      access.require();
      return files.register(path, name);
    },
    async locate(ticket) {
      access.require();
      return files.pathOf(ticket);
    },
    async read(ticket) {
      access.require();
      return files.readProduced(ticket);
    },
    async close() {
      await queue;
      access.close();
      files.clear();
      await database.close();
    },
  };
};

/** Typed access for code that knows the operation at compile time. */
export const callTyped = async <N extends OperationName>(
  office: Office,
  name: N,
  input: OperationInput<N>,
  options?: CallOptions,
): Promise<OperationOutput<N>> => {
  const reply = await office.call(name, input, options);
  if (reply.ok) return reply.data as OperationOutput<N>;
  throw new OfficeError(reply.error.code, reply.error.message, reply.error.fields);
};
