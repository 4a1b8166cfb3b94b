import type { ParseArgsConfig } from 'node:util';
import type { Office } from '../../app/office.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Output } from './output.ts';

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandContext {
  readonly positionals: readonly string[];
  readonly options: OptionValues;
  /** The data folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly output: Output;
  /** Opens the office for the work and closes it after, whatever happens. */
  withOffice<T>(work: (office: Office) => Promise<T>): Promise<T>;
  readStdin(): Promise<string>;
}

export interface Command {
  /** Arguments as the help shows them. */
  readonly usage: string;
  readonly about: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  run(context: CommandContext): Promise<void>;
}

/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const textOption = (options: OptionValues, name: string): string => {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`Укажите --${name}.`);
};
