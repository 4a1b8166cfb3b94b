import { join } from 'node:path';
import log from 'electron-log/node';
import type { Logger } from '../ports/logger.ts';

/** Size at which the file is put aside as `office.old.log`: 5 MB. */
export const maxLogBytes = 5 * 1024 * 1024;

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly text: string;
}

/** A frame without folders: `at save (repository.ts:12:5)`; folders may hold a person's name. */
const bareFrame = (line: string): string => line.trim().replaceAll(/[^\s(]*[\\/]/gu, '');

const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/u.test(line))
    .slice(0, 20)
    .map(bareFrame);

/**
 * What of an error may be written down: its class, its code and the places in the code. The
 * message is left out on purpose: SQLite, zod and the file system quote rows and file names in it.
 */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const cause = error.cause === undefined ? [] : [`cause: ${describeError(error.cause)}`];
  return [`${error.name}${code}`, ...framesOf(error), ...cause].join('\n  ');
};

const withData = (message: string, data: object = {}): string =>
  [message, ...Object.entries(data).map(([key, value]) => `${key}=${String(value)}`)].join(' ');

/** A logger over any sink: a file in a host, a message port in the core's thread. */
export const createLogger = (write: (entry: LogEntry) => void): Logger => ({
  info: (message, data) => write({ level: 'info', text: withData(message, data) }),
  warn: (message, data) => write({ level: 'warn', text: withData(message, data) }),
  error: (message, error) => write({ level: 'error', text: `${message}: ${describeError(error)}` }),
});

/**
 * The program's log: `logs/office.log` in the data folder, put aside at 5 MB, never on the
 * console. One process writes it; the core's thread sends its entries here.
 */
export const openLogFile = (dataFolder: string): ((entry: LogEntry) => void) => {
  const file = log.create({ logId: dataFolder });
  // Otherwise it looks for a package.json around the working folder and, without one, fails.
  file.transports.file.setAppName('school-office');
  file.transports.console.level = false;
  file.transports.file.level = 'info';
  file.transports.file.maxSize = maxLogBytes;
  file.transports.file.format = '{iso} [{level}] {text}';
  file.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'office.log');
  return ({ level, text }) => file[level](text);
};
