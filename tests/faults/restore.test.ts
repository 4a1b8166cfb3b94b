import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../src-main/app/maintenance.ts';
import { restoreBackup } from '../../src-main/app/restore.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { runNow } from '../support/child.ts';
import { clock, closedFolder, freshFolder } from '../support/killed-folder.ts';

/** A base too damaged to be copied is put aside as it is; the folder is never without a base. */

let folder = '';
let backup = '';
const damaged = 'испорчена'.repeat(1000);
beforeEach(async () => {
  folder = freshFolder();
  await closedFolder(folder, 'запись');
  backup = await makeBackup(folder, clock, join(folder, 'copies'));
  writeFileSync(join(folder, 'office.sqlite'), damaged);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const restoreModule = JSON.stringify(
  new URL('../../src-main/app/restore.ts', import.meta.url).href,
);

/** Restores in a process of its own, which dies right before the nth renaming of a file. */
const restoreAndDie = (nth: number) => {
  const script = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = fs.promises;
    let met = 0;
    fs.promises.rename = (...words) => {
      met += 1;
      if (met === ${nth}) process.kill(process.pid, 'SIGKILL');
      return rename(...words);
    };
    syncBuiltinESMExports();
    const { restoreBackup } = await import(${restoreModule});
    const clock = { now: () => ${clock.now()}, today: () => '${clock.today()}' };
    await restoreBackup({ folder: process.argv[1], backup: process.argv[2], clock });`;
  const words = ['--no-warnings', '--input-type=module', '-e', script, folder, backup];
  return runNow(process.execPath, words);
};

const keptTexts = () =>
  readdirSync(join(folder, 'backups')).map((name) =>
    readFileSync(join(folder, 'backups', name), 'utf8'),
  );

test.each([1, 2])('killed before renaming %i: a base stands in the folder', async (nth) => {
  const { signal, stderr } = restoreAndDie(nth);
  expect(stderr).toBe('');
  const file = join(folder, 'office.sqlite');
  expect(existsSync(file)).toBe(true);
  if (signal === null) expect(checkFile(file)).toEqual([]);
  else expect(readFileSync(file, 'utf8')).toBe(damaged);
  await restoreBackup({ folder, backup, clock });
  expect(checkFile(file, 'full')).toEqual([]);
  expect(keptTexts()).toContain(damaged);
});
