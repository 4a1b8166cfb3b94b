import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { OfficeError } from '../contract/errors.ts';
import { keepSum } from './checksum.ts';
import { checkFile } from './health.ts';
import { readDatabase } from './reading.ts';
import { errorCode, patiently } from './sharing.ts';

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ENOSPC|EDQUOT|SQLITE_FULL)/u,
    'на диске нет места. Освободите место или укажите другую папку.',
  ],
  [
    /^(?:EBUSY|ETXTBSY|SQLITE_BUSY)/u,
    'файл держит другая программа (антивирус или облачная папка). Подождите и повторите.',
  ],
  [
    /^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/u,
    'папка для копии недоступна для записи. Проверьте права на неё.',
  ],
  [/^(?:ENOENT|ENOTDIR)/u, 'папки для копии нет. Проверьте, вставлен ли диск.'],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/u,
    'сама база повреждена. Восстановите её из прежней копии (папка backups).',
  ],
];

/** What stopped a backup, as the system told it. */
const backupFailure = (error: unknown): OfficeError => {
  const code = errorCode(error);
  const reason =
    reasons.find(([pattern]) => pattern.test(code))?.[1] ??
    'диск ответил ошибкой. Повторите или укажите другую папку.';
  return Object.assign(
    new OfficeError('backup-failed', `Не удалось сделать резервную копию базы: ${reason}`),
    { cause: error },
  );
};

const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const removeUnfinished = async (file: string): Promise<void> => {
  for (const name of [file, `${file}-journal`]) await patiently(() => rm(name, { force: true }));
};

/**
 * Copies a database, also a live one, into a new or empty file with `VACUUM INTO` (a plain copy of
 * a WAL database loses rows), checks the copy and syncs it. The copy is one file without a WAL.
 * @throws OfficeError `backup-failed`
 */
export const copyDatabase = async (source: string, target: string): Promise<void> => {
  try {
    readDatabase(source, (database) => database.prepare('VACUUM INTO ?').run(target));
    const problems = checkFile(target);
    if (problems.length > 0) throw new Error(problems.join('; '));
    await syncFile(target);
  } catch (error) {
    await removeUnfinished(target);
    throw backupFailure(error);
  }
};

const isTaken = (name: string): boolean => existsSync(name) || existsSync(`${name}.sha256`);

const numbered = (wished: string, n: number): string => {
  const extension = extname(wished);
  return n === 1 ? wished : `${wished.slice(0, -extension.length)}-${n}${extension}`;
};

/** The wished name, or the first of `…-2`, `…-3` that no copy bears. */
export const freeName = (wished: string): string => {
  let n = 1;
  while (isTaken(numbered(wished, n))) n += 1;
  return numbered(wished, n);
};

/** Takes a free name: an empty `.part` is made exclusively, so two backups never meet. */
const reserveName = (wished: string): string => {
  for (let n = 1; ; n += 1) {
    const name = numbered(wished, n);
    if (isTaken(name)) continue;
    try {
      closeSync(openSync(`${name}.part`, 'wx'));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw backupFailure(error);
    }
    if (!isTaken(name)) return name;
    // Another backup got the name between the two looks.
    rmSync(`${name}.part`, { force: true });
  }
};

/**
 * Makes a checked copy under the wished name, or under the next free one (`…-2.sqlite`), with its
 * SHA-256 beside it. Nothing bears the name before it is whole.
 * @returns the path of the copy
 * @throws OfficeError `backup-failed`
 */
export const backUp = async (source: string, wished: string): Promise<string> => {
  const copy = reserveName(wished);
  const unfinished = `${copy}.part`;
  await copyDatabase(source, unfinished);
  try {
    await keepSum(unfinished, copy);
    await patiently(() => rename(unfinished, copy));
    return copy;
  } catch (error) {
    await removeUnfinished(unfinished);
    await rm(`${copy}.sha256`, { force: true });
    throw backupFailure(error);
  }
};
