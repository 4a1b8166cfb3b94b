import { statSync } from 'node:fs';
import { OfficeError } from '../contract/errors.ts';

const identityOf = (file: string): string | null => {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    // Whatever the reason, the path does not lead to the open file any more.
    return null;
  }
};

/**
 * Gives a check that the path still names the file that was opened. Without it a deleted, moved or
 * replaced folder takes every command with «ok», into a file that nobody will ever find.
 */
export const watchPresence = (file: string): (() => void) => {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) === opened) return;
    throw new OfficeError(
      'folder-gone',
      'Папка данных удалена, перенесена или заменена, пока программа была открыта, либо отключился диск. Изменение не сохранено. Верните папку на место, закройте программу и откройте её снова.',
    );
  };
};
