import { rmSync } from 'node:fs';
import type { CallOptions, Office } from '../../src-main/app/office.ts';
import { callTyped, openOffice } from '../../src-main/app/office.ts';
import type { ErrorReply } from '../../src-main/contract/errors.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import type { Logger } from '../../src-main/ports/logger.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { asJustRead } from './read-version.ts';
import { emptyOffice } from './empty-office.ts';
import { createTestClock, type TestClock } from './clock.ts';

export interface TestOffice {
  readonly office: Office;
  readonly folder: string;
  readonly clock: TestClock;
  /** Bugs the core logged; a test that expects none may assert it is empty. */
  readonly bugs: readonly unknown[];
  /** Data of the operation; throws the coded error otherwise. Has just read what it overwrites. */
  call<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    options?: CallOptions,
  ): Promise<OperationOutput<N>>;
  /** The refusal of the operation; throws when it succeeds. */
  refusal(name: OperationName, input: unknown): Promise<ErrorReply>;
  /** Audit row of the last command, for `audit.undo`. */
  command<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
  ): Promise<{ readonly data: OperationOutput<N>; readonly auditId: number }>;
  /** Closes and opens the same folder again. */
  close(): Promise<void>;
}

/** A real office on a real temporary folder; only the clock and the log are set by hand. */
export const openTestOffice = async (
  options: {
    readonly today?: string;
    readonly folder?: string;
    /** What a password costs; by default as little as may be. */
    readonly passwordCost?: number;
  } = {},
): Promise<TestOffice> => {
  const folder = options.folder ?? (await emptyOffice());
  const clock = createTestClock(options.today);
  const bugs: unknown[] = [];
  const log: Logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (_message, error) => void bugs.push(error),
  };
  const tables = { read: (bytes: Uint8Array) => readWorkbook(bytes) };
  const program = 'тест';
  const { passwordCost = 10 } = options;
  const actor = 'секретарь';
  const office = await openOffice({ folder, program, actor, clock, log, tables, passwordCost });
  const read = (name: string, input: unknown) =>
    asJustRead((one, asked) => office.call(one, asked), name, input);
  return {
    office,
    folder,
    clock,
    bugs,
    async call(name, input, callOptions) {
      try {
        return await callTyped(office, name, (await read(name, input)) as never, callOptions);
      } catch (error) {
        throw bugs.length > 0 ? bugs.at(-1) : error;
      }
    },
    async refusal(name, input) {
      const reply = await office.call(name, await read(name, input));
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error;
    },
    async command(name, input) {
      const reply = await office.call(name, await read(name, input));
      if (!reply.ok) throw bugs.at(-1) ?? new Error(`${reply.error.code}: ${reply.error.message}`);
      if (reply.auditId === null) throw new Error(`${name} left no audit row`);
      return { data: reply.data as never, auditId: reply.auditId };
    },
    async close() {
      await office.close();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
};
