/**
 * `npm run dev -- [--data DIR] [--demo] [--port PORT] [--browser]`: the program from its sources.
 * Screens reload hot, the core is opened anew when a file of it changes. What this process runs
 * itself (hosts, app, this folder) is watched by Node, which then starts all of it anew.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { OfficeError } from '../../src-main/contract/errors.ts';
import { hasCookie, isOwnPage } from '../../src-main/hosts/http/guard.ts';
import { runHost } from '../../src-main/hosts/http/run.ts';
import { launchOffice } from '../../src-main/hosts/shared/launch.ts';
import { keepFilesPrivate } from '../../src-main/hosts/shared/private-files.ts';
import { electronBinary } from '../electron-binary.mjs';
import { root } from '../ensure-built.mjs';
import { keepDoor, readDoor } from './door.ts';
import { restartingOffice } from './office.ts';
import type { RestartingOffice } from './office.ts';
import { createDevScreens, packages } from './screens.ts';
import type { DevScreens } from './screens.ts';

// Node's watcher has threads report their imports as messages, which the core would take for its own.
delete process.env['WATCH_REPORT_DEPENDENCIES'];
// Unchanged sources are not compiled anew for every thread.
process.env['NODE_COMPILE_CACHE'] ??= join(packages, '.cache', 'compiled');

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '.data') },
    port: { type: 'string' },
    demo: { type: 'boolean' },
    browser: { type: 'boolean' },
  },
});
const folder = resolve(values.data);

const fillOnce = (): void => {
  if (existsSync(join(folder, 'office.sqlite'))) return;
  const cli = join(root, 'src-main', 'hosts', 'cli', 'main.ts');
  spawnSync(process.execPath, ['--no-warnings', cli, 'demo', '--data', folder], {
    stdio: 'inherit',
  });
};

/** Opens the core; what goes wrong in it is seen in the terminal too, whole where it may be. */
const launch = () =>
  launchOffice(folder, 'Школьная канцелярия (разработка)', {
    onLog: ({ level, text }) => level !== 'info' && console.error(text),
    onCrash: (error) => console.error(error),
  });

/** Several files written at once (a checkout, «save all») are one change. */
const quietMs = 50;

/** What the core alone runs; the rest of src-main is Node's to watch, as the script `dev` says. */
const isOfCore = (path: string): boolean =>
  /^src-main\/(?!hosts\/|app\/).*\.ts$/u.test(relative(root, path).split(sep).join('/'));

const restartOnChange = ({ vite }: DevScreens, office: RestartingOffice): void => {
  let timer: NodeJS.Timeout | undefined;
  const restart = async (): Promise<void> => {
    const started = performance.now();
    try {
      await office.restart();
      console.log(`core restarted in ${Math.round(performance.now() - started)} ms`);
      vite.ws.send({ type: 'full-reload' });
    } catch {
      console.error('The core does not start: see above. It is tried again at the next change.');
    }
  };
  vite.watcher.add(join(root, 'src-main'));
  vite.watcher.on('all', (_event, path) => {
    if (!isOfCore(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), quietMs);
  });
};

const openWindow = (writePage: () => string): void => {
  const binary = values.browser ? undefined : electronBinary(root);
  if (!binary) return;
  const words = [join(import.meta.dirname, 'window.cjs'), writePage(), join(folder, 'electron')];
  spawn(binary, words, { stdio: 'ignore' }).unref();
};

const run = async (): Promise<void> => {
  if (values.demo) fillOnce();
  const launched = await launch();
  const office = restartingOffice(launched.office, async () => (await launch()).office);
  const door = readDoor(folder);
  const server = createServer();
  // Before Vite listens: its socket is for our own page, as everything is.
  server.on('upgrade', (request, socket) => {
    const { port } = host;
    if (!isOwnPage(request, port) || !hasCookie(request, door.session, port)) socket.destroy();
  });
  const dev = await createDevScreens(server);
  const host = await runHost({
    launched: { ...launched, office },
    folder,
    port: values.port === undefined ? door.port : Number(values.port),
    layout: { renderer: '', fonts: join(packages, '@fontsource', 'tinos', 'files') },
    session: door.session,
    screens: dev.screens,
    server,
  });
  keepDoor(folder, { ...door, port: host.port });
  restartOnChange(dev, office);
  // The server ends when the sockets of the pages do.
  const stop = (): void => void dev.vite.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  openWindow(host.writePage);
};

keepFilesPrivate();
try {
  await run();
} catch (error) {
  if (!(error instanceof OfficeError)) throw error;
  console.error(error.message);
  process.exit(1);
}
