import type { ErrorReply } from '../contract/errors.ts';
import { OfficeError } from '../contract/errors.ts';
import { errorCode } from '../database/sharing.ts';
import type { Logger } from '../ports/logger.ts';

const databaseRefusal = (error: unknown): OfficeError | null => {
  const code = errorCode(error);
  if (/^(?:SQLITE_FULL|ENOSPC)/u.test(code))
    return new OfficeError(
      'disk-full',
      'На диске нет места, изменения не сохранены. Освободите место и повторите.',
    );
  if (/^(?:SQLITE_READONLY|SQLITE_CANTOPEN|EROFS)/u.test(code))
    return new OfficeError(
      'folder-read-only',
      'Папка данных закрыта для записи, изменения не сохранены. Проверьте права на неё.',
    );
  if (/^(?:SQLITE_IOERR|EIO)/u.test(code))
    return new OfficeError(
      'disk-error',
      'Диск или сетевая папка ответили ошибкой, изменения не сохранены. Проверьте, подключён ли диск, и повторите.',
    );
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new OfficeError(
      'row-in-use',
      'На эту запись ссылаются другие журналы, поэтому её нельзя убрать. Ничего не изменено.',
    );
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(code))
    return new OfficeError(
      'database-busy',
      'Базу держит другая программа (антивирус, копирование, просмотр базы), изменения не сохранены. Закройте её и повторите.',
    );
  if (/^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/u.test(code))
    return new OfficeError(
      'database-corrupted',
      'Файл базы повреждён. Восстановите базу из резервной копии (папка backups).',
    );
  return null;
};

/**
 * An expected refusal goes back as it is; a bug goes to the log, without the input, and the user
 * gets a plain apology. SQLite messages may quote values, so only the error's code and stack
 * lines are logged (see the logger's scrubbing).
 */
export const replyOf = (error: unknown, operation: string, log: Logger): ErrorReply => {
  if (error instanceof OfficeError) return error.toReply();
  const refusal = databaseRefusal(error);
  if (refusal) {
    log.warn('refused', { operation, code: refusal.code });
    return refusal.toReply();
  }
  log.error(`bug in ${operation}`, error);
  return {
    code: 'internal-error',
    message:
      'Внутренняя ошибка программы. Ничего не сохранено; подробности записаны в журнал программы.',
    fields: [],
  };
};
