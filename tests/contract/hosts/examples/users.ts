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
export const usersExamples: readonly Example[] = [
  example('users.state', {}),
  example(
    'users.setPassword',
    { password, repeat: password },
    { keep: keepCode, refused: 'password-already-set' },
  ),
  example('users.touch', {}),
  example('users.printRecoveryCode', (world) => ({ code: world.text('code') }), {
    keep: (_sheet, world) => world.keep('former code', world.text('code')),
    refused: [{ code: mistyped }, 'code-mistyped'],
  }),
  example(
    'users.newRecoveryCode',
    { password },
    {
      keep: keepCode,
      refused: [{ password: '' }, 'invalid-input'],
    },
  ),
  example('users.printRecoveryCode', (world) => ({ code: world.text('code') }), {
    refused: [(world) => ({ code: world.text('former code') }), 'code-wrong'],
  }),
  example('users.confirmRecoveryKept', {}),
  example('users.saveIdle', { minutes: 120 }, { refused: [{ minutes: 0 }, 'invalid-input'] }),
  example(
    'users.recover',
    (world) => ({ code: world.text('code'), next: recovered, repeat: recovered }),
    { keep: keepCode, refused: [{ code: mistyped, next: last, repeat: last }, 'code-mistyped'] },
  ),
  example(
    'users.changePassword',
    { current: recovered, next: last, repeat: last },
    { refused: [{ current: last, next: password, repeat: recovered }, 'invalid-input'] },
  ),
  example('users.lock', {}, { refused: 'locked' }),
  example('users.unlock', { password: last }, { refused: [{ password }, 'password-wrong'] }),
];
