import { OfficeError } from '../contract/errors.ts';
import type { Operation, Progress, Reply } from '../contract/operation.ts';
import type { OperationInput, OperationName, OperationOutput } from '../contract/operations.ts';
import { isOperationName, operations } from '../contract/operations.ts';
import type { OfficeDatabase } from '../database/open.ts';
import { openDatabase } from '../database/open.ts';
import type { TableReader } from '../features/context.ts';
import { readLockSettings, usualPasswordCost } from '../features/lock/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { InputFile } from '../ports/files.ts';
import type { Logger } from '../ports/logger.ts';
import type { Access } from './access.ts';
import { createAccess } from './access.ts';
import { createCalls } from './calls.ts';
import { replyOf } from './failures.ts';
import { createFileStore } from './file-store.ts';
import { createDocumentStore, createPlanStore, createPrintStore } from './stores.ts';
import { parseInput } from './validate.ts';
import { startWiper } from './wiper.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The core as every host sees it. */
export interface Office {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Gives a ticket for a file or folder the user chose. */
  register(path: string, name?: string): Promise<string>;
  /**
   * Keeps a file the screens sent, in memory only, and gives its ticket.
   * @throws OfficeError `locked`, `uploads-too-big`
   */
  lend(name: string, bytes: Uint8Array): Promise<string>;
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
  /** Binary logarithm of scrypt's N for passwords set in this run; the usual one if absent. */
  readonly passwordCost?: number;
}

/** Queries slower than this are logged by name. */
const slowMs = 200;

/** Files by ticket; nothing is given out while locked. */
const filesBehind = (
  access: Access,
  files: ReturnType<typeof createFileStore>,
): Pick<Office, 'register' | 'lend' | 'locate' | 'read'> => {
  const whenOpen =
    <A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>) =>
    async (...args: A): Promise<R> => {
      access.require();
      return work(...args);
    };
  return {
    register: whenOpen(files.register),
    lend: whenOpen(files.lend),
    locate: whenOpen(files.pathOf),
    read: whenOpen(files.readProduced),
  };
};

/**
 * Opens the data folder and answers calls: input parsed, commands queued one at a time, each in
 * one transaction with one audit row; queries on a read-only snapshot. While locked it refuses all
 * but the operations marked `whileLocked`.
 * @throws OfficeError as `openDatabase`
 */
export const openOffice = async (options: OfficeOptions): Promise<Office> => {
  const { folder, program, clock } = options;
  const database = await openDatabase({ folder, program, clock });
  try {
    return await officeOver(database, options);
  } catch (error) {
    // An open database would keep the folder locked and the process alive for ever.
    await database.close();
    throw error;
  }
};

const officeOver = async (database: OfficeDatabase, options: OfficeOptions): Promise<Office> => {
  const { folder, actor, clock, log, tables, passwordCost = usualPasswordCost } = options;
  const files = createFileStore(folder);
  const documents = createDocumentStore();
  const plans = createPlanStore();
  const prints = createPrintStore();
  const initial = { ...(await readLockSettings(database.reader)), passwordCost };
  const access = createAccess(clock, initial, () => {
    files.forgetSecrets();
    documents.forgetSecrets();
    plans.forget();
  });
  const { vault, lock } = access;
  const parts = { clock, log, files, tables, documents, plans, prints };
  const shared = { ...parts, vault, lock, actor };
  const calls = createCalls(database, shared);
  const wiper = await startWiper({ database, calls, clock, log });

  const dispatch = async (name: string, input: unknown, call: CallOptions): Promise<Reply> => {
    if (!isOperationName(name))
      throw new OfficeError('operation-unknown', `Операции «${name}» нет.`);
    const operation: Operation = operations[name];
    access.enter(operation);
    try {
      const parsed = parseInput(operation.input, input);
      const { kind } = operation;
      return await wiper.around(name, kind, () => calls[kind](name, parsed, call));
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
    ...filesBehind(access, files),
    async close() {
      await wiper.close();
      await calls.settled();
      access.close();
      try {
        files.clear();
      } finally {
        await database.close();
      }
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
