import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dataOf, screenCalls } from '../../support/stand-in/screen-calls.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const runtime = join(root, 'node_modules', 'electron');

const binary = (): string | null => {
  const pathFile = join(runtime, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(runtime, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
};

const executable = binary();
if (executable === null) console.log('skipped: no Electron binary');

/** The only test that runs the real Electron; the stand-in carries the rest. */
describe.skipIf(executable === null)('the program in real Electron', () => {
  it('opens, answers, prints to PDF and quits with the database closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
    const app = await _electron.launch({
      executablePath: executable ?? '',
      args: [root, '--data', folder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^office:\/\/app\//u);
    const { ask, call } = screenCalls(page);
    expect(await ask('about', {})).toMatchObject({ ok: true, data: { host: 'electron' } });
    const { document } = dataOf<{ document: string }>(await call('summary.printBlank', {}));
    const { handle } = dataOf<{ handle: string }>(await call('printing.html', { document }));
    const target = join(folder, 'form.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    expect(await ask('savePdf', { handle })).toMatchObject({ data: { saved: true } });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    await app.close();
    expect(readdirSync(folder).filter((name) => /-wal|holder/u.test(name))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
