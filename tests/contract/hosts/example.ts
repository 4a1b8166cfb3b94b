import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../../src-main/contract/operations.ts';

/** Examples of the contract: how an operation is called well, and how it is refused. */

/** What earlier examples left for later ones, and what only a host can give. */
export interface World {
  /** Id of something an earlier example made. */
  id(key: string): number;
  /** Ticket of a plan, a document or the like. */
  text(key: string): string;
  keep(key: string, value: number | string): void;
  /** Hands a text file to the program as its user would; gives the handle. */
  file(name: string, content: string): Promise<string>;
  /** Chooses an empty folder as its user would; gives the handle. */
  folder(): Promise<string>;
}

type Given<T> = T | ((world: World) => T | Promise<T>);

export interface Example {
  readonly name: OperationName;
  input(world: World): Promise<unknown>;
  /** Stores what later examples need. */
  keep(data: unknown, world: World): void;
  readonly refused: { input(world: World): Promise<unknown>; readonly code: string } | null;
}

interface More<N extends OperationName> {
  /** Key for `data.id`, or a function that keeps what it wants. */
  readonly keep?: string | ((data: OperationOutput<N>, world: World) => void);
  /** A code: the same call again is refused so. A pair: this input is refused so. */
  readonly refused?: string | readonly [input: object | ((world: World) => unknown), code: string];
}

const given = async <T>(value: Given<T>, world: World): Promise<T> =>
  typeof value === 'function' ? (value as (one: World) => T | Promise<T>)(world) : value;

/** A call that must succeed, with what is refused right after it. */
export const example = <N extends OperationName>(
  name: N,
  input: Given<OperationInput<N>>,
  { keep, refused }: More<N> = {},
): Example => {
  const again = typeof refused === 'string' ? ([input, refused] as const) : refused;
  return {
    name,
    input: (world) => given<unknown>(input, world),
    keep(data, world) {
      if (typeof keep === 'string') world.keep(keep, (data as { readonly id: number }).id);
      else keep?.(data as OperationOutput<N>, world);
    },
    refused: again ? { input: (world) => given<unknown>(again[0], world), code: again[1] } : null,
  };
};

/** A ticket or an id nobody has given out. */
export const nobody = 987_654;
export const noTicket = '00000000-0000-4000-8000-000000000000';
