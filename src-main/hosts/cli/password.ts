import { readFileSync } from 'node:fs';
import type { Office } from '../../app/office.ts';
import { callTyped } from '../../app/office.ts';
import { fileFailure } from '../../app/safe-write.ts';
import type { ErrorReply } from '../../contract/errors.ts';
import type { OptionValues } from './command.ts';

/** Never as an argument: other users of the computer see the arguments of a process. */
const variable = 'SCHOOL_OFFICE_PASSWORD';

/** The first line of the file, without the line's end; other spaces are a part of the password. */
const firstLineOf = (file: string): string => {
  try {
    const [first = ''] = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split(/\r?\n/u);
    return first;
  } catch (error) {
    throw fileFailure(error, file);
  }
};

export const givenPassword = (options: OptionValues): string | undefined => {
  const file = options['password-file'];
  return typeof file === 'string' ? firstLineOf(file) : process.env[variable];
};

/**
 * Opens a locked folder for one command, when a password was given.
 * @throws OfficeError `password-wrong`, `password-wait`, `file-missing`
 */
export const unlockByOptions = async (office: Office, options: OptionValues): Promise<void> => {
  const password = givenPassword(options);
  if (password === undefined || password === '') return;
  const { state } = await callTyped(office, 'lock.state', {});
  if (state === 'locked') await callTyped(office, 'lock.unlock', { password });
};

/** Says how a command line is given the password. */
export const explainLocked = (error: ErrorReply): ErrorReply =>
  error.code === 'locked'
    ? {
        ...error,
        message: `Папка данных закрыта паролем. Укажите файл с паролем (--password-file ФАЙЛ) или переменную ${variable}.`,
      }
    : error;
