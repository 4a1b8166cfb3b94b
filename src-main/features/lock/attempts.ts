import type { Knex } from 'knex';
import { OfficeError, StandingRefusal } from '../../contract/errors.ts';
import { rebased, waitLeft } from '../../domain/password-delay.ts';
import { counted } from '../../domain/russian.ts';
import type { Context } from '../context.ts';
import { readWrongPasswords, writeWrongPasswords } from './repository.ts';

/** Seconds until the next attempt; 0 = now. */
export const secondsToWait = async (db: Knex, now: number): Promise<number> =>
  Math.ceil(waitLeft(await readWrongPasswords(db), now) / 1000);

const inWords = (seconds: number): string =>
  seconds < 60
    ? counted(seconds, 'секунду', 'секунды', 'секунд')
    : counted(Math.ceil(seconds / 60), 'минуту', 'минуты', 'минут');

const tooEarly = (path: string, seconds: number): OfficeError => {
  const message = `Было несколько неверных попыток. Повторите через ${inWords(seconds)}.`;
  return new StandingRefusal('password-wait', message, [{ path, message }], 'lock.passwordTooSoon');
};

/**
 * Lets an attempt through unless a wait after wrong ones is running.
 * @throws StandingRefusal `password-wait`
 */
export const requireTurn = async ({ db, clock }: Context, path: string): Promise<void> => {
  const wrong = await readWrongPasswords(db);
  const now = clock.now();
  const seconds = Math.ceil(waitLeft(wrong, now) / 1000);
  if (seconds === 0) return;
  const started = rebased(wrong, now);
  if (started !== wrong) await writeWrongPasswords(db, started);
  throw tooEarly(path, seconds);
};

/**
 * Counts a wrong attempt and answers it; the count is kept though the command is refused.
 * @throws StandingRefusal with `code` always
 */
export const refuseAttempt = async (
  { db, clock }: Context,
  { code, path, what }: { readonly code: string; readonly path: string; readonly what: string },
): Promise<never> => {
  const { count } = await readWrongPasswords(db);
  await writeWrongPasswords(db, { count: count + 1, lastAt: clock.now() });
  const seconds = await secondsToWait(db, clock.now());
  const message = `${what} Следующая попытка — через ${inWords(seconds)}.`;
  throw new StandingRefusal(code, message, [{ path, message }], 'lock.wrongPassword');
};

export const forgetAttempts = ({ db }: Context): Promise<void> =>
  writeWrongPasswords(db, { count: 0, lastAt: 0 });
