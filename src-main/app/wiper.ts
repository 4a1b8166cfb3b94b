import type { OperationKind } from '../contract/operation.ts';
import type { OfficeDatabase } from '../database/open.ts';
import { isSecretDue } from '../domain/credential-issue.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Calls } from './calls.ts';

/** How often an idle program looks whether a secret's time is over. */
const lookEveryMs = 10_000;

export interface Wiper {
  /**
   * Runs an operation: what is due is wiped before it, what waits is read after it. What neither
   * changes nor tells of a secret does not wait for the wiping behind a long command.
   */
  around<T>(name: string, kind: OperationKind, work: () => Promise<T>): Promise<T>;
  /** Resolves when no wiping runs any more. */
  close(): Promise<void>;
}

interface WiperOptions {
  readonly database: OfficeDatabase;
  readonly calls: Calls;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Operations that tell of secrets, or after which another one may wait, or none. */
const concerns = (name: string): boolean =>
  name.startsWith('credentials.') || name.startsWith('audit.');

/**
 * Wipes the secrets of signed issues when their time to be taken back is over: at the start, before
 * every operation and by a timer, also while the program is locked. The wiping is a command of its
 * own, `credentials.wipe`, with its audit row.
 */
export const startWiper = async (options: WiperOptions): Promise<Wiper> => {
  const { database, calls, clock, log } = options;
  let next: number | null = null;
  let seen = clock.now();
  /** One at a time: many queries may look while the command waits behind an import. */
  let wiping: Promise<void> | null = null;

  const refresh = async (): Promise<void> => {
    const row: { at: string | null } | undefined = await database
      .reader('credentials')
      .whereNotNull('wipe_after')
      .first(database.reader.raw('min(wipe_after) AS at'));
    next = row?.at ? Date.parse(row.at) : null;
  };
  const wipe = async (): Promise<void> => {
    const now = clock.now();
    // A clock set back tells nothing: what waits goes at once.
    const all = next !== null && now < next;
    try {
      await calls.command('credentials.wipe', { all }, {});
      seen = now;
      await refresh();
    } catch (error) {
      // Tried again at the next look; the operation that looked is not to blame.
      log.error('bug in credentials.wipe', error);
    } finally {
      wiping = null;
    }
  };
  const look = async (): Promise<void> => {
    const now = clock.now();
    if (next !== null && isSecretDue({ wipeAfter: next, now, seen })) await (wiping ??= wipe());
    seen = next === null ? now : Math.max(seen, now);
  };

  await refresh();
  if (next !== null) {
    const last: { at: string } | undefined = await database
      .reader('audit')
      .orderBy('id', 'desc')
      .first('at');
    if (last) seen = Math.max(seen, Date.parse(last.at));
  }
  await look();
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return {
    async around(name, kind, work) {
      const looked = look();
      if (kind === 'command' || concerns(name)) await looked;
      const result = await work();
      if (kind === 'command' && concerns(name)) await refresh();
      return result;
    },
    async close() {
      clearInterval(timer);
      await wiping;
    },
  };
};
