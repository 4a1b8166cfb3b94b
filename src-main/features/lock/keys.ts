import { OfficeError } from '../../contract/errors.ts';
import {
  codeRandomBytes,
  formatRecoveryCode,
  readRecoveryCode,
} from '../../domain/recovery-code.ts';
import {
  createCodeBytes,
  unwrapByCode,
  unwrapByPassword,
  wrapByCode,
  wrapByPassword,
} from './key-wrapping.ts';
import type { Context } from '../context.ts';
import { forgetAttempts, refuseAttempt, requireTurn } from './attempts.ts';
import { readKey, writeKey } from './repository.ts';
import type { KeyKind, KeyRecord } from './repository.ts';

const nowIso = ({ clock }: Context): string => new Date(clock.now()).toISOString();

/** @throws OfficeError `password-not-set` */
const requireKey = async <K extends KeyKind>({ db }: Context, kind: K): Promise<KeyRecord<K>> => {
  const key = await readKey(db, kind);
  if (key) return key;
  throw new OfficeError('password-not-set', 'Пароль ещё не задан.');
};

/**
 * The data key by a typed password; the caller zeroes it or gives it to the lock.
 * @param path field of the password in the form
 * @throws OfficeError `password-not-set`; StandingRefusal `password-wrong`, `password-wait`
 */
export const keyByPassword = async (
  context: Context,
  password: string,
  path: string,
): Promise<Uint8Array> => {
  const key = await requireKey(context, 'password');
  await requireTurn(context, path);
  const dataKey = await unwrapByPassword(key, password);
  if (!dataKey)
    return refuseAttempt(context, {
      code: 'password-wrong',
      path,
      what: 'Пароль неверный. Проверьте раскладку и Caps Lock.',
    });
  await forgetAttempts(context);
  return dataKey;
};

/**
 * Plain form of a typed code.
 * @throws OfficeError `code-mistyped` with the group that is wrong
 */
const codeOf = (typed: string): string => {
  const read = readRecoveryCode(typed);
  if (read.ok) return read.code;
  const message =
    read.group === null
      ? 'В коде восстановления 30 знаков: шесть групп по пять. Проверьте, все ли введены.'
      : `Опечатка в группе ${read.group}. Сверьте её с листом.`;
  throw new OfficeError('code-mistyped', message, [{ path: 'code', message }]);
};

/** @returns null when the code is not the one in force @throws OfficeError `code-mistyped`, `password-not-set` */
export const tryCode = async (context: Context, typed: string): Promise<Uint8Array | null> =>
  unwrapByCode(await requireKey(context, 'recovery'), codeOf(typed));

/** @throws OfficeError `code-mistyped`, `password-not-set`; StandingRefusal `code-wrong`, `password-wait` */
export const keyByCode = async (context: Context, typed: string): Promise<Uint8Array> => {
  codeOf(typed);
  await requireTurn(context, 'code');
  const dataKey = await tryCode(context, typed);
  if (!dataKey)
    return refuseAttempt(context, {
      code: 'code-wrong',
      path: 'code',
      what: 'Код восстановления не подходит. Возможно, это лист с прежним кодом.',
    });
  await forgetAttempts(context);
  return dataKey;
};

export const savePassword = async (
  context: Context,
  dataKey: Uint8Array,
  password: string,
): Promise<void> => {
  const key = await wrapByPassword(dataKey, password, context.lock.passwordCost);
  await writeKey(context.db, 'password', key, nowIso(context));
};

/** Makes a new recovery code; the former one stops working. @returns it, for the only time */
export const renewCode = async (context: Context, dataKey: Uint8Array): Promise<string> => {
  const code = formatRecoveryCode(createCodeBytes(codeRandomBytes));
  const wrapped = wrapByCode(dataKey, code.replaceAll('-', ''));
  await writeKey(context.db, 'recovery', wrapped, nowIso(context));
  return code;
};
