import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { OfficeError } from '../contract/errors.ts';
import { patiently } from '../database/sharing.ts';
import type { Files, InputFile } from '../ports/files.ts';
import { createLentFiles } from './lent-files.ts';
import { fileFailure, writeAllOrNone } from './safe-write.ts';
import { createSecretFiles } from './secret-files.ts';

/** The biggest file an import takes: 50 MB. */
const maxFileBytes = 50 * 1024 * 1024;

/** Files by ticket, and the outbox of produced files inside the data folder. */
export interface FileStore extends Files {
  /** Registers a path the user chose and returns its ticket. */
  register(path: string, name?: string): string;
  /** Keeps a file the screens sent and returns its ticket. @throws OfficeError `uploads-too-big` */
  lend(name: string, bytes: Uint8Array): string;
  /** @throws OfficeError `file-handle-unknown` */
  pathOf(ticket: string): { readonly path: string; readonly name: string };
  /**
   * A file the program produced. Files the user only lent are not given out, whatever their ticket.
   * @throws OfficeError `file-handle-unknown`, `file-missing`
   */
  readProduced(ticket: string): Promise<InputFile>;
  /** Zeroes the files that were never to lie on the disk: produced secrets, sent files. */
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
    return { name, bytes: await patiently(() => readFile(path)) };
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

/** Paths by ticket. */
const createPaths = () => {
  const paths = new Map<string, NamedPath>();
  return {
    get: (ticket: string) => paths.get(ticket),
    register(path: string, name = basename(path), ticket: string = randomUUID()): string {
      paths.set(ticket, { path, name });
      return ticket;
    },
    pathOf(ticket: string): NamedPath {
      const found = paths.get(ticket);
      if (found) return found;
      throw new OfficeError(
        'file-handle-unknown',
        'Файл больше не доступен. Выберите его ещё раз.',
      );
    },
  };
};

/** Retried while an antivirus or a sync client holds a file of it. */
const removeWhole = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 6, retryDelay: 100 });
  } catch (error) {
    throw fileFailure(error, folder);
  }
};

export const createFileStore = (dataFolder: string): FileStore => {
  const outbox = join(dataFolder, 'outbox');
  const paths = createPaths();
  const { pathOf } = paths;
  const secrets = createSecretFiles();
  const lent = createLentFiles();
  const forgetSecrets = (): void => {
    secrets.forget();
    lent.forget();
  };
  const clear = (): void => {
    forgetSecrets();
    removeWhole(outbox);
    // Until 0.2.0 sent files lay there, and a killed program left them.
    removeWhole(join(dataFolder, 'uploads'));
  };
  clear();

  return {
    register: (path, name) => paths.register(path, name),
    pathOf,
    clear,
    lend(name, bytes) {
      const ticket = randomUUID();
      lent.put(ticket, { name, bytes });
      return ticket;
    },
    read: async (ticket) => lent.read(ticket) ?? readLent(pathOf(ticket)),
    forget: lent.drop,
    forgetSecrets,
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
      paths.register(path, clean, handle);
      return { handle, name: clean, size: bytes.byteLength };
    },
    async writeInto(folder, files) {
      const { path } = pathOf(folder);
      const named = files.map(({ name, bytes }) => ({ name: safeName(name), bytes }));
      await writeAllOrNone(path, named);
    },
  };
};
