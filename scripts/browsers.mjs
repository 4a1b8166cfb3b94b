import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium and its kin: all of them open an address as a window of its own (`--app=`). */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'yandex-browser',
  'yandex-browser-stable',
];

const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Yandex', 'YandexBrowser', 'Application', 'browser.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const macPaths = ['Google Chrome', 'Yandex', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const candidates = (platform, env) => {
  if (platform === 'darwin') return macPaths;
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => windowsPaths.map((path) => join(folder, ...path)));
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** Longer files are programs, not scripts that start one. */
const maxScriptBytes = 65_536;

/**
 * Whether the browser lives in a snap or flatpak: such a one sees neither the program's page nor a
 * profile in a hidden folder.
 */
export const isConfined = (path) => {
  if (process.platform !== 'linux') return false;
  const real = realpathSync(path);
  if (/\/(?:snap|snapd|flatpak)(?:\/|$)/u.test(`${path}\n${real}`)) return true;
  if (statSync(real).size > maxScriptBytes) return false;
  return /\/snap\/bin\/|\bflatpak run\b/u.test(readFileSync(real, 'latin1'));
};

/** A browser of the Chromium family on this computer, an unconfined one if there is any. */
export const findBrowser = (platform = process.platform, env = process.env) => {
  const found = candidates(platform, env).filter(isProgram);
  return found.find((path) => !isConfined(path)) ?? found[0];
};
