import type { z } from 'zod';
import type { ErrorReply } from './errors.ts';
import type { DeepReadonly, ValueOf } from './fields.ts';

/** A query reads; a command is queued, runs in one transaction and leaves one audit row. */
export type OperationKind = 'query' | 'command';

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /**
   * Whether `audit.undo` may take the command's row changes back. False where a change must
   * stay for ever, e.g. a registration number that is never reused (domain.md §2).
   */
  readonly undoable: boolean;
  /** Whether it answers while the program is locked; everything else is refused with `locked`. */
  readonly whileLocked: boolean;
  /** Called by the screens on their own, so it does not put the automatic lock off. */
  readonly background: boolean;
}

interface QueryOptions {
  readonly whileLocked?: boolean;
  readonly background?: boolean;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { whileLocked = false, background = false }: QueryOptions = {},
): Operation<I, O, 'query'> => ({
  kind: 'query',
  input,
  output,
  undoable: false,
  whileLocked,
  background,
});

interface CommandOptions {
  readonly undoable?: boolean;
  readonly whileLocked?: boolean;
}

export const command = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { undoable = true, whileLocked = false }: CommandOptions = {},
): Operation<I, O, 'command'> => ({
  kind: 'command',
  input,
  output,
  undoable,
  whileLocked,
  background: false,
});

export type InputOf<T extends Operation> = DeepReadonly<z.input<T['input']>>;
export type ParsedInputOf<T extends Operation> = ValueOf<T['input']>;
export type OutputOf<T extends Operation> = ValueOf<T['output']>;

/** What every host carries back: data, or a coded error with Russian text. */
export type Reply<T = unknown> =
  | {
      readonly ok: true;
      readonly data: T;
      /** Id of the audit row a command left; `audit.undo` takes it. Null for queries. */
      readonly auditId: number | null;
      /** Whether `audit.undo` can take this command back. */
      readonly undoable: boolean;
      /**
       * Id of the last command the answer knows of; a command that overwrites what was read takes
       * it back as `version`. Null where nothing of the office was read.
       */
      readonly version: number | null;
    }
  | { readonly ok: false; readonly error: ErrorReply };

/** Progress of a long operation: `done` of `total` steps, `total` null while unknown. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}
