import { parseArgs } from 'node:util';
import { replyOf } from '../../app/failures.ts';
import { openOffice } from '../../app/office.ts';
import type { Office } from '../../app/office.ts';
import { createTableReader } from '../../app/table-reader.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import { actorName, dataFolder } from '../shared/data-folder.ts';
import { openLog } from '../shared/launch.ts';
import { isOpenToOthers, openToOthersText } from '../shared/private-files.ts';
import type { Command, CommandContext, OptionValues } from './command.ts';
import { UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { fullHelp, helpOf } from './help.ts';
import { createOutput } from './output.ts';
import { explainLocked, unlockByOptions } from './password.ts';

export interface Streams {
  out(text: string): void;
  err(text: string): void;
  readStdin(): Promise<string>;
}

const commonOptions = {
  data: { type: 'string' },
  'password-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const readOptions = (command: Command, args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, ...commonOptions },
      allowPositionals: true,
    });
    return { options: values as OptionValues, positionals };
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const named = /'(?<name>-[^']*)'/u.exec(text)?.groups?.['name'] ?? '';
    throw new UsageError(`Параметр ${named} не распознан или без значения.`);
  }
};

/** An empty `--data` is a wrong word of the command line. */
const namedFolder = ({ data }: OptionValues): string => {
  try {
    return dataFolder(typeof data === 'string' ? data : undefined);
  } catch (error) {
    if (error instanceof OfficeError) throw new UsageError(error.message);
    throw error;
  }
};

const openHere = async (
  folder: string,
  clock: Clock,
  warn: (text: string) => void,
): Promise<Office> => {
  const { log } = openLog(folder);
  const office = await openOffice({
    folder,
    program: 'Школьная канцелярия (командная строка)',
    actor: actorName(),
    clock,
    log,
    tables: createTableReader(),
  });
  if (isOpenToOthers(folder)) {
    log.warn('folder-open-to-others');
    warn(openToOthersText(folder));
  }
  return office;
};

/** A refusal of a wrong `--data` must not make that folder just to keep a log in it. */
const logWhenNeeded = (folder: string): Logger => ({
  info: (...entry) => openLog(folder).log.info(...entry),
  warn: (...entry) => openLog(folder).log.warn(...entry),
  error: (...entry) => openLog(folder).log.error(...entry),
});

/** `--data DIR` and `--json` may also stand before the command. */
const commandFirst = (args: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = args;
  if (first === '--json' || first.startsWith('--data=')) return [...commandFirst(rest), first];
  if (first !== '--data') return args;
  const [folder = '', ...others] = rest;
  return [...commandFirst(others), first, folder];
};

const execute = async (command: Command, context: CommandContext): Promise<number> => {
  try {
    await command.run(context);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    context.output.refuse(explainLocked(replyOf(error, 'cli', logWhenNeeded(context.folder))));
    return 1;
  }
};

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 refused, 2 usage
 */
export const runCommandLine = async (
  words: readonly string[],
  streams: Streams,
  clock: Clock,
): Promise<number> => {
  const [name, ...args] = commandFirst(words);
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? streams.err : streams.out)(`${fullHelp()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError(`Команды «${name}» нет.`);
    const { options, positionals } = readOptions(command, args);
    if (options['help'] === true) {
      streams.out(`${helpOf(command)}\n`);
      return 0;
    }
    const folder = namedFolder(options);
    const output = createOutput(options['json'] === true, streams.out, streams.err);
    const withOffice: CommandContext['withOffice'] = async (work) => {
      const office = await openHere(folder, clock, output.note);
      try {
        await unlockByOptions(office, options);
        return await work(office);
      } finally {
        await office.close();
      }
    };
    const { readStdin } = streams;
    return await execute(command, {
      positionals,
      options,
      folder,
      clock,
      output,
      withOffice,
      readStdin,
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(`${error.message}\n\n${command ? helpOf(command) : fullHelp()}\n`);
    return 2;
  }
};
