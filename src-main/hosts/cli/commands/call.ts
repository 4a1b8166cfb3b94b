import { OfficeError } from '../../../contract/errors.ts';
import type { Reply } from '../../../contract/operation.ts';
import type { Command, CommandContext } from '../command.ts';
import { textOption, UsageError } from '../command.ts';
import { registerPaths, saveProduced } from '../files.ts';

const readInput = async (text: string, { readStdin }: CommandContext): Promise<unknown> => {
  const json = text === '-' ? await readStdin() : text;
  try {
    return JSON.parse(json);
  } catch {
    throw new OfficeError(
      'input-not-json',
      'Входные данные — не JSON. Проверьте кавычки и скобки.',
    );
  }
};

const dataOf = (reply: Reply): Extract<Reply, { ok: true }> => {
  if (reply.ok) return reply;
  const { code, message, fields } = reply.error;
  throw new OfficeError(code, message, fields);
};

/**
 * Any operation of the contract. With `--json` the answer of a query carries `version`, which a
 * command that overwrites takes back.
 */
export const callCommand: Command = {
  usage: 'call ОПЕРАЦИЯ [JSON|-] [--out ПАПКА]',
  about:
    'любая операция; «-» — JSON со стандартного ввода; "@путь" — файл или папка; version из ответа (--json) передайте команде, которая меняет прочитанное',
  options: { out: { type: 'string' } },
  async run(context) {
    const [name, text = '{}', extra] = context.positionals;
    if (name === undefined || extra !== undefined) throw new UsageError('Укажите одну операцию.');
    const { options } = context;
    const out = options['out'] === undefined ? undefined : textOption(options, 'out');
    const typed = await readInput(text, context);
    await context.withOffice(async (office) => {
      const input = await registerPaths(office, typed);
      const { data, auditId, undoable, version } = dataOf(await office.call(name, input));
      const files = out === undefined ? {} : { files: await saveProduced(office, data, out) };
      const answer = { data, auditId, undoable, version, ...files };
      context.output.answer(answer, JSON.stringify(data, null, 2));
      for (const path of files.files ?? []) context.output.note(`Записан файл ${path}`);
    });
  },
};
