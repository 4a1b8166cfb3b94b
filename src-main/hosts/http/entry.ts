import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screensPolicy } from '../shared/policies.ts';
import { sendBytes } from './answers.ts';
import type { Session } from './guard.ts';
import { sessionCookie } from './guard.ts';

/** Where the page of the entry finds its script: the policy allows none inside the page. */
export const entryScriptPath = '/enter.js';

/**
 * The secret goes into the storage of the origin, which knows ports, unlike a cookie: a reloaded
 * page and a second tab find it there. The page itself goes on, so that the next request is of our
 * own site whatever led here (a Strict cookie would stay behind otherwise).
 */
const entryScript = `localStorage.setItem('office-session', document.querySelector('meta[name=office-session]').content);
location.replace('/');
`;

export const sendEntryScript = (response: ServerResponse): void =>
  sendBytes(response, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }, entryScript);

/** The answer to a key that was good: the rights of the session, and on to the screens. */
export const sendEntry = (response: ServerResponse, session: Session, port: number): void =>
  sendBytes(
    response,
    200,
    {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': screensPolicy,
      'Set-Cookie': sessionCookie(session, port),
    },
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школьная канцелярия</title>` +
      `<meta name="office-session" content="${session.secret}"><link rel="icon" href="data:,">` +
      `<script src="${entryScriptPath}"></script></html>`,
  );

export interface LaunchPage {
  readonly path: string;
  remove(): void;
}

/**
 * A page on the disk for its owner's eyes only that leads a browser to the address. Arguments of
 * a running program are seen by every user of the computer; the path of this page tells nothing.
 * It lies among temporary files: the data folder may be shared or know no rights at all.
 */
export const writeLaunchPage = (address: string): LaunchPage => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const path = join(folder, 'open.html');
  const page =
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школьная канцелярия</title>` +
    `<meta http-equiv="refresh" content="0;url=${address}"></html>`;
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
