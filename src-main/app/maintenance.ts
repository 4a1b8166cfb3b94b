import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeError } from '../contract/errors.ts';
import { backUp } from '../database/backup.ts';
import { compareSum } from '../database/checksum.ts';
import { checkFile } from '../database/health.ts';
import { errorCode } from '../database/sharing.ts';
import { fileStamp } from '../database/stamp.ts';
import type { Clock } from '../ports/clock.ts';
import { fileFailure, makeNamedFolder } from './safe-write.ts';

const databaseIn = (folder: string): string => join(folder, 'office.sqlite');

const requireDatabase = (folder: string): string => {
  const file = databaseIn(folder);
  try {
    if (statSync(file).isFile()) return file;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw fileFailure(error, folder);
  }
  throw new OfficeError('database-missing', `В папке «${folder}» нет базы (office.sqlite).`);
};

/**
 * Copies the database of a data folder, also of an open one, into `target` and checks the copy.
 * @returns path of the copy
 * @throws OfficeError `database-missing`, `backup-failed`
 */
export const makeBackup = async (
  folder: string,
  clock: Clock,
  target?: string,
): Promise<string> => {
  const source = requireDatabase(folder);
  const into = target ?? join(folder, 'backups');
  makeNamedFolder(into);
  return backUp(source, join(into, `office-${fileStamp(clock.now())}.sqlite`));
};

/** Whether a copy may be relied upon. */
export const isWholeCopy = async (file: string): Promise<boolean> =>
  (await compareSum(file)) !== 'changed' && checkFile(file).length === 0;

export interface CheckedCopy {
  readonly name: string;
  readonly isWhole: boolean;
  /** Without a sum only damage of the structure is seen, not a changed value. */
  readonly hasSum: boolean;
}

const checkCopies = async (folder: string): Promise<readonly CheckedCopy[]> => {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  const names = readdirSync(backups).filter((name) => name.endsWith('.sqlite'));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const file = join(backups, name);
      const hasSum = (await compareSum(file)) !== 'no-sum';
      return { name, isWhole: await isWholeCopy(file), hasSum };
    }),
  );
};

const newestWhole = (folder: string, copies: readonly CheckedCopy[]): string => {
  const time = ({ name }: CheckedCopy) => statSync(join(folder, 'backups', name)).mtimeMs;
  const [newest] = copies.filter(({ isWhole }) => isWhole).toSorted((a, b) => time(b) - time(a));
  return newest
    ? `Последняя целая копия: backups/${newest.name}.`
    : 'Целых копий в папке backups нет.';
};

/**
 * Checks the whole database of a data folder, every index and key, and the copies in `backups`.
 * @returns the size of the database in bytes, and the copies
 * @throws OfficeError `database-missing`, `database-corrupted`, `backup-damaged`
 */
export const checkDatabase = async (
  folder: string,
): Promise<{ readonly bytes: number; readonly copies: readonly CheckedCopy[] }> => {
  const file = requireDatabase(folder);
  const problems = checkFile(file, 'full');
  const copies = await checkCopies(folder);
  if (problems.length > 0)
    throw new OfficeError(
      'database-corrupted',
      `Файл базы повреждён. Восстановите базу из резервной копии. ${newestWhole(folder, copies)}`,
      problems.map((message) => ({ path: 'office.sqlite', message })),
    );
  const damaged = copies.filter(({ isWhole }) => !isWhole);
  if (damaged.length > 0)
    throw new OfficeError(
      'backup-damaged',
      `База цела, но не все копии целы. Сделайте новую копию (backup), а повреждённые удалите. ${newestWhole(folder, copies)}`,
      damaged.map(({ name }) => ({ path: `backups/${name}`, message: 'Копия повреждена.' })),
    );
  return { bytes: statSync(file).size, copies };
};
