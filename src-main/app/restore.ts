import { existsSync, rmSync, statSync } from 'node:fs';
import { link, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { OfficeError } from '../contract/errors.ts';
import { backUp, copyDatabase, freeName } from '../database/backup.ts';
import { makeFolder } from '../database/folders.ts';
import { checkFile } from '../database/health.ts';
import { lockFolder } from '../database/lock.ts';
import { isNewer } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { readDatabase } from '../database/reading.ts';
import { patiently } from '../database/sharing.ts';
import { fileStamp } from '../database/stamp.ts';
import { moveForeignWal } from '../database/wal.ts';
import type { OfficeIdentity } from '../domain/office-identity.ts';
import { isOtherOffice, officeTitle } from '../domain/office-identity.ts';
import type { Clock } from '../ports/clock.ts';
import { isWholeCopy } from './maintenance.ts';
import { fileFailure } from './safe-write.ts';

const appliedIn = (file: string): readonly string[] =>
  readDatabase(file, (database) => {
    const table = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'")
      .get();
    if (table === undefined) return [];
    return database.prepare('SELECT name FROM migrations').pluck().all() as readonly string[];
  });

/** A file is restored only after it has proved whole, ours and not newer than the program. */
const requireBackup = async (file: string): Promise<void> => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new OfficeError('backup-missing', `Файла «${file}» нет. Проверьте путь.`);
  if (!(await isWholeCopy(file)))
    throw new OfficeError(
      'backup-damaged',
      `Копия «${file}» повреждена: она не читается или её контрольная сумма (.sha256) не сходится. Нынешняя база не изменена; выберите другую копию.`,
    );
  const applied = appliedIn(file);
  if (applied.length === 0)
    throw new OfficeError('backup-foreign', `«${file}» — не база этой программы.`);
  if (isNewer(applied, migrations))
    throw new OfficeError(
      'database-newer',
      'Копия сделана более новой версией программы. Обновите программу; база не изменена.',
    );
};

const settingIn = (database: Database.Database, key: string): unknown => {
  const value = database.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key);
  return typeof value === 'string' ? JSON.parse(value) : null;
};

const identityIn = (database: Database.Database): OfficeIdentity => {
  const school = settingIn(database, 'school') as Partial<Record<string, string>> | null;
  return {
    id: settingIn(database, 'officeId') as string | null,
    name: school?.['shortName'] ?? null,
    code: school?.['code'] ?? null,
    hasWork: database.prepare('SELECT 1 FROM audit LIMIT 1').get() !== undefined,
  };
};

/** The present base may be damaged, which is why one restores: then it tells nothing of itself. */
const presentIdentity = (file: string): OfficeIdentity | null => {
  try {
    return existsSync(file) ? readDatabase(file, identityIn) : null;
  } catch {
    return null;
  }
};

const requireSameOffice = (file: string, backup: string): void => {
  const present = presentIdentity(file);
  const copy = readDatabase(backup, identityIn);
  if (!present || !isOtherOffice(present, copy)) return;
  throw new OfficeError(
    'backup-other-school',
    `В папке данных база: ${officeTitle(present)}. Копия сделана из другой базы: ${officeTitle(copy)}. База не изменена. Если нужна именно эта копия, добавьте --other-school.`,
  );
};

/**
 * Gives a file a second name, so that the first one never stands for nothing: a folder without
 * `office.sqlite` would be opened as a new one. Disks without second names (FAT) move the file.
 */
const keepAlso = async (file: string, kept: string): Promise<void> => {
  try {
    await link(file, kept);
  } catch {
    await patiently(() => rename(file, kept));
  }
};

/** Keeps the present database; a damaged one is kept as it is, with its WAL. */
const keepAside = async (file: string, wished: string): Promise<string> => {
  if (checkFile(file).length === 0) return backUp(file, wished);
  const kept = freeName(wished);
  for (const suffix of ['-wal', ''])
    if (existsSync(file + suffix)) await keepAlso(file + suffix, kept + suffix);
  return kept;
};

const removeJournals = (file: string): void => {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
};

/** The copy takes the place first: a kill between the two leaves a WAL that is known as foreign. */
const putInPlace = async (backup: string, file: string, now: number): Promise<string | null> => {
  const kept = join(dirname(file), 'backups', `before-restore-${fileStamp(now)}.sqlite`);
  const fresh = `${file}.restored`;
  rmSync(fresh, { force: true });
  await copyDatabase(backup, fresh);
  moveForeignWal(file, now);
  const former = existsSync(file) ? await keepAside(file, kept) : null;
  await patiently(() => rename(fresh, file));
  removeJournals(file);
  return former;
};

export interface RestoreRequest {
  readonly folder: string;
  readonly backup: string;
  readonly clock: Clock;
  /** The user has said that the copy of another school is wanted. */
  readonly otherSchool?: boolean;
}

/**
 * Puts a backup in the place of the database. The present one is kept in `backups`; a WAL left
 * beside it is removed, for it belongs to other pages.
 * @returns where the former database is kept, null when there was none
 * @throws OfficeError `folder-locked`, `folder-read-only`, `backup-missing`, `backup-damaged`,
 *   `backup-foreign`, `backup-other-school`, `database-newer`, `backup-failed`
 */
export const restoreBackup = async ({
  folder,
  backup,
  clock,
  otherSchool = false,
}: RestoreRequest): Promise<string | null> => {
  const file = join(folder, 'office.sqlite');
  try {
    await requireBackup(backup);
    makeFolder(join(folder, 'backups'));
    const lock = lockFolder(folder, 'Восстановление базы', new Date(clock.now()).toISOString());
    try {
      if (!otherSchool) requireSameOffice(file, backup);
      return await putInPlace(backup, file, clock.now());
    } finally {
      lock.release();
    }
  } catch (error) {
    throw fileFailure(error, folder);
  }
};
