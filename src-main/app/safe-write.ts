import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OfficeError } from '../contract/errors.ts';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Turns an operating system's error into a refusal that says what to do. */
export const fileFailure = (error: unknown, name: string): unknown => {
  const refuse = (code: string, message: string) =>
    Object.assign(new OfficeError(code, message), { cause: error });
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refuse(
        'disk-full',
        `Не удалось записать «${name}»: на диске нет места. Прежний файл цел.`,
      );
    case 'EROFS':
    case 'EACCES':
      return refuse(
        'folder-read-only',
        `Не удалось записать «${name}»: папка закрыта для записи. Выберите другую папку.`,
      );
    case 'EBUSY':
    case 'EPERM':
    case 'ETXTBSY':
      return refuse(
        'file-in-use',
        `Файл «${name}» открыт в другой программе. Закройте его и повторите. Прежний файл цел.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse(
        'file-missing',
        `«${name}» не найден. Проверьте, не перенесён ли он и вставлен ли диск.`,
      );
    default:
      return error;
  }
};

/** Disks without rights (FAT, network shares) refuse to set them; there is nothing to lose then. */
const setMode = async (path: string, mode: number): Promise<void> => {
  try {
    await chmod(path, mode);
  } catch (error) {
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|EINVAL|ENOSYS|EACCES)$/u.test(codeOf(error))) throw error;
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
  const first = await mkdir(folder, { recursive: true });
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
    if (codeOf(error) === 'ENOENT') return false;
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

const prepare = async (folder: string, file: NamedBytes): Promise<Replacement> => {
  const target = join(folder, file.name);
  const mark = `.${randomUUID().slice(0, 8)}`;
  const fresh = `${target}${mark}.part`;
  const old = `${target}${mark}.old`;
  try {
    await writeSynced(fresh, file.bytes);
    return { target, fresh, kept: await keepOld(target, old) };
  } catch (error) {
    await rm(fresh, { force: true });
    await rm(old, { force: true });
    throw error;
  }
};

const undo = async ({ target, kept }: Replacement): Promise<void> => {
  await (kept ? rename(kept, target) : rm(target, { force: true }));
};

/** New names survive a power cut only when their folder is synced, too; Windows has no such call. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } catch (error) {
    // Some network shares cannot sync a folder.
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error;
  } finally {
    await opened.close();
  }
};

/**
 * Writes files beside their targets first, then renames; a failure at any point leaves every
 * old file as it was. `once`: what is done when the files are on the disk, and is a failure of the
 * writing when it fails.
 * @throws OfficeError `disk-full`, `folder-read-only`, `file-in-use`, `file-missing`
 */
export const writeAllOrNone = async (
  folder: string,
  files: readonly NamedBytes[],
  once: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const prepared: Replacement[] = [];
  const replaced: Replacement[] = [];
  let current = '';
  try {
    for (const file of files) {
      current = file.name;
      prepared.push(await prepare(folder, file));
    }
    for (const item of prepared) {
      current = item.target.slice(folder.length + 1);
      await rename(item.fresh, item.target);
      replaced.push(item);
    }
    await syncFolder(folder);
    await once();
  } catch (error) {
    for (const item of replaced) await undo(item);
    throw fileFailure(error, current);
  } finally {
    for (const { fresh, kept } of prepared) {
      await rm(fresh, { force: true });
      if (kept) await rm(kept, { force: true });
    }
  }
};

/** Writes one file to an exact path, atomically. */
export const writeOne = async (folder: string, name: string, bytes: Uint8Array): Promise<void> =>
  writeAllOrNone(folder, [{ name, bytes }]);
