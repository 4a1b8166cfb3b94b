import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeDatabase } from '../../src-main/database/open.ts';
import { openDatabase } from '../../src-main/database/open.ts';
import { createTestClock } from './clock.ts';

export const clock = createTestClock('2026-03-02');

export const openFolder = (folder: string): Promise<OfficeDatabase> =>
  openDatabase({ folder, program: 'проверка', clock });

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'office-files-'));

export const addView = async ({ writer }: OfficeDatabase, name: string): Promise<void> => {
  await writer('saved_views').insert({ list: 'x', name, state: '{}' });
};

export const viewNames = async ({ reader }: OfficeDatabase): Promise<readonly string[]> =>
  (await reader('saved_views').orderBy('id').select('name')).map(({ name }) => name as string);

/** A closed folder with one row. */
export const closedFolder = async (folder: string, name: string): Promise<void> => {
  const database = await openFolder(folder);
  await addView(database, name);
  await database.close();
};

/**
 * What `kill -9` leaves: the files of a live folder as they are, the newest row in the WAL only.
 * The row's text is long enough to fill pages that the other states of the base do not have.
 */
export const killFolder = async (live: string, killed: string, name: string): Promise<void> => {
  const database = await openFolder(live);
  await addView(database, name);
  mkdirSync(killed, { recursive: true });
  for (const file of ['office.sqlite', 'office.sqlite-wal', 'session.json', 'holder.json'])
    if (existsSync(join(live, file))) copyFileSync(join(live, file), join(killed, file));
  await database.close();
};
