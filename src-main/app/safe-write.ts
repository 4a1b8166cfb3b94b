import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OfficeError } from '../contract/errors.ts';
import { makeFolder as makeOwnFolder } from '../database/folders.ts';
import { errorCode, patiently } from '../database/sharing.ts';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Told {
  readonly code: string;
  /** What happened to the file or folder of this name and what to do. */
  readonly text: (name: string) => string;
}

const diskFull: Told = {
  code: 'disk-full',
  text: (name) => `Не удалось записать «${name}»: на диске нет места. Прежний файл цел.`,
};
const readOnly: Told = {
  code: 'folder-read-only',
  text: (name) => `Не удалось записать «${name}»: папка закрыта для записи. Выберите другую папку.`,
};
const inUse: Told = {
  code: 'file-in-use',
  text: (name) =>
    `Файл «${name}» держит другая программа: он открыт в Word или Excel, его проверяет антивирус или отправляет облачная папка. Закройте её и повторите. Прежний файл цел.`,
};
const isFile: Told = {
  code: 'folder-is-file',
  text: (name) => `«${name}»: в этом пути на месте папки стоит файл. Укажите папку.`,
};

const told = new Map<string, Told>([
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['EROFS', readOnly],
  ['EACCES', readOnly],
  ['EBUSY', inUse],
  ['EPERM', inUse],
  ['ETXTBSY', inUse],
  ['EEXIST', isFile],
  ['ENOTDIR', isFile],
  [
    'ENOENT',
    {
      code: 'file-missing',
      text: (name) => `«${name}» не найден. Проверьте, не перенесён ли он и вставлен ли диск.`,
    },
  ],
  ['EISDIR', { code: 'file-is-folder', text: (name) => `«${name}» — это папка. Укажите файл.` }],
  [
    'ENAMETOOLONG',
    {
      code: 'path-too-long',
      text: (name) =>
        `Путь «${name.slice(0, 60)}…» слишком длинный. Выберите папку с коротким путём.`,
    },
  ],
  [
    'EIO',
    {
      code: 'disk-error',
      text: (name) =>
        `«${name}»: диск или сетевая папка ответили ошибкой. Проверьте, подключён ли диск, и повторите.`,
    },
  ],
]);

/** Turns an operating system's error into a refusal that says what to do. */
export const fileFailure = (error: unknown, name: string): unknown => {
  const found = told.get(errorCode(error));
  if (!found) return error;
  return Object.assign(new OfficeError(found.code, found.text(name)), { cause: error });
};

/** On Windows a closed folder refuses a new file in the words of a file that is held. */
const createFailure = (error: unknown, name: string): unknown =>
  errorCode(error) === 'EPERM'
    ? Object.assign(new OfficeError(readOnly.code, readOnly.text(name)), { cause: error })
    : error;

/**
 * Makes a folder the user named, and those above it.
 * @throws OfficeError as `fileFailure`
 */
export const makeNamedFolder = (folder: string): void => {
  try {
    makeOwnFolder(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
};

/** Disks without rights (FAT, network shares) refuse to set them; there is nothing to lose then. */
const setMode = async (path: string, mode: number): Promise<void> => {
  try {
    await chmod(path, mode);
  } catch (error) {
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|EINVAL|ENOSYS|EACCES)$/u.test(errorCode(error))) throw error;
  }
};

/**
 * What the user puts into a folder of their own is for those who may read that folder, though the
 * process keeps its other files private.
 */
const shareLike = async (folder: string, path: string, most: number): Promise<void> => {
  const own = most & 0o700;
  await setMode(path, own | ((await stat(folder)).mode & most));
};

/** Makes a folder for the user's files, with those above it. @throws the system's error */
export const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    // Told as «no such folder» on a closed disk: the plain call says the true reason.
    if (errorCode(error) === 'ENOENT') makeOwnFolder(folder);
    throw error;
  });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made))
    await shareLike(dirname(first), made, 0o755);
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await shareLike(dirname(path), path, 0o644);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
};

interface Replacement {
  readonly target: string;
  readonly fresh: string;
  readonly kept: string | null;
}

const keepOld = async (target: string, kept: string): Promise<string | null> => {
  if (!(await exists(target))) return null;
  await copyFile(target, kept);
  return kept;
};

const remove = (path: string): Promise<void> => patiently(() => rm(path, { force: true }));

/** What killed runs left beside the files that are written now: nobody else would clear it away. */
const removeLeft = async (folder: string, files: readonly NamedBytes[]): Promise<void> => {
  const names = new Set(files.map(({ name }) => name));
  for (const left of await readdir(folder)) {
    const target = /^(?<target>.+)\.[\da-f]{8}\.(?:part|old)$/u.exec(left)?.groups?.['target'];
    if (target !== undefined && names.has(target)) await remove(join(folder, left));
  }
};

const prepare = async (folder: string, file: NamedBytes): Promise<Replacement> => {
  const target = join(folder, file.name);
  const mark = `.${randomUUID().slice(0, 8)}`;
  const fresh = `${target}${mark}.part`;
  const old = `${target}${mark}.old`;
  try {
    await writeSynced(fresh, file.bytes);
    return { target, fresh, kept: await keepOld(target, old) };
  } catch (error) {
    await remove(fresh);
    await remove(old);
    throw createFailure(error, file.name);
  }
};

const undo = async ({ target, kept }: Replacement): Promise<void> => {
  await (kept ? patiently(() => rename(kept, target)) : remove(target));
};

/** New names survive a power cut only when their folder is synced, too; Windows has no such call. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } catch (error) {
    // Some network shares cannot sync a folder.
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error;
  } finally {
    await opened.close();
  }
};

/**
 * Writes files beside their targets first, then renames; a failure at any point leaves every
 * old file as it was. `once`: what is done when the files are on the disk, and is a failure of the
 * writing when it fails.
 * @throws OfficeError `disk-full`, `folder-read-only`, `file-in-use`, `file-missing` and the rest
 *   of `fileFailure`
 */
export const writeAllOrNone = async (
  folder: string,
  files: readonly NamedBytes[],
  once: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const prepared: Replacement[] = [];
  const replaced: Replacement[] = [];
  let current = files[0]?.name ?? '';
  try {
    await removeLeft(folder, files);
    for (const file of files) {
      current = file.name;
      prepared.push(await prepare(folder, file));
    }
    for (const item of prepared) {
      current = item.target.slice(folder.length + 1);
      await patiently(() => rename(item.fresh, item.target));
      replaced.push(item);
    }
    await syncFolder(folder);
    await once();
  } catch (error) {
    for (const item of replaced) await undo(item);
    throw fileFailure(error, current);
  } finally {
    for (const { fresh, kept } of prepared) {
      await remove(fresh);
      if (kept) await remove(kept);
    }
  }
};

/** Writes one file to an exact path, atomically. */
export const writeOne = async (folder: string, name: string, bytes: Uint8Array): Promise<void> =>
  writeAllOrNone(folder, [{ name, bytes }]);
