import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { searchFolder } from '../../support/search-folder.ts';
import {
  importCredentials,
  knownSecrets,
  openSchool,
  previewCredentials,
  questionsOf,
} from './school.ts';

/** Show 1 of the issue: both files of the invented school through the real operations. */

let office: TestOffice;
const auditIds: number[] = [];

beforeAll(async () => {
  office = await openSchool();
});
afterAll(() => office.close());

const total = async (owner: 'student' | 'guardian') =>
  (await office.call('credentials.list', { filters: { owner }, limit: 1 })).total;

test('an open question is not answered by itself', async () => {
  const { plan } = await previewCredentials(office, 'logins-ucheniki.txt');
  const refusal = await office.refusal('credentials.commitImport', { plan });
  expect(refusal.code).toBe('questions-open');
  expect(refusal.fields.length).toBeGreaterThan(0);
  expect(await total('student')).toBe(0);
});

test('students: every row is matched, the homonyms are asked with the right one first', async () => {
  const { preview, questions, counts, auditId } = await importCredentials(
    office,
    'logins-ucheniki.txt',
  );
  auditIds.push(auditId);
  expect(preview).toMatchObject({ owner: 'student', encoding: 'utf-8' });
  expect(preview.counts).toEqual({ new: 640, changed: 0, same: 0, rejected: 0, questions: 14 });
  expect(questions.map(({ code }) => code)).not.toContain('person-unknown');
  for (const { candidates, details } of questions) {
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates[0]?.className).toBe(details);
    expect(candidates[0]?.doubts.join()).toContain('тёзка');
  }
  expect(counts).toEqual({ new: 654, changed: 0, same: 0, rejected: 0, skipped: 0 });
  expect(await total('student')).toBe(654);
});

test('guardians: a guardian of several children has one credential', async () => {
  const { preview, questions, counts, auditId } = await importCredentials(
    office,
    'logins-roditeli.csv',
  );
  auditIds.push(auditId);
  expect(preview).toMatchObject({ owner: 'guardian', encoding: 'windows-1251' });
  expect(preview.counts).toMatchObject({ changed: 0, same: 0, rejected: 0 });
  expect(preview.counts.new + preview.counts.questions).toBe(1013);
  expect(questions.map(({ code }) => code)).not.toContain('person-unknown');
  expect(counts).toEqual({ new: 1013, changed: 0, same: 0, rejected: 0, skipped: 0 });
  const { rows } = await office.call('credentials.list', {
    filters: { owner: 'guardian' },
    limit: 2000,
  });
  expect(new Set(rows.map(({ login }) => login)).size).toBe(rows.length);
  expect(rows.every(({ children, hasSecret }) => children.length > 0 && hasSecret)).toBe(true);
});

test('importing both files again changes nothing and asks nothing', async () => {
  for (const [name, same] of [
    ['logins-ucheniki.txt', 654],
    ['logins-roditeli.csv', 1013],
  ] as const) {
    const { preview, counts } = await importCredentials(office, name);
    expect(preview.counts).toEqual({ new: 0, changed: 0, same, rejected: 0, questions: 0 });
    expect(counts).toEqual({ new: 0, changed: 0, same, rejected: 0, skipped: 0 });
  }
});

test('every stored secret is the one of the file', async () => {
  const secrets = new Set(await knownSecrets());
  const { rows } = await office.call('credentials.list', { limit: 3 });
  for (const { id } of rows) {
    const shown = await office.call('credentials.reveal', { id });
    expect(secrets.has(shown.secret)).toBe(true);
  }
});

test('no answer of the lists, plans and the history holds a password', async () => {
  const secrets = await knownSecrets();
  const preview = await previewCredentials(office, 'logins-ucheniki.txt');
  const answers = JSON.stringify([
    await office.call('credentials.list', { limit: 5000 }),
    await office.call('credentials.listPlanRows', { plan: preview.plan, limit: 5000 }),
    await questionsOf(office, preview),
    await office.call('credentials.queue', { text: 'а', limit: 50 }),
    await office.call('audit.changes', { id: auditIds[0] ?? 0 }),
  ]);
  expect(secrets.filter((secret) => answers.includes(secret))).toEqual([]);
});

test('no file of the office holds a password, after cards, ledgers and exports too', async () => {
  const secrets = await knownSecrets();
  const cards = await office.call('credentials.printCards', { selection: { filters: {} } });
  await office.call('printing.html', { document: cards.document });
  const some = await office.call('credentials.printCards', {
    selection: { filters: { className: '5А' } },
  });
  await office.call('printing.docx', { document: some.document });
  for (const table of [1, 2] as const) {
    const { document } = await office.call('credentials.printLedger', { table });
    await office.call('printing.html', { document });
  }
  await office.call('lists.exportTable', {
    operation: 'credentials.list',
    title: 'Логины',
    input: {},
    columns: [
      { key: 'fullName', title: 'ФИО', kind: 'text' },
      { key: 'login', title: 'Логин', kind: 'text' },
    ],
  });
  // Every twentieth is enough to find a leak and keeps the search short.
  const sample = secrets.filter((_secret, at) => at % 20 === 0);
  const { found, files } = searchFolder(office.folder, sample);
  expect(files).toBeGreaterThan(3);
  expect(found).toEqual([]);
});

test('a login does appear in the database, so the search can find what is there', async () => {
  const { rows } = await office.call('credentials.list', { limit: 1 });
  const login = rows[0]?.login ?? '';
  expect(searchFolder(office.folder, [login]).found.length).toBeGreaterThan(0);
});

test('both imports can be taken back', async () => {
  const other = await openSchool();
  try {
    const ids: number[] = [];
    for (const name of ['logins-ucheniki.txt', 'logins-roditeli.csv'])
      ids.push((await importCredentials(other, name)).auditId);
    for (const id of ids.toReversed()) await other.call('audit.undo', { id });
    expect((await other.call('credentials.list', { limit: 1 })).total).toBe(0);
  } finally {
    await other.close();
  }
});
