import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute, normalize } from 'node:path';
import type { Office } from '../../app/office.ts';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { PickedFolder } from '../../contract/host.ts';

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    if (!isMissing) throw error;
    throw fieldError(
      'folder-missing',
      'path',
      `Папки «${path}» нет. Проверьте путь и вставлен ли диск.`,
    );
  }
};

/**
 * Gives a ticket for a folder into which files will be written.
 * @throws OfficeError `folder-path-invalid`, `folder-missing`, `folder-is-file`, `folder-read-only`
 */
export const chooseFolder = async (office: Office, typed: string): Promise<PickedFolder> => {
  const path = normalize(typed.trim());
  if (typed.trim() === '' || !isAbsolute(path))
    throw fieldError(
      'folder-path-invalid',
      'path',
      'Укажите полный путь к папке, например D:\\Отчёты или /home/school/reports.',
    );
  if (!(await isFolder(path)))
    throw fieldError('folder-is-file', 'path', `«${path}» — это файл. Укажите папку.`);
  try {
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw Object.assign(
      new OfficeError(
        'folder-read-only',
        `Папка «${path}» закрыта для записи. Выберите другую папку.`,
        [{ path: 'path', message: 'Папка закрыта для записи.' }],
      ),
      { cause: error },
    );
  }
  return { handle: await office.register(path), path };
};
