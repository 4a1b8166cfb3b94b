import { fork, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode } from './node-version.mjs';

requireNode();
const { ensureBuilt, root } = await import('./ensure-built.mjs');
const { findBrowser, isConfined } = await import('./browsers.mjs');
const { fetchElectron } = await import('./electron-binary.mjs');

const help = `Запуск: npm start -- [--data ПАПКА] [--demo] [--port ПОРТ] [--browser]
  --data ПАПКА   где лежат данные (по умолчанию папка школьной канцелярии пользователя)
  --demo         заполнить пустую папку придуманной школой
  --port ПОРТ    порт для работы в браузере (по умолчанию любой свободный)
  --browser      работать в браузере, даже если есть Electron`;

const say = (text) => process.stdout.write(`${text}\n`);

/** A window that closes sooner than this was not a window: the browser failed or handed over. */
const shortLifeMs = 3000;

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        demo: { type: 'boolean' },
        browser: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch {
    process.stderr.write(`Параметр не распознан.\n${help}\n`);
    return process.exit(2);
  }
};

const ended = (child) =>
  new Promise((resolve) => {
    const started = Date.now();
    const finish = (code) => resolve({ code, lived: Date.now() - started });
    child.once('error', () => finish(1));
    child.once('exit', finish);
  });

const openElectron = async (binary, dataArgs) => {
  const child = spawn(binary, [root, ...dataArgs], { stdio: 'inherit' });
  const { code, lived } = await ended(child);
  return code === 0 || lived > shortLifeMs;
};

/** The page leads to the address: a key among the arguments would be seen by every user. */
const openBrowser = async (browser, page, profile, host) => {
  const args = [
    `--app=${pathToFileURL(page).href}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
  ];
  const window = spawn(browser, args, { stdio: 'ignore' });
  const { lived } = await ended(window);
  if (lived > shortLifeMs) {
    if (host.connected) host.send('stop');
  } else say('Окно браузера не открылось. Откройте напечатанный адрес сами.');
};

const openHttp = async (dataArgs, port) => {
  const host = fork(join(root, 'out', 'main', 'http.js'), [
    ...dataArgs,
    ...(port === undefined ? [] : ['--port', port]),
  ]);
  // The terminal sends Ctrl+C to both; the host closes the database and this waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => host.kill('SIGTERM'));
  host.once('message', ({ dataFolder }) => {
    const browser = findBrowser();
    if (!browser)
      say('Браузер не найден (Chrome, Яндекс, Edge, Chromium). Откройте адрес в любом браузере.');
    else if (isConfined(browser))
      say(
        'Браузер поставлен как snap или flatpak и файлов программы не видит. Откройте адрес в нём сами.',
      );
    else {
      host.once('message', ({ page }) =>
        openBrowser(browser, page, join(dataFolder, 'browser'), host),
      );
      host.send('page');
    }
  });
  const { code } = await ended(host);
  process.exitCode = code ?? 1;
};

const options = readOptions();
if (options.help) {
  say(help);
  process.exit(0);
}
ensureBuilt({ say });
const dataArgs = options.data === undefined ? [] : ['--data', options.data];
if (options.demo)
  spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'demo', ...dataArgs], {
    stdio: 'inherit',
  });
const binary = options.browser ? undefined : await fetchElectron(root, say);
if (!binary || !(await openElectron(binary, dataArgs))) {
  if (!options.browser)
    say(
      binary
        ? 'Окно Electron не запустилось. Работаю через браузер.'
        : 'Electron не запущен: его нет на этом компьютере и скачать его не удалось. Работаю через браузер.',
    );
  await openHttp(dataArgs, options.port);
}
