import { app, session } from 'electron';
import type { WebContents } from 'electron';
import { isOwnAddress, isPrintAddress } from './origin.ts';

/** What every page of the program gets, and no page may loosen. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The spell checker downloads its dictionaries; the program never goes to the network.
  spellcheck: false,
} as const;

const lockContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isPrintAddress(event.url)) event.preventDefault();
  });
};

/** Page addresses that never leave the computer; `devtools:` exists only in development. */
const isLocal = (url: string): boolean =>
  isOwnAddress(url) ||
  /^(?:data|blob):/u.test(url) ||
  (!app.isPackaged && url.startsWith('devtools:'));

/** Copying an address or an error's details at the user's press; nothing is ever read. */
const mayCopy = (permission: string, url: string | undefined): boolean =>
  permission === 'clipboard-sanitized-write' && url !== undefined && isOwnAddress(url);

/** Denies whatever the program does not need: permissions, devices, network, new windows. */
export const harden = (): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, done, { requestingUrl }) =>
    done(mayCopy(permission, requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    mayCopy(permission, origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !isLocal(url) }));
};
