import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How long a start looks for the network, how long a download may take (about 110 MB) … */
const probeMs = 4000;
const fetchMs = 5 * 60_000;
/** … and how long a failure is remembered. */
const rememberMs = 24 * 60 * 60 * 1000;

/** Path of the Electron executable, or undefined when only its npm package is here. */
export const electronBinary = (root) => {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

const isRecent = (file, now) => existsSync(file) && now - statSync(file).mtimeMs < rememberMs;

/** Whether the place of Electron's releases answers at all; most offices have no network. */
const isReachable = async (root) => {
  const path = join(root, 'node_modules', 'electron', 'package.json');
  const { repository } = JSON.parse(readFileSync(path, 'utf8'));
  const place = process.env.ELECTRON_MIRROR ?? repository;
  try {
    const signal = AbortSignal.timeout(probeMs);
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal });
    return true;
  } catch {
    return false;
  }
};

const install = (root) =>
  new Promise((resolve) => {
    const script = join(root, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(), fetchMs);
    child.once('error', () => resolve());
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** As `electronBinary`, but tries once a day to fetch it with Electron's own downloader. */
export const fetchElectron = async (root, say) => {
  const here = electronBinary(root);
  const failed = join(root, 'out', '.electron-not-fetched');
  if (here || !existsSync(join(root, 'node_modules', 'electron', 'install.js'))) return here;
  if (isRecent(failed, Date.now())) return undefined;
  if (await isReachable(root)) {
    say('Скачиваю Electron (около 110 МБ), это бывает один раз…');
    await install(root);
  }
  const fetched = electronBinary(root);
  rmSync(failed, { force: true });
  if (!fetched) {
    mkdirSync(dirname(failed), { recursive: true });
    writeFileSync(failed, '');
  }
  return fetched;
};
