import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChild } from '../../support/child.ts';
import { commandLine } from '../../support/command-line.ts';
import { expectedSchool, schoolFile } from '../../support/fixtures.ts';

const entry = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url));

let folder = '';
let data = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const office = (words: readonly string[], stdin = '') =>
  commandLine([...words, '--data', data], { stdin });

const json = async (...words: readonly string[]) => {
  const { code, out, err } = await office([...words, '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};

const saveView = (name: string) =>
  json('call', 'lists.saveView', JSON.stringify({ list: 'a', name, state: {} }));

const viewNames = async (): Promise<readonly string[]> => {
  const { data: answer } = await json('call', 'lists.views', '{"list":"a"}');
  return answer.views.map(({ name }: { name: string }) => name);
};

describe('words of the command line', () => {
  it.each([
    [[], 2],
    [['fly'], 2],
    [['constructor'], 2],
    [['call'], 2],
    [['call', 'lists.views', '{}', 'more'], 2],
    [['check', '--fly'], 2],
    [['report', '--from', '2026-03-01'], 2],
    [['import', 'something', 'a.csv'], 2],
    [['restore'], 2],
  ])('%o is a wrong use', async (words, code) => {
    expect(await office(words)).toMatchObject({ code, out: '' });
  });

  it('explains itself in Russian', async () => {
    const { code, out } = await office(['--help']);
    expect(code).toBe(0);
    for (const name of ['call', 'operations', 'import', 'report', 'backup', 'restore', 'check'])
      expect(out).toContain(`-- ${name}`);
    expect((await office(['report', '--help'])).out).toContain('справка');
  });

  it('takes the data folder before the command too', async () => {
    const words = ['--data', data, '--json', 'call', 'lists.views', '{"list":"a"}'];
    expect(await commandLine(words)).toMatchObject({ code: 0 });
    expect(existsSync(join(data, 'office.sqlite'))).toBe(true);
  });
});

describe('operations from the command line', () => {
  it('answers JSON alone on stdout and coded refusals on stderr', async () => {
    await saveView('Первый');
    expect(await viewNames()).toEqual(['Первый']);
    expect(await office(['call', 'lists.views', '{"list":1}'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^invalid-input: .*\n {2}list: /u),
    });
    const refused = await office(['call', 'people.fly', '--json']);
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'operation-unknown' } });
    expect(await office(['call', 'lists.views', '{'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('input-not-json'),
    });
  });

  it('reads its input from stdin', async () => {
    expect(await office(['call', 'lists.views', '-'], '{"list":"a"}')).toMatchObject({ code: 0 });
  });

  it('lists every operation with its schemas', async () => {
    const table: { name: string; input: object; kind: string }[] = await json('operations');
    const undo = table.find(({ name }) => name === 'audit.undo');
    expect(undo).toMatchObject({ kind: 'command', input: { additionalProperties: false } });
    expect((await office(['operations', 'audit.undo'])).out).toContain('"$schema"');
    expect(await office(['operations', 'audit.fly'])).toMatchObject({ code: 1 });
  });

  it('takes files by «@path» and writes produced files where told', async () => {
    const out = join(folder, 'out');
    const input = JSON.stringify({ file: `@${schoolFile('pedagogi.xlsx')}` });
    const { data: preview } = await json('call', 'people.previewImport', input);
    expect(preview).toMatchObject({ kind: 'teachers', fileName: 'pedagogi.xlsx' });
    const { files } = await json('call', 'summary.printBlank', '{}', '--out', out);
    expect(files).toHaveLength(1);
    expect(readFileSync(files[0]).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('import from the command line', () => {
  const files = ['kontingent.xlsx', 'roditeli-1251.csv', 'pedagogi.xlsx'].map(schoolFile);

  it('shows, imports, and finds nothing new the second time', async () => {
    const dry = await json('import', 'people', ...files.slice(0, 1), '--dry-run');
    expect(dry.files[0]).toMatchObject({ committed: null, counts: { rejected: 0 } });
    const expected = expectedSchool();
    const first = await json('import', 'people', ...files);
    const [contingent, guardians] = first.files;
    expect(contingent.committed.creates).toMatchObject({
      students: expected.students,
      classes: expected.classes.length,
    });
    expect(guardians.committed.creates.guardians).toBe(expected.guardians);
    expect(first.files[0].counts.new).toBe(dry.files[0].counts.new);
    expect(first.files.map((file: { kind: string }) => file.kind)).toEqual([
      'contingent',
      'guardians',
      'teachers',
    ]);
    const second = await json('import', 'people', ...files);
    for (const file of second.files)
      expect(file.committed.counts).toMatchObject({ new: 0, changed: 0, rejected: 0 });
  });

  it('refuses a file that is not there', async () => {
    expect(await office(['import', 'people', 'нет.xlsx'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('file-missing'),
    });
  });
});

describe('backups from the command line', () => {
  it('restores what was, keeps what is, and ignores a stale WAL', async () => {
    await saveView('Было');
    const { file } = await json('backup', '--out', join(folder, 'copies'));
    await saveView('Стало');
    writeFileSync(join(data, 'office.sqlite-wal'), 'stale pages');
    const { kept } = await json('restore', file);
    expect(await viewNames()).toEqual(['Было']);
    const before = new Database(kept, { readonly: true });
    expect(before.prepare('SELECT count(*) FROM saved_views').pluck().get()).toBe(2);
    before.close();
    expect(await json('check')).toMatchObject({ ok: true });
  });

  it('refuses a damaged, a foreign and a missing copy and leaves the database alone', async () => {
    await saveView('Моё');
    const damaged = join(folder, 'damaged.sqlite');
    copyFileSync(join(data, 'office.sqlite'), damaged);
    writeFileSync(damaged, readFileSync(damaged).fill(7, 4096, 40_960));
    const foreign = join(folder, 'foreign.sqlite');
    new Database(foreign).exec('CREATE TABLE t (a)').close();
    writeFileSync(join(folder, 'text.sqlite'), 'не база'.repeat(500));
    const codes = [];
    for (const name of ['damaged', 'foreign', 'missing', 'text']) {
      const { code, err } = await office(['restore', join(folder, `${name}.sqlite`)]);
      expect(code).toBe(1);
      codes.push(err.split(':')[0]);
    }
    expect(codes).toEqual(['backup-damaged', 'backup-foreign', 'backup-missing', 'backup-damaged']);
    expect(await viewNames()).toEqual(['Моё']);
  });

  it('refuses to restore a copy of a newer program', async () => {
    await saveView('Моё');
    const { file } = await json('backup');
    const newer = new Database(file);
    newer.exec("INSERT INTO migrations (name, batch) VALUES ('9999-later', 9)");
    newer.close();
    // Without the sum, which tells of any change.
    rmSync(`${file}.sha256`);
    expect((await office(['restore', file])).err).toMatch(/^database-newer/u);
  });

  it('tells a damaged database and no database at all', async () => {
    expect((await office(['check'])).err).toMatch(/^database-missing/u);
    expect(existsSync(data)).toBe(false);
    await saveView('Моё');
    const file = join(data, 'office.sqlite');
    writeFileSync(file, readFileSync(file).fill(7, 4096, 40_960));
    expect((await office(['check'])).err).toMatch(/^database-corrupted/u);
  });

  it('restores over a damaged database, keeping it aside as it was', async () => {
    await saveView('Было');
    const { file } = await json('backup');
    const current = join(data, 'office.sqlite');
    const bad = readFileSync(current).fill(7, 4096, 40_960);
    writeFileSync(current, bad);
    const { kept } = await json('restore', file);
    expect(readFileSync(kept).equals(bad)).toBe(true);
    expect(await viewNames()).toEqual(['Было']);
  });
});

describe('the built command line', () => {
  it('runs as a program and leaves the folder closed', async () => {
    const run = (...words: string[]) =>
      runChild(process.execPath, [entry, ...words, '--data', data]);
    expect(JSON.parse(await run('call', 'lists.views', '{"list":"a"}', '--json'))).toMatchObject({
      data: { views: [] },
    });
    expect(readdirSync(data).filter((name) => /-wal|holder|outbox/u.test(name))).toEqual([]);
    expect(await run('check')).toMatch(/^База цела/u);
  });
});
