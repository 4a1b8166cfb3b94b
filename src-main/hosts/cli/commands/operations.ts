import { z } from 'zod';
import { OfficeError } from '../../../contract/errors.ts';
import type { Operation } from '../../../contract/operation.ts';
import { isOperationName, operations } from '../../../contract/operations.ts';
import type { Command } from '../command.ts';

const describe = (name: string, { kind, undoable, input, output }: Operation) => ({
  name,
  kind,
  undoable,
  input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
});

const lineOf = ({ name, kind }: { readonly name: string; readonly kind: string }): string =>
  `${name}  (${kind === 'command' ? 'изменение' : 'чтение'})`;

/** The table of operations with their JSON Schemas. */
export const operationsCommand: Command = {
  usage: 'operations [ОПЕРАЦИЯ]',
  about: 'список операций; с именем или с --json — вместе со схемами JSON',
  async run({ positionals: [wanted], output }) {
    if (wanted !== undefined && !isOperationName(wanted))
      throw new OfficeError('operation-unknown', `Операции «${wanted}» нет.`);
    const table = Object.entries<Operation>(operations)
      .filter(([name]) => wanted === undefined || name === wanted)
      .map(([name, operation]) => describe(name, operation));
    const [only] = table;
    if (wanted === undefined) output.answer(table, table.map(lineOf).join('\n'));
    else output.answer(only, JSON.stringify(only, null, 2));
  },
};
