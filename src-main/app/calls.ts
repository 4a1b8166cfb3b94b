import type { Knex } from 'knex';
import { StandingRefusal } from '../contract/errors.ts';
import type { Operation, Reply } from '../contract/operation.ts';
import type { OperationName } from '../contract/operations.ts';
import { operations } from '../contract/operations.ts';
import { beginAudit, renameAudit } from '../database/audit-triggers.ts';
import { lastChange } from '../database/last-change.ts';
import type { OfficeDatabase } from '../database/open.ts';
import type { Context, Handler } from '../features/context.ts';
import { handlers } from './handlers.ts';
import { refuseStale } from './stale.ts';
import { createJob } from './job.ts';
import type { CallOptions } from './office.ts';
import { parseInput } from './validate.ts';

export type Shared = Omit<Context, 'db' | 'auditId' | 'job' | 'query' | 'afterCommit'>;

/** What belongs to one call. */
interface OwnParts {
  readonly db: Knex;
  readonly auditId: number | null;
  readonly afterCommit: Context['afterCommit'];
}

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

type Run = (name: OperationName, input: unknown, call: CallOptions) => Promise<Reply>;

export interface Calls {
  /** Queued: one at a time, each in one transaction with one audit row. */
  readonly command: Run;
  /** On a read-only snapshot. */
  readonly query: Run;
  /** Resolves when no command is running or waiting. */
  settled(): Promise<void>;
}

/** A handler without a result answers nothing, which is an empty object on the way; null stays null. */
const answerOf = (name: OperationName, data: unknown): unknown =>
  operations[name].output.parse(data === undefined ? {} : data);

/** Runs handlers on the database; input is already parsed. */
export const createCalls = (database: OfficeDatabase, shared: Shared): Calls => {
  const { clock, actor } = shared;
  let queue: Promise<unknown> = Promise.resolve();

  const commit: Run = async (name, input, call) => {
    const { undoable } = operations[name];
    const hooks: (() => void)[] = [];
    const afterCommit = (work: () => void): void => void hooks.push(work);
    const outcome = await database.writer.transaction(
      async (db): Promise<Reply | StandingRefusal> => {
        const at = new Date(clock.now()).toISOString();
        const auditId = await beginAudit(db, { at, actor, operation: name, undoable });
        try {
          await refuseStale(name, input, { db, auditId, today: clock.today() });
          const data = await run(
            name,
            input,
            contextOf(shared, { db, auditId, afterCommit }, call),
          );
          database.requirePresent();
          return { ok: true, data: answerOf(name, data), auditId, undoable, version: auditId };
        } catch (error) {
          if (!(error instanceof StandingRefusal)) throw error;
          await renameAudit(db, auditId, error.standsAs);
          return error;
        }
      },
    );
    if (outcome instanceof StandingRefusal) throw outcome;
    for (const hook of hooks) hook();
    return outcome;
  };

  const command: Run = (name, input, call) => {
    const work = queue.then(() => commit(name, input, call));
    queue = work.catch(() => undefined);
    return work;
  };

  const query: Run = (name, input, call) =>
    database.reader.transaction(async (db): Promise<Reply> => {
      const own = { db, auditId: null, afterCommit: noCommit };
      const data = await run(name, input, contextOf(shared, own, call));
      return {
        ok: true,
        data: answerOf(name, data),
        auditId: null,
        undoable: false,
        version: await lastChange(db),
      };
    });

  return {
    command,
    query,
    async settled() {
      await queue;
    },
  };
};
