import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/database/open.ts';
import { systemClock } from '../../src-main/ports/system-clock.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'school-office-'));

/** An empty database is made once a process: the migrations cost more than most tests. */
let made: Promise<string> | null = null;

const make = async (): Promise<string> => {
  const folder = newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = await openDatabase({ folder, program: 'тест', clock: systemClock });
  await database.close();
  return join(folder, 'office.sqlite');
};

/** A new folder with an empty database, as the first start leaves it; the caller removes it. */
export const emptyOffice = async (): Promise<string> => {
  const folder = newFolder();
  copyFileSync(await (made ??= make()), join(folder, 'office.sqlite'));
  return folder;
};
