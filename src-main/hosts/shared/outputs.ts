import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Office } from '../../app/office.ts';
import { fileFailure } from '../../app/safe-write.ts';
import { handle } from '../../contract/fields.ts';
import { OfficeError } from '../../contract/errors.ts';

export interface ProducedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};

const unknown = (): OfficeError =>
  new OfficeError('file-handle-unknown', 'Файл больше не доступен. Сформируйте его ещё раз.');

/**
 * A file the program produced in this session. Files the user only lent (imports, folders) are
 * not given out, whatever their ticket.
 * @throws OfficeError `file-handle-unknown`, `file-missing`
 */
export const readProduced = async (
  office: Office,
  dataFolder: string,
  ticket: string,
): Promise<ProducedFile> => {
  if (!handle.safeParse(ticket).success) throw unknown();
  const { path, name } = await office.locate(ticket);
  if (!path.startsWith(join(dataFolder, 'outbox') + sep)) throw unknown();
  try {
    if (!(await stat(path)).isFile()) throw unknown();
    const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
    return { name, bytes: await readFile(path), type };
  } catch (error) {
    throw fileFailure(error, name);
  }
};

/** A produced print-HTML page; any other file is refused. */
export const readPrintPage = async (
  office: Office,
  dataFolder: string,
  ticket: string,
): Promise<ProducedFile> => {
  const file = await readProduced(office, dataFolder, ticket);
  if (extname(file.name).toLowerCase() === '.html') return file;
  throw new OfficeError('file-not-printable', 'Этот файл не печатается отсюда.');
};
