import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger, openLogFile } from '../../../src-main/app/log.ts';
import { makeBackup } from '../../../src-main/app/maintenance.ts';
import { openOffice, type Office } from '../../../src-main/app/office.ts';
import { paper } from '../../../src-main/contract/settings.ts';
import { documentOf, line, portrait } from '../../../src-main/documents/build.ts';
import { renderDocx } from '../../../src-main/documents/docx.ts';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import { createTestClock } from '../../support/clock.ts';
import { searchFolder } from '../../support/search-folder.ts';

const secrets = ['Лошадь батарейка-7', 'Wrong-Password-77', 'Совсем новый пароль 5'] as const;
const [password, wrong, next] = secrets;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-trace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createTestClock();

const open = (): Promise<Office> =>
  openOffice({
    folder,
    program: 'проверка',
    actor: 'секретарь',
    clock,
    log: createLogger(openLogFile(folder)),
    tables: { read: (bytes) => readWorkbook(bytes) },
  });

test('the search itself finds a secret in plain, UTF-16, JSON, base64, a packed file', async () => {
  const spell: Readonly<Record<string, Uint8Array>> = {
    'plain.txt': Buffer.from(`a${password}b`),
    'wide.bin': Buffer.from(password, 'utf16le'),
    'deep/a.json': Buffer.from(
      password.replaceAll(/[^ -~]/gu, (s) => `\\u0${s.charCodeAt(0).toString(16)}`),
    ),
    'base64-0': Buffer.from(Buffer.from(password).toString('base64')),
    'base64-1': Buffer.from(Buffer.from(`x${password}y`).toString('base64')),
    'base64-2': Buffer.from(Buffer.from(`xx${password}yy`).toString('base64')),
    'packed.docx': await renderDocx(
      documentOf('Лист', portrait([line(password)])),
      paper.parse({}),
    ),
  };
  mkdirSync(join(folder, 'deep'));
  for (const [name, bytes] of Object.entries(spell)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'innocent.txt'), 'Лошадь батарейка');
  const { found, files } = searchFolder(folder, [wrong, password]);
  expect(found.map(({ file }) => file).sort()).toEqual(Object.keys(spell).sort());
  expect(found.every(({ secret }) => secret === 1)).toBe(true);
  expect(files).toBe(8);
});

test('no password and no recovery code stays in the folder, its log, backups and exports', async () => {
  const office = await open();
  const call = (name: string, input: unknown) => office.call(name, input);
  const given = await call('lock.setPassword', { password, repeat: password });
  const code = given.ok ? (given.data as { recoveryCode: string }).recoveryCode : '';
  // Every way to fail: wrong, malformed, of a wrong type, misspelt operation, unknown key.
  await call('lock.lock', {});
  await call('lock.unlock', { password: wrong });
  await call('lock.unlock', { password: [wrong] });
  await call('lock.unlock', { password: wrong, [wrong]: wrong });
  await call(`lock.${wrong}`, { password: wrong });
  clock.pass(1);
  await call('lock.unlock', { password });
  await call('lock.changePassword', { current: password, next, repeat: next });
  await call('lock.newRecoveryCode', { password: wrong });
  const sheet = await call('lock.printRecoveryCode', { code });
  expect(sheet).toMatchObject({ ok: true });
  const { document } = (sheet as { data: { document: string } }).data;
  for (const name of ['printing.html', 'printing.docx'] as const) {
    const printed = await call(name, { document });
    const { handle } = (printed as { data: { handle: string } }).data;
    const { bytes } = await office.read(handle);
    expect(bytes.byteLength).toBeGreaterThan(1000);
    if (name === 'printing.html') expect(Buffer.from(bytes).toString()).toContain(code.slice(0, 5));
  }
  const audited = await call('lists.exportTable', {
    operation: 'audit.list',
    title: 'История',
    input: {},
    columns: [{ key: 'operation', title: 'Действие', kind: 'text' }],
  });
  expect(audited).toMatchObject({ ok: true });
  await makeBackup(folder, clock);
  const known = [
    ...secrets,
    code,
    ...code.split('-').map((group) => `${group}-`),
    code.replaceAll('-', ''),
  ];
  const whileOpen = searchFolder(folder, known);
  expect(whileOpen.found).toEqual([]);
  expect(whileOpen.files).toBeGreaterThanOrEqual(4);
  await office.close();
  expect(searchFolder(folder, known).found).toEqual([]);
});

test('locking forgets the printed sheets', async () => {
  const office = await open();
  try {
    const given = await office.call('lock.setPassword', { password, repeat: password });
    const code = given.ok ? (given.data as { recoveryCode: string }).recoveryCode : '';
    const sheet = await office.call('lock.printRecoveryCode', { code });
    const { document } = (sheet as { data: { document: string } }).data;
    const printed = await office.call('printing.html', { document });
    const { handle } = (printed as { data: { handle: string } }).data;
    await office.call('lock.lock', {});
    await expect(office.read(handle)).rejects.toMatchObject({ code: 'locked' });
    await office.call('lock.unlock', { password });
    await expect(office.read(handle)).rejects.toMatchObject({ code: 'file-handle-unknown' });
    expect(await office.call('printing.html', { document })).toMatchObject({
      error: { code: 'document-unknown' },
    });
  } finally {
    await office.close();
  }
});
