import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * The rights of this launch. The cookie opens the screens, which hold no data: a browser sends it
 * to every port of 127.0.0.1, so whoever listens there has it. Every call carries the secret as
 * well, which only pages of our own origin, port included, can know.
 */
export interface Session {
  readonly cookie: string;
  readonly secret: string;
}

const random = (): string => randomBytes(32).toString('base64url');

export const createSession = (): Session => ({ cookie: random(), secret: random() });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares without telling by time how much agrees. */
export const isSameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right));

export interface OnceTable<T> {
  /** Gives a ticket that works once. */
  give(value: T): string;
  /** What the ticket was given for, the first time; null ever after. */
  take(ticket: string): T | null;
}

const keyOf = (ticket: string): string => digest(ticket).toString('base64');

/**
 * Tickets that work once. Kept by digest: how long the look-up takes tells nothing of a ticket.
 * @param lifeMs how long a ticket waits for its use
 * @param now milliseconds
 */
export const createOnceTable = <T>(
  lifeMs = Infinity,
  now: () => number = () => performance.now(),
): OnceTable<T> => {
  const given = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    give(value) {
      for (const [key, { until }] of given) if (until < now()) given.delete(key);
      const ticket = random();
      given.set(keyOf(ticket), { value, until: now() + lifeMs });
      return ticket;
    },
    take(ticket) {
      const key = keyOf(ticket);
      const found = given.get(key);
      given.delete(key);
      return found && found.until >= now() ? found.value : null;
    },
  };
};

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

export const hasCookie = (request: IncomingMessage, session: Session, port: number): boolean => {
  const cookie = cookieOf(request, cookieName(port));
  return cookie !== null && isSameSecret(cookie, session.cookie);
};

export const hasSecret = (request: IncomingMessage, session: Session): boolean => {
  const secret = request.headers['x-office-session'];
  return typeof secret === 'string' && isSameSecret(secret, session.secret);
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
