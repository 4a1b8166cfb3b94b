import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRemoteOffice } from '../../../src-main/app/remote-office.ts';
import { startHttpHost } from '../../support/http-host.ts';
import { pdfPageCount } from '../../support/pictures.ts';
import { dataOf, screenCalls } from '../../support/stand-in/screen-calls.ts';
import type { ScreenCalls } from '../../support/stand-in/screen-calls.ts';
import { runStandIn, startStandIn } from '../../support/stand-in/start.ts';
import type { StandIn } from '../../support/stand-in/start.ts';

/** The built main and preload bundles, unmodified, under the stand-in for `electron`. */
let folder = '';
let program: StandIn;
let ask: ScreenCalls['ask'];
let call: ScreenCalls['call'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  program = await startStandIn(folder);
  ({ ask, call } = screenCalls(program.page));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A form that exists from the first start: used to try printing. */
const printPage = async (): Promise<string> => {
  const { document } = dataOf<{ document: string }>(await call('summary.printBlank', {}));
  return dataOf<{ handle: string }>(await call('printing.html', { document })).handle;
};

describe('the program in its window', () => {
  it('says what it is', async () => {
    expect(await ask('about', {})).toMatchObject({
      ok: true,
      data: { host: 'electron', dataFolder: folder, canSavePdf: true },
    });
  });

  it('carries operations, their refusals and progress', async () => {
    expect(await call('lists.saveView', { list: 'a', name: 'Вид', state: {} })).toMatchObject({
      ok: true,
    });
    expect(await call('lists.views', { list: 'a' })).toMatchObject({
      ok: true,
      data: { views: [{ name: 'Вид' }] },
    });
    expect(await call('nothing.here', {})).toMatchObject({
      ok: false,
      error: { code: 'operation-unknown' },
    });
    expect(await ask('cancel', { callId: crypto.randomUUID() })).toMatchObject({ ok: true });
  });

  it('takes files from the dialog and from a drop', async () => {
    const file = join(folder, 'список.csv');
    writeFileSync(file, 'ФИО;Класс\nИванов Иван;5А\n');
    await program.ask('prepare', [{ canceled: false, filePaths: [file] }]);
    const picked = await ask('pickFiles', { extensions: ['csv'], multiple: false });
    expect(picked).toMatchObject({ ok: true, data: [{ name: 'список.csv' }] });
    expect(await ask('pickFiles', { extensions: [], multiple: true })).toMatchObject({ data: [] });
    const dropped = await program.page.evaluate(async () => {
      const name = encodeURIComponent('брошен.csv');
      const headers = { 'X-File-Name': name };
      const answer = await fetch('/api/upload', { method: 'POST', headers, body: 'ФИО' });
      return (await answer.json()) as unknown;
    });
    expect(dropped).toMatchObject({ ok: true, data: { name: 'брошен.csv', size: 6 } });
  });

  it('chooses a folder, or none', async () => {
    await program.ask('prepare', [{ canceled: false, filePaths: [folder] }]);
    expect(await ask('pickFolder', { path: null })).toMatchObject({ data: { path: folder } });
    expect(await ask('pickFolder', { path: folder })).toMatchObject({ ok: true, data: null });
  });

  it('saves a produced file where the user says', async () => {
    const columns = [{ key: 'at', title: 'Когда', kind: 'text' }];
    const input = { operation: 'audit.list', title: 'Журнал', input: {}, columns };
    const { handle } = dataOf<{ handle: string }>(await call('lists.exportTable', input));
    const filePath = join(folder, 'Журнал.xlsx');
    await program.ask('prepare', [{ canceled: false, filePath }]);
    expect(await ask('saveFile', { handle })).toMatchObject({ data: { saved: true } });
    expect(readFileSync(filePath).subarray(0, 2).toString()).toBe('PK');
    expect(await ask('saveFile', { handle })).toMatchObject({ data: { saved: false } });
    expect(await ask('print', { handle })).toMatchObject({ error: { code: 'file-not-printable' } });
  });

  it('prints A4 through the system dialog, one hidden window after another', async () => {
    const handle = await printPage();
    const both = await Promise.all([ask('print', { handle }), ask('print', { handle })]);
    for (const reply of both) expect(reply).toMatchObject({ ok: true, data: { printed: true } });
    const jobs = await program.ask<readonly { options: object; url: string }[]>('prints');
    expect(jobs).toHaveLength(2);
    expect(jobs[0]).toMatchObject({
      url: `office://app/print/${handle}`,
      options: { silent: false, pageSize: 'A4', printBackground: true },
      text: expect.stringMatching(/[А-Я]/u),
    });
    await expect.poll(() => program.page.context().pages().length).toBe(1);
  });

  it('tells a print given up from a printer that failed', async () => {
    const handle = await printPage();
    await program.ask('printNext', [false, 'Print job canceled']);
    expect(await ask('print', { handle })).toMatchObject({ data: { printed: false } });
    await program.ask('printNext', [false, 'Print job failed']);
    expect(await ask('print', { handle })).toMatchObject({ error: { code: 'print-failed' } });
    await program.ask('printNext', [true, '']);
  });

  it('saves a PDF with the fonts of the program in it', async () => {
    const handle = await printPage();
    const filePath = join(folder, 'Форма.pdf');
    await program.ask('prepare', [{ canceled: false, filePath }]);
    expect(await ask('savePdf', { handle })).toMatchObject({ data: { saved: true } });
    const pdf = readFileSync(filePath);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdfPageCount(pdf)).toBeGreaterThan(0);
    expect(pdf.toString('latin1')).toMatch(/\/BaseFont\s*\/\w*\+?Tinos|Liberation|Times/u);
    const [, asked] = (await program.ask<{ kind: string; options: object }[]>('asked')).slice(-2);
    expect(asked).toMatchObject({ options: { defaultPath: expect.stringMatching(/\.pdf$/u) } });
  });

  it('zooms by the keyboard in any layout', async () => {
    const key = { type: 'keyDown', control: true, alt: false, meta: false };
    expect(await program.ask('press', { ...key, code: 'Equal' })).toEqual({
      prevented: true,
      zoom: 0.5,
    });
    expect(await program.ask('press', { ...key, code: 'Digit0' })).toMatchObject({ zoom: 0 });
    expect(await program.ask('press', { ...key, code: 'KeyS' })).toMatchObject({
      prevented: false,
    });
  });
});

describe('the end of the program', () => {
  it('refuses a folder that another program holds, and says who', async () => {
    const { code, errorBox } = await runStandIn(folder);
    expect(code).toBe(1);
    expect(errorBox).toMatch(/Её держит Школьная канцелярия/u);
    await expect(startHttpHost(folder)).rejects.toThrow(/уже открыта/u);
  });

  it('leaves a second start of the same program to the first', async () => {
    expect(await runStandIn(folder, { STAND_IN_SECOND: '1' })).toMatchObject({ errorBox: null });
  });

  it('quits with the database closed, the folder free and nothing borrowed left', async () => {
    expect(await program.quit()).toBe(0);
    const left = readdirSync(folder).filter((name) => /-wal|holder|uploads|outbox/u.test(name));
    expect(left).toEqual([]);
    expect(existsSync(join(folder, 'window.json'))).toBe(true);
    const settings = { folder, program: 'тест', actor: 'тест', writeLog: () => undefined };
    const office = await openRemoteOffice(settings);
    await office.close();
    const log = readFileSync(join(folder, 'logs', 'office.log'), 'utf8');
    expect(log).toMatch(/closed\s*$/u);
    expect(log).not.toMatch(/\[error\]|Иванов/u);
  });
});
