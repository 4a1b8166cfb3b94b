import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import { isOperationName, operations } from '../../../src-main/contract/operations.ts';
import { asJustRead } from '../../support/read-version.ts';
import type { Example, World } from './example.ts';
import { commonExamples } from './examples/common.ts';
import { controlExamples } from './examples/control.ts';
import { credentialExamples } from './examples/credentials.ts';
import { journalExamples } from './examples/journal.ts';
import { marksExamples } from './examples/marks.ts';
import { passportExamples } from './examples/passports.ts';
import { importExamples } from './examples/people-import.ts';
import { peopleExamples } from './examples/people.ts';
import { registerExamples } from './examples/registers.ts';
import { settingsExamples } from './examples/settings.ts';
import { sheetExamples } from './examples/sheets.ts';
import { statementExamples } from './examples/statements.ts';
import { lockExamples } from './examples/lock.ts';

/** The contract as every host must carry it (design: «the same contract suite runs on each»). */

export const examples: readonly Example[] = [
  ...lockExamples,
  ...settingsExamples,
  ...peopleExamples,
  ...importExamples,
  ...registerExamples,
  ...credentialExamples,
  ...statementExamples,
  ...passportExamples,
  ...marksExamples,
  ...controlExamples,
  ...sheetExamples,
  ...journalExamples,
  ...commonExamples,
];

export const operationNames = Object.keys(operations).filter(isOperationName);

export interface Host {
  call(name: string, input: unknown): Promise<Reply>;
  /** Handle of a file given to the program. */
  file(name: string, content: string): Promise<string>;
  /** Handle of a new empty folder. */
  folder(): Promise<string>;
  close(): Promise<void>;
}

const worldOf = (host: Host): World => {
  const kept = new Map<string, number | string>();
  const known = <T>(key: string, type: string): T => {
    const value = kept.get(key);
    if (typeof value !== type) throw new Error(`no example has kept «${key}»`);
    return value as T;
  };
  return {
    id: (key) => known<number>(key, 'number'),
    text: (key) => known<string>(key, 'string'),
    keep: (key, value) => void kept.set(key, value),
    file: (name, content) => host.file(name, content),
    folder: () => host.folder(),
  };
};

const russian = /[А-Яа-яё]/u;

const refusalOf = (reply: Reply, name: string) => {
  if (reply.ok) throw new Error(`${name} was not refused`);
  expect(Object.keys(reply.error).toSorted()).toEqual(['code', 'fields', 'message']);
  expect(reply.error.message).toMatch(russian);
  return reply.error;
};

/** Data that answers to the contract word for word, an audit row for commands only. */
const checkReply = (name: OperationName, reply: Reply): unknown => {
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
  const { kind, output, undoable } = operations[name];
  expect(output.parse(reply.data)).toEqual(reply.data);
  expect(reply.auditId === null).toBe(kind === 'query');
  expect(reply.undoable).toBe(undoable);
  expect(reply.version).toEqual(expect.any(Number));
  return reply.data;
};

/** The whole suite on one office of one host: examples in their order, then strictness. */
export const contractSuite = (title: string, open: () => Promise<Host>): void => {
  describe(title, () => {
    let host: Host;
    let world: World;
    beforeAll(async () => {
      host = await open();
      world = worldOf(host);
    }, 60_000);
    afterAll(() => host.close(), 30_000);

    test.each(examples)('$name', async ({ name, input, keep, refused }) => {
      const call = async (given: unknown) =>
        host.call(name, await asJustRead((one, asked) => host.call(one, asked), name, given));
      keep(checkReply(name, await call(await input(world))), world);
      if (!refused) return;
      const reply = await call(await refused.input(world));
      expect(refusalOf(reply, name).code).toBe(refused.code);
    });

    test('no operation takes a key it does not know', async () => {
      for (const name of operationNames) {
        const error = refusalOf(await host.call(name, { unknownKey: 1 }), name);
        expect([name, error.code]).toEqual([name, 'invalid-input']);
        expect(error.fields.length).toBeGreaterThan(0);
      }
    });

    test('what is no operation is refused', async () => {
      for (const name of ['people.fly', 'constructor', ''])
        expect(['operation-unknown', 'invalid-input']).toContain(
          refusalOf(await host.call(name, {}), name).code,
        );
    });
  });
};
