import { OfficeError } from '../../contract/errors.ts';
import { createDataKey } from './key-wrapping.ts';
import { groupedCode } from '../../domain/recovery-code.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { secondsToWait } from './attempts.ts';
import { recoverySheet } from './documents.ts';
import { keyByCode, keyByPassword, renewCode, savePassword, tryCode } from './keys.ts';
import {
  markKept,
  readIdleMinutes,
  readKey,
  readWrongPasswords,
  writeIdleMinutes,
} from './repository.ts';

/** The key enters memory only when what wraps it is safely on disk. */
const openAfterCommit = ({ afterCommit, lock }: Context, dataKey: Uint8Array): void =>
  afterCommit(() => lock.open(dataKey));

/** Uses the key and zeroes it, whatever happens. */
const withKey = async <T>(dataKey: Uint8Array, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } finally {
    dataKey.fill(0);
  }
};

/** Sets the program up with a fresh key or a recovered one. */
const replaceBoth = async (context: Context, dataKey: Uint8Array, password: string) => {
  await savePassword(context, dataKey, password);
  const recoveryCode = await renewCode(context, dataKey);
  openAfterCommit(context, dataKey);
  return { recoveryCode };
};

export const lockHandlers: FeatureHandlers<'lock'> = {
  async 'lock.state'(_input, { db, clock, lock }) {
    const recovery = await readKey(db, 'recovery');
    return {
      state: lock.state(),
      idleMinutes: await readIdleMinutes(db),
      retryAfterSeconds: await secondsToWait(db, clock.now()),
      wrongAttempts: (await readWrongPasswords(db)).count,
      recoveryGivenOn: recovery?.created_at.slice(0, 10) ?? null,
      recoveryKept: recovery?.kept === 1,
    };
  },
  'lock.touch': () => undefined,
  async 'lock.setPassword'({ password }, context) {
    if (await readKey(context.db, 'password'))
      throw new OfficeError(
        'password-already-set',
        'Пароль уже задан. Сменить его можно в «Настройках» → «Безопасность».',
      );
    return replaceBoth(context, createDataKey(), password);
  },
  async 'lock.unlock'({ password }, context) {
    openAfterCommit(context, await keyByPassword(context, password, 'password'));
  },
  'lock.lock'(_input, { lock }) {
    if (lock.state() === 'not-set')
      throw new OfficeError('password-not-set', 'Пароль ещё не задан, закрыть программу нечем.');
    lock.lock();
  },
  async 'lock.changePassword'({ current, next }, context) {
    const dataKey = await keyByPassword(context, current, 'current');
    await withKey(dataKey, () => savePassword(context, dataKey, next));
  },
  async 'lock.recover'({ code, next }, context) {
    return replaceBoth(context, await keyByCode(context, code), next);
  },
  async 'lock.newRecoveryCode'({ password }, context) {
    const dataKey = await keyByPassword(context, password, 'password');
    return withKey(dataKey, async () => ({ recoveryCode: await renewCode(context, dataKey) }));
  },
  async 'lock.printRecoveryCode'({ code }, context) {
    const { db, clock, documents } = context;
    const dataKey = await tryCode(context, code);
    if (!dataKey)
      throw new OfficeError('code-wrong', 'Этот код больше не действует: он заменён новым.');
    dataKey.fill(0);
    const { school } = await readSettings(db);
    const sheet = recoverySheet({
      code: groupedCode(code),
      schoolName: school?.name ?? null,
      today: clock.today(),
    });
    return { document: documents.put(sheet), title: sheet.title };
  },
  async 'lock.confirmRecoveryKept'(_input, { db }) {
    await markKept(db);
  },
  async 'lock.saveIdle'({ minutes }, { db, lock, afterCommit }) {
    await writeIdleMinutes(db, minutes);
    afterCommit(() => lock.setIdle(minutes));
  },
};
