import { closeSync, openSync } from 'node:fs';
import { OfficeError } from '../contract/errors.ts';
import { errorCode, isHeld } from './sharing.ts';

const refusals: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:EEXIST|ENOTDIR)/u,
    'folder-is-file',
    'На месте папки данных стоит файл. Укажите папку, а не файл в ней.',
  ],
  [
    /^ENAMETOOLONG/u,
    'path-too-long',
    'Путь к папке данных слишком длинный. Выберите папку с коротким путём.',
  ],
  [/^ENOENT/u, 'folder-missing', 'Папки данных нет. Проверьте путь и вставлен ли диск.'],
  [
    /^(?:EBUSY|ETXTBSY)/u,
    'file-in-use',
    'Файл базы держит другая программа (антивирус или облачная папка). Подождите минуту и повторите; если не поможет, исключите папку данных из её проверки.',
  ],
  [
    /^(?:EACCES|EROFS|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN)/u,
    'folder-read-only',
    'Папка данных недоступна для записи. Проверьте права на неё.',
  ],
  [
    /^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/u,
    'database-corrupted',
    'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
  ],
  [
    /^(?:ENOSPC|EDQUOT|SQLITE_FULL)/u,
    'disk-full',
    'На диске нет места. Освободите место и повторите.',
  ],
  [
    /^(?:EIO|SQLITE_IOERR)/u,
    'disk-error',
    'Диск или сетевая папка ответили ошибкой. Проверьте, подключён ли диск, и повторите.',
  ],
];

/** SQLite says only «cannot open»; the system says why. */
const trueCode = (code: string, file: string): string => {
  if (!code.startsWith('SQLITE_CANTOPEN')) return code;
  try {
    closeSync(openSync(file, 'r+'));
    return code;
  } catch (error) {
    return isHeld(error) ? 'EBUSY' : code;
  }
};

/** A system's or SQLite's error at opening as a refusal that says what to do; bugs as they are. */
export const openFailure = (error: unknown, file: string): unknown => {
  const code = trueCode(errorCode(error), file);
  const found = refusals.find(([pattern]) => pattern.test(code));
  if (!found) return error;
  const [, name, text] = found;
  return Object.assign(new OfficeError(name, text), { cause: error });
};
