import { basename } from 'node:path';
import type { Office } from '../../app/office.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { PickedFile } from '../../contract/host.ts';

/** The biggest file an import takes: 50 MB. */
export const maxUploadBytes = 50 * 1024 * 1024;

/**
 * Takes a file the screens sent and gives its ticket; it never touches the disk.
 * @param encodedName the name, percent-encoded
 * @throws OfficeError `file-too-big`, `uploads-too-big`, `file-name-invalid`, `locked`
 */
export type TakeUpload = (
  encodedName: string | null,
  body: AsyncIterable<Uint8Array>,
) => Promise<PickedFile>;

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

const readBounded = async (
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxUploadBytes)
      throw new OfficeError('file-too-big', `Файл «${name}» больше 50 МБ. Разделите его на части.`);
    chunks.push(chunk);
  }
  // Memory of its own: it moves to the core's thread as a whole.
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
    chunk.fill(0);
  }
  return bytes;
};

export const createUploads =
  (office: Office): TakeUpload =>
  async (encodedName, body) => {
    const name = plainName(encodedName);
    const bytes = await readBounded(name, body);
    const size = bytes.byteLength;
    return { handle: await office.lend(name, bytes), name, size };
  };
