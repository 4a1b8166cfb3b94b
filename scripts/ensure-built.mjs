import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything the bundles are made of. */
const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json'];
const stamp = join(root, 'out', '.built');
const entries = ['main/electron.js', 'main/http.js', 'main/cli.js', 'renderer/index.html'];

const filesOf = (path) => {
  if (!existsSync(join(root, path))) return [];
  if (/\.[a-z]+$/u.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** A hash of contents: times change with every checkout. */
const fingerprint = () => {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesOf)) {
    const path = file.startsWith(root) ? file : join(root, file);
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
};

const isBuilt = (print) =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === print &&
  entries.every((entry) => existsSync(join(root, 'out', entry)));

/**
 * Builds `out/` unless it was made from these very sources.
 * @param {{ force?: boolean, say?: (text: string) => void }} options
 */
export const ensureBuilt = ({ force = false, say = () => undefined } = {}) => {
  const print = fingerprint();
  if (!force && isBuilt(print)) return;
  say('Собираю программу…');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const built = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout}${built.stderr}\nСобрать программу не удалось.\n`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
};
