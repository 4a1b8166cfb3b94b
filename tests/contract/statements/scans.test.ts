import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFamily, type Family } from './family.ts';

const password = 'Синий трактор 12';
const secret = 'Тайное слово в скане';

let family: Family;
let id = 0;

beforeEach(async () => {
  family = await openFamily();
  ({ id } = await family.register());
  await family.school.office.call('lock.setPassword', { password, repeat: password });
});
afterEach(async () => {
  await family.school.office.close();
  rmSync(givenFolder(), { recursive: true, force: true });
});

const pdf = (text: string): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj\n<<>>\nendobj\nxref\n0 1\nstartxref\n9\n%%EOF\n`);

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};

const png = (): Buffer => {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(1, 0);
  size.writeUInt32BE(1, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', Buffer.alloc(10)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const jpg = (): Buffer =>
  Buffer.from('ffd8ffe000040000ffc0000b080001000101011100ffda0008010100003f001234ffd9', 'hex');

/** Beside the data folder: what the user gives lies outside it. */
const givenFolder = (): string => join(family.school.office.folder, '..', `given-${process.pid}`);

const given = async (name: string, bytes: Uint8Array): Promise<string> => {
  mkdirSync(givenFolder(), { recursive: true });
  const path = join(givenFolder(), name);
  writeFileSync(path, bytes);
  return family.school.office.office.register(path, name);
};
const attach = async (name: string, bytes: Uint8Array) =>
  family.school.office.call('statements.attachScan', { id, file: await given(name, bytes) });
const refusal = async (name: string, bytes: Uint8Array) => {
  const file = await given(name, bytes);
  return (await family.school.office.refusal('statements.attachScan', { id, file })).code;
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

describe('a scan', () => {
  test.each([
    ['a.bin', pdf('страница'), 'pdf'],
    ['скан.pdf', png(), 'png'],
    ['фото', jpg(), 'jpg'],
  ] as const)('%s is known by its content', async (name, bytes, type) => {
    await attach(name, bytes);
    const { scan, statement } = await family.school.office.call('statements.card', { id });
    expect([scan?.name, scan?.type, scan?.size]).toEqual([name, type, bytes.length]);
    expect(statement.hasScan).toBe(true);
    const { handle, name: given_ } = await family.school.office.call('statements.scan', { id });
    expect(given_).toBe(`Скан заявления № 1-2026.${type}`);
    const { bytes: read } = await family.school.office.office.read(handle);
    expect(Buffer.from(read)).toEqual(bytes);
  });

  test.each([
    ['текст.pdf', Buffer.from('просто текст')],
    ['обрезан.pdf', pdf('x'.repeat(4000)).subarray(0, 2000)],
    ['обрезан.png', png().subarray(0, -8)],
    ['обрезан.jpg', jpg().subarray(0, -2)],
    ['пусто.jpg', Buffer.alloc(0)],
    ['программа.pdf', Buffer.concat([Buffer.from('MZ'), pdf('x')])],
  ])('%s is refused', async (name, bytes) => {
    expect(await refusal(name, bytes)).toBe('scan-unreadable');
  });

  test('is at most 10 MB', async () => {
    const big = Buffer.concat([
      pdf('').subarray(0, 9),
      Buffer.alloc(10 * 1024 * 1024, 32),
      pdf(''),
    ]);
    expect(await refusal('большой.pdf', big)).toBe('scan-too-big');
  });

  test('lies sealed: no file of the data folder says a word of it, nor the history', async () => {
    await attach('скан.pdf', pdf(secret));
    await family.school.office.call('statements.scan', { id });
    const said = filesUnder(family.school.office.folder).filter((path) =>
      [secret, Buffer.from(pdf(secret)).toString('base64').slice(12, 60)].some((text) =>
        readFileSync(path).includes(text),
      ),
    );
    expect(said).toEqual([]);
  });

  test('is replaced and removed', async () => {
    await attach('один.pdf', pdf('1'));
    await attach('два.png', png());
    expect((await family.school.office.call('statements.card', { id })).scan?.name).toBe('два.png');
    await family.school.office.call('statements.removeScan', { id });
    expect((await family.school.office.refusal('statements.scan', { id })).code).toBe('scan-none');
  });

  test('needs the password of the program', async () => {
    const other = await openFamily();
    try {
      const statement = await other.register();
      mkdirSync(givenFolder(), { recursive: true });
      const path = join(givenFolder(), 'скан.pdf');
      writeFileSync(path, pdf('x'));
      const file = await other.school.office.office.register(path, 'скан.pdf');
      const { code } = await other.school.office.refusal('statements.attachScan', {
        id: statement.id,
        file,
      });
      expect(code).toBe('vault-not-set');
    } finally {
      await other.school.office.close();
    }
  });
});
