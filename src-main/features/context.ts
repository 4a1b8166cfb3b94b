import type { Knex } from 'knex';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
  OperationTable,
} from '../contract/operations.ts';
import type { ParsedInputOf } from '../contract/operation.ts';
import type { DocumentModel } from '../documents/model.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Job } from '../ports/job.ts';
import type { Logger } from '../ports/logger.ts';
import type { Vault, VaultLock } from '../ports/vault.ts';
import type { Workbook } from '../spreadsheets/workbook.ts';

/** Reads a spreadsheet away from the main flow, within bounded time and memory. */
export interface TableReader {
  /** @throws OfficeError with the `file-…` codes of `spreadsheets/` */
  read(bytes: Uint8Array, signal: AbortSignal): Promise<Workbook>;
}

/** Documents made in this run, by ticket; the preview, DOCX and print take them from here. */
export interface DocumentStore {
  put(model: DocumentModel): string;
  /** @throws OfficeError `document-unknown` */
  get(ticket: string): DocumentModel;
  drop(ticket: string): void;
}

/** Import plans between preview and commit, by ticket: the preview is the plan that is applied. */
export interface PlanStore {
  put(kind: string, plan: unknown): string;
  /** @throws OfficeError `plan-unknown` */
  get<P>(kind: string, ticket: string): P;
  drop(ticket: string): void;
}

/**
 * Prints between making ready and recording, by ticket: paper may or may not come out, and only
 * what was made ready is recorded.
 */
export interface PrintStore {
  put(kind: string, print: unknown): string;
  /** @throws OfficeError `print-unknown` */
  get<P>(kind: string, ticket: string): P;
  drop(ticket: string): void;
}

export type { Job };

/** What a handler may touch. Commands get a transaction as `db`; queries a read-only snapshot. */
export interface Context {
  readonly db: Knex;
  readonly clock: Clock;
  readonly log: Logger;
  readonly files: Files;
  readonly tables: TableReader;
  readonly documents: DocumentStore;
  readonly plans: PlanStore;
  readonly prints: PrintStore;
  /** Seals and opens secret fields. */
  readonly vault: Vault;
  /** Opens and locks the program; for the feature `users` only. */
  readonly lock: VaultLock;
  readonly actor: string;
  /** Audit row of the running command; null in queries. */
  readonly auditId: number | null;
  readonly job: Job;
  /** Runs when the command's transaction is committed, and never when it is rolled back. */
  afterCommit(work: () => void): void;
  /** Another query within the same snapshot, already validated by its own schema. */
  query<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
}

/** Parsed input of an operation. */
export type Asked<N extends OperationName> = ParsedInputOf<OperationTable[N]>;

/** A handler of an operation without a result returns nothing; the caller is answered `{}`. */
type Answer<N extends OperationName> =
  OperationOutput<N> extends Readonly<Record<string, never>> ? void : OperationOutput<N>;

export type Handler<N extends OperationName> = (
  input: Asked<N>,
  context: Context,
) => Promise<Answer<N>> | Answer<N>;

type NamesOf<Prefix extends string> = Extract<OperationName, `${Prefix}.${string}`>;

/** Every operation of a feature must have its handler: `handlers satisfies FeatureHandlers<'people'>`. */
export type FeatureHandlers<Prefix extends string> = {
  readonly [N in NamesOf<Prefix>]: Handler<N>;
};

export type Handlers = { readonly [N in OperationName]: Handler<N> };
