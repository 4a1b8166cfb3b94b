import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { isoDate, nothing, read } from './fields.ts';
import { documentOutput } from './printing.ts';
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

export const lockState = z.strictObject({
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
export type LockState = ValueOf<typeof lockState>;

const repeat = z.string('Повторите пароль').max(maxPasswordLength);
const forever = { undoable: false } as const;
const atLock = { undoable: false, whileLocked: true } as const;

export const lockOperations = {
  /** May be polled: it is not an action of the user. */
  'lock.state': query(nothing, lockState, { whileLocked: true, background: true }),
  /** The user is typing or moving: puts the automatic lock off. Call at most every 30 s. */
  'lock.touch': query(nothing, nothing),
  /** First run. @throws `password-already-set` */
  'lock.setPassword': command(
    repeated({ password: newPassword, repeat }, 'password'),
    givenCode,
    forever,
  ),
  /** @throws `password-wrong`, `password-wait`, `password-not-set` */
  'lock.unlock': command(z.strictObject({ password: typedPassword }), nothing, atLock),
  /** Touches no row, so it is a query: it must not wait behind a running import. */
  'lock.lock': query(nothing, nothing),
  /** Re-wraps the key, nothing else. @throws as `lock.unlock` */
  'lock.changePassword': command(
    repeated({ current: typedPassword, next: newPassword, repeat }, 'next'),
    nothing,
    forever,
  ),
  /** Opens by the printed code, sets a new password and gives a new code. @throws `code-wrong`, `code-mistyped`, `password-wait` */
  'lock.recover': command(
    repeated({ code: typedCode, next: newPassword, repeat }, 'next'),
    givenCode,
    atLock,
  ),
  /** The former code stops working. @throws as `lock.unlock` */
  'lock.newRecoveryCode': command(z.strictObject({ password: typedPassword }), givenCode, forever),
  /** The sheet for the safe; the code must be the one in force. @throws `code-wrong`, `code-mistyped` */
  'lock.printRecoveryCode': query(z.strictObject({ code: typedCode }), documentOutput),
  'lock.confirmRecoveryKept': command(nothing, nothing, forever),
  'lock.saveIdle': command(
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
