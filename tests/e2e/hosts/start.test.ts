import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startNode } from '../../support/child.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const script = join(root, 'scripts', 'start.mjs');
const hasElectron = existsSync(join(root, 'node_modules', 'electron', 'path.txt'));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  output(): string;
}

/** `npm start` on a computer whose only programs are those of the test's own `bin`. */
const start = (words: readonly string[], nodeOptions: readonly string[] = []): Started => {
  let text = '';
  const child = startNode([...nodeOptions, script, '--data', folder, ...words], {
    env: {
      PATH: [join(folder, 'bin'), dirname(process.execPath)].join(':'),
      HOME: folder,
      // Nothing listens there: Electron cannot be fetched.
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  return { child, output: () => text };
};

const waitFor = async ({ output }: Started, pattern: RegExp): Promise<string> => {
  await expect.poll(output, { timeout: 40_000 }).toMatch(pattern);
  return output();
};

const stop = async ({ child }: Started): Promise<number | null> => {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await exited) as [number | null];
  return code;
};

const address = /http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/u;

/** Tells its arguments and stays open for a while. */
const fakeBrowser = `#!/bin/sh
echo "$@" > "$HOME/arguments.part"
/bin/mv "$HOME/arguments.part" "$HOME/arguments"
/bin/sleep 6
`;

const commandLines = (): string =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder))
    .join('\n');

describe('npm start', () => {
  it.skipIf(hasElectron)(
    'without Electron and browser says so and prints the address',
    async () => {
      const started = start([]);
      const text = await waitFor(started, /Браузер не найден/u);
      expect(text).toMatch(/Electron не запущен/u);
      const [url = ''] = address.exec(text) ?? [];
      expect((await fetch(url)).status).toBe(200);
      expect((await fetch(url)).status).toBe(403);
      expect(await stop(started)).toBe(0);
      expect(existsSync(join(folder, 'office.sqlite-wal'))).toBe(false);
    },
  );

  it('opens a window of the browser that is there, without the key, and ends with it', async () => {
    const browser = join(folder, 'bin', 'chromium');
    writeFileSync(browser, fakeBrowser, { mode: 0o755 });
    const started = start(['--browser']);
    await expect.poll(() => existsSync(join(folder, 'arguments')), { timeout: 40_000 }).toBe(true);
    // What any user of the computer sees of the running programs.
    const seen = commandLines();
    expect(seen).toContain(`--user-data-dir=${folder}`);
    expect(seen).not.toMatch(/key=/u);
    const words = readFileSync(join(folder, 'arguments'), 'utf8');
    const [, page = ''] = /--app=(?<page>file:\S+\/open\.html)/u.exec(words) ?? [];
    const path = fileURLToPath(page);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    const [url = ''] = address.exec(readFileSync(path, 'utf8')) ?? [];
    expect(started.output()).not.toContain(url);
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(() => existsSync(path)).toBe(false);
    const [code] = (await once(started.child, 'exit')) as [number | null];
    expect(code).toBe(0);
  });

  it('prints the address for a browser that cannot see the files of the program', async () => {
    const browser = join(folder, 'bin', 'chromium-browser');
    const script = `#!/bin/sh\n/bin/touch ${folder}/arguments\nexec /snap/bin/chromium "$@"\n`;
    writeFileSync(browser, script, { mode: 0o755 });
    const started = start(['--browser']);
    await waitFor(started, /snap или flatpak/u);
    expect(existsSync(join(folder, 'arguments'))).toBe(false);
    expect(await stop(started)).toBe(0);
  });

  it('goes on when the browser fails, and says so', async () => {
    const browser = join(folder, 'bin', 'google-chrome');
    writeFileSync(browser, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const started = start(['--browser']);
    const text = await waitFor(started, /Окно браузера не открылось/u);
    expect((await fetch(address.exec(text)?.[0] ?? '')).status).toBe(200);
    expect(await stop(started)).toBe(0);
  });

  it('says who holds the folder', async () => {
    const first = start(['--browser']);
    await waitFor(first, address);
    const second = start(['--browser']);
    const [code] = (await once(second.child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(second.output()).toMatch(/Её держит Школьная канцелярия \(браузер\)/u);
    await stop(first);
  });

  it('explains itself under an old Node instead of crashing', async () => {
    const old =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
    const started = start([], ['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    const [code] = (await once(started.child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(started.output()).toMatch(/нужен Node\.js 22\.12 или новее, а запущен 20\.20\.2/u);
  });

  it('names a wrong word', async () => {
    const started = start(['--fly']);
    const [code] = (await once(started.child, 'exit')) as [number | null];
    expect(code).toBe(2);
    expect(started.output()).toMatch(/не распознан/u);
  });
});
