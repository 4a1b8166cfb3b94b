import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Office } from '../../app/office.ts';
import { fileFailure } from '../../app/safe-write.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { PickedFile } from '../../contract/host.ts';

/** The biggest file an import takes: 50 MB. */
export const maxUploadBytes = 50 * 1024 * 1024;

export interface Uploads {
  /**
   * Keeps a file the browser sent, until the program ends, and gives its ticket.
   * @param encodedName the name, percent-encoded
   * @throws OfficeError `file-too-big`, `file-name-invalid`, `disk-full`
   */
  take(encodedName: string | null, body: AsyncIterable<Uint8Array>): Promise<PickedFile>;
  /** Removes what was uploaded: pupils' data must not outlive the session. */
  clear(): void;
}

const plainName = (encoded: string | null): string => {
  try {
    const name = basename(decodeURIComponent(encoded ?? '').replaceAll('\\', '/'));
    if (name !== '' && name !== '.' && name !== '..' && !/\p{Cc}/u.test(name) && name.length < 250)
      return name;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new OfficeError(
    'file-name-invalid',
    'Имя файла не читается. Переименуйте файл и выберите его ещё раз.',
  );
};

const writeBounded = async (
  path: string,
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxUploadBytes)
        throw new OfficeError(
          'file-too-big',
          `Файл «${name}» больше 50 МБ. Разделите его на части.`,
        );
      await file.writeFile(chunk);
    }
    return size;
  } finally {
    await file.close();
  }
};

/** Files sent by the screens, kept in `uploads` of the data folder for this session only. */
export const createUploads = (office: Office, dataFolder: string): Uploads => {
  const folder = join(dataFolder, 'uploads');
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  clear();
  return {
    clear,
    async take(encodedName, body) {
      const name = plainName(encodedName);
      const path = join(folder, randomUUID());
      try {
        await mkdir(folder, { recursive: true });
        const size = await writeBounded(path, name, body);
        return { handle: await office.register(path, name), name, size };
      } catch (error) {
        await rm(path, { force: true });
        throw fileFailure(error, name);
      }
    },
  };
};
