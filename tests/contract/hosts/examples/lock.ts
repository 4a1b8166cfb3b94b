import type { Example, World } from '../example.ts';
import { example } from '../example.ts';

const password = 'Лошадь батарейка-7';
const recovered = 'Совсем другой пароль';
const last = 'Третий пароль-12';
/** One sign short. */
const mistyped = '00000-00000-00000-00000-00000-0000';

const keepCode = ({ recoveryCode }: { readonly recoveryCode: string }, world: World): void =>
  world.keep('code', recoveryCode);

/**
 * First of all: what follows runs in an office with a password. A wrong password makes the next
 * one wait, so it is tried once, after everything that needs the right one.
 */
export const lockExamples: readonly Example[] = [
  example('lock.state', {}),
  example(
    'lock.setPassword',
    { password, repeat: password },
    { keep: keepCode, refused: 'password-already-set' },
  ),
  example('lock.touch', {}),
  example('lock.printRecoveryCode', (world) => ({ code: world.text('code') }), {
    keep: (_sheet, world) => world.keep('former code', world.text('code')),
    refused: [{ code: mistyped }, 'code-mistyped'],
  }),
  example(
    'lock.newRecoveryCode',
    { password },
    {
      keep: keepCode,
      refused: [{ password: '' }, 'invalid-input'],
    },
  ),
  example('lock.printRecoveryCode', (world) => ({ code: world.text('code') }), {
    refused: [(world) => ({ code: world.text('former code') }), 'code-wrong'],
  }),
  example('lock.confirmRecoveryKept', {}),
  example('lock.saveIdle', { minutes: 120 }, { refused: [{ minutes: 0 }, 'invalid-input'] }),
  example(
    'lock.recover',
    (world) => ({ code: world.text('code'), next: recovered, repeat: recovered }),
    { keep: keepCode, refused: [{ code: mistyped, next: last, repeat: last }, 'code-mistyped'] },
  ),
  example(
    'lock.changePassword',
    { current: recovered, next: last, repeat: last },
    { refused: [{ current: last, next: password, repeat: recovered }, 'invalid-input'] },
  ),
  example('lock.lock', {}, { refused: 'locked' }),
  example('lock.unlock', { password: last }, { refused: [{ password }, 'password-wrong'] }),
];
