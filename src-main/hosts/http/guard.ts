import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The rights of this launch: a key for the address and a secret for the browser's cookie. */
export interface Session {
  readonly key: string;
  readonly cookie: string;
}

const secret = (): string => randomBytes(32).toString('base64url');

export const createSession = (): Session => ({ key: secret(), cookie: secret() });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares without telling by time how much agrees. */
export const isSameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right));

/** Cookies do not know ports, so that two launches need two names. */
export const cookieName = (port: number): string => `office-${port}`;

export const sessionCookie = (session: Session, port: number): string =>
  `${cookieName(port)}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`;

const cookieOf = (request: IncomingMessage, name: string): string | null => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
};

export const hasSession = (request: IncomingMessage, session: Session, port: number): boolean => {
  const cookie = cookieOf(request, cookieName(port));
  return cookie !== null && isSameSecret(cookie, session.cookie);
};

/**
 * Whether the request was made by our own page: Host defeats DNS rebinding, Origin and
 * Sec-Fetch-Site defeat other sites. A typed or clicked address carries no Origin.
 */
export const isOwnPage = (request: IncomingMessage, port: number): boolean => {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (host !== `127.0.0.1:${port}`) return false;
  if (origin === undefined ? request.method !== 'GET' : origin !== `http://127.0.0.1:${port}`)
    return false;
  return site === undefined || site === 'same-origin' || site === 'none';
};

/** A link with the key may be followed from anywhere: it carries its own right. */
export const isOwnHost = (request: IncomingMessage, port: number): boolean =>
  request.headers.host === `127.0.0.1:${port}`;
