import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNow } from '../../support/child.ts';
import { commandLine } from '../../support/command-line.ts';

const entry = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url));
const long = 'а'.repeat(300);

let folder = '';
let data = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  data = join(folder, 'data');
  file = join(folder, 'файл.txt');
  writeFileSync(file, 'текст');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The built program from a folder without a package.json; one that hangs is killed and told. */
const office = (...words: readonly string[]) => {
  const { status, signal, stdout, stderr } = runNow(process.execPath, [entry, ...words], {
    cwd: folder,
    limit: 60_000,
  });
  return { code: signal ?? status, out: stdout, err: stderr };
};

/** `@` is the file, `/` the folder, `~` the data folder, `*` a name too long for a system. */
const wrong: readonly (readonly [string, number, string])[] = [
  ['call settings.get --data @', 1, 'folder-is-file'],
  ['call settings.get --data @/sub', 1, 'folder-is-file'],
  ['call settings.get --data *', 1, 'path-too-long'],
  ['call settings.get --data=', 2, 'После --data'],
  ['check --data @', 1, 'folder-is-file'],
  ['check --data *', 1, 'path-too-long'],
  ['backup --data @', 1, 'folder-is-file'],
  ['restore / --data ~', 1, 'backup-missing'],
  ['restore * --data ~', 1, 'path-too-long'],
  ['import people / --data ~', 1, 'file-is-folder'],
  ['import people нет.xlsx --data ~', 1, 'file-missing'],
  ['import people * --data ~', 1, 'path-too-long'],
  ['import credentials / --data ~', 1, 'file-is-folder'],
  ['import marks @/sub --data ~', 1, 'folder-is-file'],
  ['import marks нет --data ~', 1, 'file-missing'],
  ['sheets --week 2026-W10 --out @ --data ~', 1, 'folder-is-file'],
  ['sheets --week 2026-W10 --out * --data ~', 1, 'path-too-long'],
  ['report --from 2026-03-01 --to 2026-03-07 --out @ --data ~', 1, 'folder-is-file'],
  ['call settings.get --password-file / --data ~', 1, 'file-is-folder'],
  ['call settings.get --out= --data ~', 2, 'Укажите --out'],
];

const wordsOf = (line: string): readonly string[] =>
  line
    .split(' ')
    .map((word) =>
      word
        .replace('@', file)
        .replace(/^\/$/u, folder)
        .replace('~', data)
        .replace('*', join(folder, long)),
    );

it.each(wrong)('a path of the wrong sort is told: %s', async (line, code, text) => {
  const done = await commandLine(wordsOf(line));
  expect(done).toMatchObject({ code, err: expect.stringContaining(text) });
  expect(done.err).not.toContain('internal-error');
});

it('backup --out FILE is told too', () => {
  office('call', 'settings.get', '--data', data);
  const done = office('backup', '--out', file, '--data', data);
  expect(done).toMatchObject({ code: 1, err: expect.stringContaining('folder-is-file') });
});

it('opening that fails after the database is open ends, tells and frees the folder', () => {
  office('call', 'settings.get', '--data', data);
  // A file system that does not give its folder away: the outbox cannot be cleared.
  const outbox = join(data, 'outbox');
  mkdirSync(join(outbox, 'дом'), { recursive: true });
  if (runNow('mount', ['-t', 'tmpfs', 'tmpfs', join(outbox, 'дом')]).status !== 0) return;
  const done = office('call', 'settings.get', '--data', data);
  runNow('umount', [join(outbox, 'дом')]);
  expect(done.code).toBe(1);
  expect(office('call', 'settings.get', '--data', data).code).toBe(0);
});

it('the log is written from a folder without package.json', () => {
  const log = new URL('../../../src-main/app/log.ts', import.meta.url).href;
  const script = `import { openLogFile } from ${JSON.stringify(log)};
    openLogFile(${JSON.stringify(data)})({ level: 'error', text: 'написано' });`;
  runNow(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { cwd: folder });
  expect(readFileSync(join(data, 'logs', 'office.log'), 'utf8')).toContain('написано');
});

const disk = () => join(folder, 'disk');

const close = () => runNow('mount', ['-o', 'remount,ro', disk()]);

const isMounted = (): boolean => {
  mkdirSync(disk());
  return runNow('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk()]).status === 0;
};

describe('a disk closed for writing', () => {
  afterEach(() => void runNow('umount', ['-l', disk()]));

  it('check reads it, backup rescues from it, restore into it is refused', () => {
    if (!isMounted()) return;
    const there = join(disk(), 'data');
    office('call', 'lists.saveView', '{"list":"a","name":"Вид","state":{}}', '--data', there);
    const rescue = join(folder, 'rescue');
    close();
    const before = readdirSync(there);
    expect(office('check', '--data', there)).toMatchObject({
      code: 0,
      out: expect.stringContaining('База цела'),
    });
    const { code, out } = office('backup', '--out', rescue, '--json', '--data', there);
    expect(code).toBe(0);
    expect(readdirSync(there)).toEqual(before);
    const copy: string = JSON.parse(out).file;
    expect(office('restore', copy, '--data', there)).toMatchObject({
      code: 1,
      err: expect.stringContaining('folder-read-only'),
    });
    expect(office('backup', '--data', there)).toMatchObject({
      code: 1,
      err: expect.stringContaining('folder-read-only'),
    });
  });
});
