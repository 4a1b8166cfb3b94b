import { extname } from 'node:path';
import type { Office } from '../../app/office.ts';
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

/**
 * A file the program produced in this session. Files the user only lent (imports, folders) are
 * not given out, whatever their ticket.
 * @throws OfficeError `locked`, `file-handle-unknown`, `file-missing`
 */
export const readProduced = async (office: Office, ticket: string): Promise<ProducedFile> => {
  if (!handle.safeParse(ticket).success)
    throw new OfficeError(
      'file-handle-unknown',
      'Файл больше не доступен. Сформируйте его ещё раз.',
    );
  const { name, bytes } = await office.read(ticket);
  const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
  return { name, bytes, type };
};

/** A produced print-HTML page; any other file is refused. */
export const readPrintPage = async (office: Office, ticket: string): Promise<ProducedFile> => {
  const file = await readProduced(office, ticket);
  if (extname(file.name).toLowerCase() === '.html') return file;
  throw new OfficeError('file-not-printable', 'Этот файл не печатается отсюда.');
};
