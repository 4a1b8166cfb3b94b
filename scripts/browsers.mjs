import { accessSync, constants, statSync } from 'node:fs';
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

/** The first browser of the Chromium family on this computer, or undefined. */
export const findBrowser = (platform = process.platform, env = process.env) =>
  candidates(platform, env).find(isProgram);
