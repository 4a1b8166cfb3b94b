import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChild } from '../../support/child.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';

/**
 * Packs the program around a stub in place of the Electron runtime: what lies in the asar and
 * how the fuses are set is real, only the runtime is not.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
) as { version: string };

/** The mark in a real binary before its fuses: version 1, eight fuses, all as Electron ships them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const shippedFuses = '10110011';

const writeStub = (folder: string, executable: string): void => {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const name of ['ru', 'en-US', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'version'), version);
  const fuses = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, 8]),
    Buffer.from(shippedFuses),
  ]);
  writeFileSync(join(folder, executable), Buffer.concat([Buffer.alloc(64), fuses]));
  chmodSync(join(folder, executable), 0o755);
};

let folder = '';
let resources = '';
let files: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-pack-'));
  writeStub(join(folder, 'runtime'), 'electron');
  await runChild(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      '--x64',
      `--config.electronDist=${join(folder, 'runtime')}`,
      `--config.directories.output=${join(folder, 'release')}`,
    ],
    { cwd: root },
  );
  resources = join(folder, 'release', 'linux-unpacked', 'resources');
  files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/'),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the program', () => {
    for (const path of [
      '/package.json',
      '/out/main/electron.js',
      '/out/main/core-worker.js',
      '/out/main/tables-worker.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/out/fonts/tinos-cyrillic-400-normal.woff2',
      '/node_modules/better-sqlite3/lib/index.js',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
      expect(files).toContain(path);
  });

  it('holds no sources, no maps, no tests and no other dependency', () => {
    const foreign = files.filter(
      (path) =>
        /\.(?:ts|tsx|map|c|h|cc|cpp)$/u.test(path) ||
        /^\/(?:src-|tests|shared|docs|bench|scripts)/u.test(path) ||
        /^\/out\/(?!main|preload|renderer|fonts)./u.test(path),
    );
    expect(foreign).toEqual([]);
    const modules = files.filter((path) => /^\/node_modules\/[^/]+$/u.test(path));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
  });

  it('holds nothing of a developer’s run', () => {
    const written = files.filter((path) => /^\/out\/.*\.(?:js|cjs|css|html)$/u.test(path));
    expect(written.length).toBeGreaterThan(50);
    const own =
      /@vite\/client|createHotContext|react-refresh|development\.json|NODE_COMPILE_CACHE/u;
    const archive = join(resources, 'app.asar');
    const telling = written.filter((path) =>
      own.test(extractFile(archive, path.slice(1)).toString('utf8')),
    );
    expect(telling).toEqual([]);
  });

  it('holds the database of this system only, outside the archive', () => {
    const prebuilds = files.filter((path) => path.includes('/prebuilds/'));
    expect(prebuilds).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    const unpacked = join(resources, 'app.asar.unpacked', 'node_modules/better-sqlite3/prebuilds');
    expect(readdirSync(unpacked)).toEqual(['linux-x64.node']);
  });

  it('runs from what it holds alone', async () => {
    const app = join(folder, 'app');
    extractAll(join(resources, 'app.asar'), app);
    const host = await startHttpHost(join(folder, 'data'), {
      entry: join(app, 'out', 'main', 'http.js'),
    });
    const { headers } = await enterHost(host);
    const about = await fetch(`${host.origin}/api/about`, { headers });
    expect(await about.json()).toMatchObject({ ok: true });
    expect(await host.stop()).toBe(0);
    expect(existsSync(join(folder, 'data', 'office.sqlite'))).toBe(true);
  });

  it('keeps only the Russian language of the runtime', () => {
    expect(readdirSync(join(resources, '..', 'locales'))).toEqual(['ru.pak']);
  });

  it('burns every fuse as the design says', () => {
    const binary = join(resources, '..', 'school-office');
    expect(existsSync(binary)).toBe(true);
    const bytes = readFileSync(binary);
    const at = bytes.indexOf(sentinel) + sentinel.length + 2;
    // runAsNode, cookies, NODE_OPTIONS, --inspect, asar integrity, only asar, snapshot, file:.
    expect(bytes.subarray(at, at + 8).toString()).toBe('01001100');
  });
});
