import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../../src-main/contract/operation.ts';
import { runNow } from '../../support/child.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';

const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url));

let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'school-office-'));
  // As the home of a user who hides nothing.
  chmodSync(home, 0o755);
  folder = join(home, 'данные');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The command line under the usual mask of a Linux user. */
const office = (...words: readonly string[]) => {
  const run = runNow('/bin/sh', [
    '-c',
    'umask 022; exec "$@"',
    'sh',
    process.execPath,
    cli,
    ...words,
  ]);
  expect(run.stderr).not.toMatch(/^[a-z-]+: /mu);
  expect(run.status).toBe(0);
  return run;
};

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Everything in a folder that others may do something with. */
const open = (path: string): readonly string[] =>
  [
    path,
    ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)),
  ]
    .filter((one) => (statSync(one).mode & 0o077) !== 0)
    .map((one) => `${modeOf(one)} ${relative(path, one)}`);

it.skipIf(process.platform === 'win32')(
  'leaves no file of the data folder to others: school, import, print, backup, running and closed',
  async () => {
    office('demo', '--students', '40', '--data', folder);
    expect(open(folder)).toEqual([]);
    const host = await startHttpHost(folder);
    const { headers } = await enterHost(host);
    const call = async (name: string, input: unknown): Promise<Record<string, string>> => {
      const body = JSON.stringify({ callId: crypto.randomUUID(), name, input });
      const answer = await fetch(`${host.origin}/api/call`, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': 'application/json' },
      });
      const last = (await answer.text()).trim().split('\n').at(-1) ?? '';
      const { reply } = JSON.parse(last) as { reply: Reply<Record<string, string>> };
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.data;
    };
    const sent = await fetch(`${host.origin}/api/upload`, {
      method: 'POST',
      body: 'ФИО;Класс\nИванов Иван Иванович;5А\n',
      headers: { ...headers, 'x-file-name': 'a.csv' },
    });
    const file = ((await sent.json()) as { data: { handle: string } }).data.handle;
    await call('people.previewImport', { file });
    const { document } = await call('summary.printBlank', {});
    await call('printing.docx', { document });
    await call('printing.html', { document });
    office('backup', '--data', folder);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const part of [/outbox\/.+\.docx$/u, /-wal$/u, /backups\/.+sqlite$/u, /office\.log$/u])
      expect(names.some((name) => part.test(name))).toBe(true);
    expect(open(folder)).toEqual([]);
    await host.stop();
    expect(open(folder)).toEqual([]);
  },
);

it.skipIf(process.platform === 'win32')(
  'gives the files of the user the rights of the folder they go to',
  () => {
    office('demo', '--students', '40', '--data', folder);
    const shared = join(home, 'отчёты', 'май');
    const dates = ['--from', '2026-03-01', '--to', '2026-05-15'];
    office('report', ...dates, '--out', shared, '--data', folder);
    expect(modeOf(shared)).toBe('755');
    for (const name of readdirSync(shared)) expect(modeOf(join(shared, name))).toBe('644');
    const own = join(home, 'своё');
    mkdirSync(own, { mode: 0o700 });
    office('report', ...dates, '--out', own, '--data', folder);
    expect(open(own)).toEqual([]);
  },
);

it.skipIf(process.platform === 'win32')(
  'warns of a folder that others can read and changes nothing in it',
  () => {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    const { stderr } = office('call', 'settings.get', '{}', '--data', folder);
    expect(stderr).toContain(`Папку данных «${folder}» могут читать другие пользователи`);
    expect(readFileSync(join(folder, 'logs', 'office.log'), 'utf8')).toContain(
      'folder-open-to-others',
    );
    expect(modeOf(folder)).toBe('755');
    expect(modeOf(join(folder, 'office.sqlite'))).toBe('600');
    chmodSync(home, 0o700);
    expect(office('call', 'settings.get', '{}', '--data', folder).stderr).toBe('');
  },
);
