import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestClock } from '../../support/clock.ts';
import { commandLine } from '../../support/command-line.ts';
import { searchFolder } from '../../support/search-folder.ts';
import { knownSecrets } from '../../contract/credentials/school.ts';
import { schoolFile } from '../../support/fixtures.ts';

const password = 'Лошадь батарейка-7';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  writeFileSync(join(folder, 'password.txt'), password);
  const set = await office(['call', 'lock.setPassword', '-'], { password, repeat: password });
  expect(set.code).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const office = (words: readonly string[], stdin: unknown = null) =>
  commandLine([...words, '--data', join(folder, 'data')], {
    clock: createTestClock('2026-03-02'),
    stdin: JSON.stringify(stdin),
  });

const open = (...words: readonly string[]) =>
  office([...words, '--password-file', join(folder, 'password.txt')]);

interface Question {
  readonly key: string;
  readonly candidates: readonly { readonly id: number }[];
}

const traces: string[] = [];

const json = async (...words: readonly string[]) => {
  const { code, out, err } = await open(...words, '--json');
  traces.push(out, err);
  expect([code, err]).toEqual([0, err]);
  return JSON.parse(out);
};

it('imports both files: homonyms by a file of answers, the second time nothing', async () => {
  await json('import', 'people', schoolFile('kontingent.xlsx'), schoolFile('roditeli-1251.csv'));
  const refused = await open('import', 'credentials', schoolFile('logins-ucheniki.txt'));
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('questions-open');
  const dry = await json('import', 'credentials', schoolFile('logins-ucheniki.txt'), '--dry-run');
  const taken = new Set<number>();
  const answers = Object.fromEntries(
    (dry.files[0].questions as readonly Question[]).map(({ key, candidates }) => {
      const id = candidates.find((one) => !taken.has(one.id))?.id ?? 0;
      taken.add(id);
      return [key, id];
    }),
  );
  const path = join(folder, 'answers.json');
  writeFileSync(path, JSON.stringify(answers));
  const students = ['import', 'credentials', schoolFile('logins-ucheniki.txt')];
  const first = await json(...students, '--answers', path);
  expect(first.files[0].committed.counts).toMatchObject({ new: 654, rejected: 0, skipped: 0 });
  const again = await json(...students);
  expect(again.files[0].committed.counts).toMatchObject({ new: 0, changed: 0, same: 654 });

  const secrets = (await knownSecrets()).filter((_secret, at) => at % 20 === 0);
  const said = [...traces, refused.err].join('\n');
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  expect(searchFolder(join(folder, 'data'), secrets).found).toEqual([]);
});

it('refuses a file of answers that is none', async () => {
  await json('import', 'people', schoolFile('kontingent.xlsx'));
  const path = join(folder, 'answers.json');
  writeFileSync(path, '{"a": "b"}');
  const { code, err } = await open(
    'import',
    'credentials',
    schoolFile('logins-ucheniki.txt'),
    '--answers',
    path,
  );
  expect([code, err.includes('answers-invalid')]).toEqual([1, true]);
});
