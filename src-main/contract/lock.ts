import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { isoDate, nothing, read } from './fields.ts';
import { documentOutput } from './lists.ts';
import { command, query } from './operation.ts';

export const minPasswordLength = 8;
export const maxPasswordLength = 200;

/** Never trimmed: a space may be a part of the password. */
const typedPassword = z
  .string('Введите пароль')
  .min(1, 'Введите пароль')
  .max(maxPasswordLength, `Не длиннее ${maxPasswordLength} знаков`);

const newPassword = z
  .string('Придумайте пароль')
  .min(minPasswordLength, { error: `Не короче ${minPasswordLength} знаков`, abort: true })
  .max(maxPasswordLength, `Не длиннее ${maxPasswordLength} знаков`)
  .refine((text) => new Set(text).size > 3, 'Слишком простой: нужны хотя бы четыре разных знака');

const repeated = <T extends z.ZodRawShape & { repeat: z.ZodString }>(
  shape: T,
  of: Extract<keyof T, string>,
) =>
  z.strictObject(shape).refine((value) => (value as never)[of] === (value as never)['repeat'], {
    path: ['repeat'],
    message: 'Пароли не совпадают. Повторите новый пароль',
  });

const typedCode = z
  .string('Введите код восстановления')
  .min(1, 'Введите код восстановления')
  .max(120, 'Код восстановления состоит из шести групп по пять знаков');

/** `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`; it is answered once and kept nowhere. */
const givenCode = z.strictObject({ recoveryCode: z.string() });

export const usersState = z.strictObject({
  /** `not-set`: no password yet, the program works unlocked and seals nothing. */
  state: z.enum(['not-set', 'locked', 'open']),
  idleMinutes: z.int(),
  /** Seconds until a password may be tried again after wrong ones; 0 = now. */
  retryAfterSeconds: z.int(),
  /** Wrong passwords in a row. */
  wrongAttempts: z.int(),
  /** When the recovery code in force was given; null before the first password. */
  recoveryGivenOn: isoDate.nullable(),
  /** Whether the user has confirmed that the printed code is kept. */
  recoveryKept: z.boolean(),
});
export type UsersState = ValueOf<typeof usersState>;

const repeat = z.string('Повторите пароль').max(maxPasswordLength);
const forever = { undoable: false } as const;
const atLock = { undoable: false, whileLocked: true } as const;

export const usersOperations = {
  /** May be polled: it is not an action of the user. */
  'users.state': query(nothing, usersState, { whileLocked: true, background: true }),
  /** The user is typing or moving: puts the automatic lock off. Call at most every 30 s. */
  'users.touch': query(nothing, nothing),
  /** First run. @throws `password-already-set` */
  'users.setPassword': command(
    repeated({ password: newPassword, repeat }, 'password'),
    givenCode,
    forever,
  ),
  /** @throws `password-wrong`, `password-wait`, `password-not-set` */
  'users.unlock': command(z.strictObject({ password: typedPassword }), nothing, atLock),
  /** Touches no row, so it is a query: it must not wait behind a running import. */
  'users.lock': query(nothing, nothing),
  /** Re-wraps the key, nothing else. @throws as `users.unlock` */
  'users.changePassword': command(
    repeated({ current: typedPassword, next: newPassword, repeat }, 'next'),
    nothing,
    forever,
  ),
  /** Opens by the printed code, sets a new password and gives a new code. @throws `code-wrong`, `code-mistyped`, `password-wait` */
  'users.recover': command(
    repeated({ code: typedCode, next: newPassword, repeat }, 'next'),
    givenCode,
    atLock,
  ),
  /** The former code stops working. @throws as `users.unlock` */
  'users.newRecoveryCode': command(z.strictObject({ password: typedPassword }), givenCode, forever),
  /** The sheet for the safe; the code must be the one in force. @throws `code-wrong`, `code-mistyped` */
  'users.printRecoveryCode': query(z.strictObject({ code: typedCode }), documentOutput),
  'users.confirmRecoveryKept': command(nothing, nothing, forever),
  'users.saveIdle': command(
    z.strictObject({
      minutes: z
        .int('Укажите целое число минут')
        .min(1, 'От 1 до 120 минут')
        .max(120, 'От 1 до 120 минут'),
      ...read,
    }),
    nothing,
    forever,
  ),
} as const;
