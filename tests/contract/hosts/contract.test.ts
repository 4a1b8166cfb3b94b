import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestOffice } from '../../support/office.ts';
import type { Host } from './every-host.ts';
import { contractSuite, examples, operationNames } from './every-host.ts';

const openInProcess = async (): Promise<Host> => {
  const { office, folder, close } = await openTestOffice({
    today: new Date().toISOString().slice(0, 10),
  });
  let given = 0;
  const next = (name: string): string => {
    given += 1;
    return join(folder, `${given}-${name}`);
  };
  return {
    call: (name, input) => office.call(name, input),
    file: (name, content) => {
      const path = next(name);
      writeFileSync(path, content);
      return office.register(path);
    },
    folder: () => {
      const path = next('папка');
      mkdirSync(path);
      return office.register(path);
    },
    close,
  };
};

contractSuite('in the process', openInProcess);

test('the examples show every operation of the contract', () => {
  const shown = new Set(examples.map(({ name }) => name));
  expect(operationNames.filter((name) => !shown.has(name))).toEqual([]);
});
