import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeError, maxLogBytes, openLogFile } from '../../../src-main/app/log.ts';
import type { LogEntry } from '../../../src-main/app/log.ts';
import { openRemoteOffice } from '../../../src-main/app/remote-office.ts';
import { createTableReader } from '../../../src-main/app/table-reader.ts';

let folder = '';
const entries: LogEntry[] = [];
const open = () =>
  openRemoteOffice({
    folder,
    program: 'тест',
    actor: 'секретарь',
    writeLog: (entry) => void entries.push(entry),
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  entries.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const view = (name: string) => ({ list: 'students', name, state: { order: 'name' } });

describe('the office in a thread of its own', () => {
  it('keeps what commands wrote and leaves the folder closed and free', async () => {
    const first = await open();
    const saved = await first.call('lists.saveView', view('Пятые классы'));
    expect(saved).toMatchObject({ ok: true, undoable: true });
    await first.close();
    expect(existsSync(join(folder, 'office.sqlite-wal'))).toBe(false);
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);

    const second = await open();
    const views = await second.call('lists.views', { list: 'students' });
    expect(views).toMatchObject({ ok: true, data: { views: [{ name: 'Пятые классы' }] } });
    await second.close();
  });

  it('carries refusals as coded replies', async () => {
    const office = await open();
    const unknown = await office.call('people.fly', {});
    expect(unknown).toMatchObject({ ok: false, error: { code: 'operation-unknown' } });
    const wrong = await office.call('lists.saveView', { ...view('я'), extra: 1 });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    await expect(office.locate(crypto.randomUUID())).rejects.toMatchObject({
      code: 'file-handle-unknown',
    });
    await office.close();
  });

  it('refuses a folder that another office holds, and says who', async () => {
    const office = await open();
    await expect(open()).rejects.toMatchObject({
      code: 'folder-locked',
      message: expect.stringContaining('тест'),
    });
    await office.close();
  });

  it('answers calls after close with a coded refusal', async () => {
    const office = await open();
    await office.close();
    const reply = await office.call('lists.views', { list: 'students' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'core-stopped' } });
  });

  it('gives a ticket for a file and finds it again', async () => {
    const office = await open();
    const ticket = await office.register(join(folder, 'список.csv'));
    expect(await office.locate(ticket)).toEqual({
      path: join(folder, 'список.csv'),
      name: 'список.csv',
    });
    await office.close();
  });
});

const never = new AbortController().signal;
const table = (rows: number) =>
  new TextEncoder().encode(
    `ФИО;Класс\n${Array.from({ length: rows }, (_, i) => `Иванов Иван ${i};5А`).join('\n')}`,
  );

describe('reading tables in a bounded thread', () => {
  it('reads a table', async () => {
    const workbook = await createTableReader().read(table(3), never);
    expect(workbook.sheets[0]?.rows[0]).toEqual(['ФИО', 'Класс']);
  });

  it('hands on the refusals of the reader', async () => {
    const reading = createTableReader().read(new Uint8Array(0), never);
    await expect(reading).rejects.toMatchObject({ name: 'OfficeError', code: 'file-empty' });
  });

  it('refuses a file that needs more memory than allowed, and the program lives on', async () => {
    const reader = createTableReader({ memoryMb: 16, timeoutMs: 60_000 });
    await expect(reader.read(table(190_000), never)).rejects.toMatchObject({
      code: 'file-too-heavy',
    });
  });

  it('refuses a file that takes too long', async () => {
    const reader = createTableReader({ memoryMb: 600, timeoutMs: 1 });
    await expect(reader.read(table(100_000), never)).rejects.toMatchObject({
      code: 'file-too-slow',
    });
  });

  it('stops at once when asked', async () => {
    const control = new AbortController();
    const reading = createTableReader().read(table(150_000), control.signal);
    setTimeout(() => control.abort(), 20);
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});

const secret = () =>
  Object.assign(new Error("UNIQUE constraint failed: 'Иванов Пётр'"), { code: 'SQLITE_X' });

describe('the log', () => {
  it('never holds the message of an error nor the folders of its frames', () => {
    const text = describeError(new TypeError('о Петрове', { cause: secret() }));
    expect(text).toMatch(/^TypeError\n {2}at .*core-thread\.test\.ts:\d+:\d+/u);
    expect(text).toContain('SQLITE_X');
    expect(text).not.toMatch(/Иванов|Петров|[\\/]/u);
  });

  it('is a file in the data folder, put aside at its limit', () => {
    const file = join(folder, 'logs', 'office.log');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(file, 'x'.repeat(maxLogBytes + 1));
    const write = openLogFile(folder);
    write({ level: 'info', text: 'started' });
    expect(readFileSync(file, 'utf8')).toMatch(/\[info\]\s+started/u);
    expect(statSync(file).size).toBeLessThan(1000);
    expect(existsSync(join(folder, 'logs', 'office.old.log'))).toBe(true);
  });
});
