import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { OfficeError } from '../contract/errors.ts';
import type { Files, InputFile } from '../ports/files.ts';
import { fileFailure, writeAllOrNone } from './safe-write.ts';
import { createSecretFiles } from './secret-files.ts';

/** The biggest file an import takes: 50 MB. */
const maxFileBytes = 50 * 1024 * 1024;

/** Files by ticket, and the outbox of produced files inside the data folder. */
export interface FileStore extends Files {
  /** Registers a path the user chose and returns its ticket. */
  register(path: string, name?: string): string;
  /** @throws OfficeError `file-handle-unknown` */
  pathOf(ticket: string): { readonly path: string; readonly name: string };
  /**
   * A file the program produced. Files the user only lent are not given out, whatever their ticket.
   * @throws OfficeError `file-handle-unknown`, `file-missing`
   */
  readProduced(ticket: string): Promise<InputFile>;
  /** Zeroes the files that were never to lie on the disk. */
  forgetSecrets(): void;
  clear(): void;
}

const unknownProduced = (): OfficeError =>
  new OfficeError('file-handle-unknown', 'Файл больше не доступен. Сформируйте его ещё раз.');

/** Characters Windows forbids in file names, and control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;

const safeName = (name: string): string => name.replaceAll(forbidden, '_').slice(0, 180);

interface NamedPath {
  readonly path: string;
  readonly name: string;
}

const readWhole = async ({ path, name }: NamedPath): Promise<InputFile> => {
  try {
    return { name, bytes: await readFile(path) };
  } catch (error) {
    throw fileFailure(error, name);
  }
};

const sizeOf = async ({ path, name }: NamedPath): Promise<number> => {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw fileFailure(error, name);
  }
};

/** A file the user gave, unless it is too big. */
const readLent = async (file: NamedPath): Promise<InputFile> => {
  if ((await sizeOf(file)) > maxFileBytes)
    throw new OfficeError(
      'file-too-big',
      `Файл «${file.name}» больше 50 МБ. Разделите его на части.`,
    );
  return readWhole(file);
};

export const createFileStore = (dataFolder: string): FileStore => {
  const outbox = join(dataFolder, 'outbox');
  const paths = new Map<string, NamedPath>();
  const secrets = createSecretFiles();
  const clear = (): void => {
    secrets.forget();
    rmSync(outbox, { recursive: true, force: true });
  };
  clear();

  const register = (path: string, name = basename(path)): string => {
    const ticket = randomUUID();
    paths.set(ticket, { path, name });
    return ticket;
  };
  const pathOf = (ticket: string) => {
    const found = paths.get(ticket);
    if (found) return found;
    throw new OfficeError('file-handle-unknown', 'Файл больше не доступен. Выберите его ещё раз.');
  };

  return {
    register,
    pathOf,
    clear,
    read: (ticket) => readLent(pathOf(ticket)),
    forgetSecrets: secrets.forget,
    async readProduced(ticket) {
      const secret = secrets.get(ticket);
      // A copy: the file may be forgotten while it is still being sent.
      if (secret) return { name: secret.name, bytes: Uint8Array.from(secret.bytes) };
      const found = paths.get(ticket);
      if (!found?.path.startsWith(outbox + sep)) throw unknownProduced();
      return readWhole(found);
    },
    async create(name, bytes, { secret = false } = {}) {
      const handle = randomUUID();
      const folder = join(outbox, handle);
      const clean = safeName(name);
      if (secret) {
        secrets.put(handle, { name: clean, bytes });
        return { handle, name: clean, size: bytes.byteLength };
      }
      const path = join(folder, clean);
      try {
        mkdirSync(folder, { recursive: true });
        await writeFile(path, bytes);
      } catch (error) {
        throw fileFailure(error, clean);
      }
      paths.set(handle, { path, name: clean });
      return { handle, name: clean, size: bytes.byteLength };
    },
    async writeInto(folder, files) {
      const { path } = pathOf(folder);
      const named = files.map(({ name, bytes }) => ({ name: safeName(name), bytes }));
      await writeAllOrNone(path, named);
    },
  };
};
