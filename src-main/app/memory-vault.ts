import { OfficeError } from '../contract/errors.ts';
import { sealWith, unsealWith } from '../features/lock/index.ts';
import type { Vault, VaultState } from '../ports/vault.ts';

const notSet = (): OfficeError =>
  new OfficeError(
    'vault-not-set',
    'Пароль программы ещё не задан, зашифровать данные нечем. Задайте его: «Настройки» → «Безопасность».',
  );

const locked = (): OfficeError =>
  new OfficeError('vault-locked', 'Программа заблокирована. Введите пароль и повторите.');

const damaged = (): OfficeError =>
  new OfficeError(
    'vault-damaged',
    'Зашифрованное поле не открывается: запись повреждена или перенесена из другой базы. Введите значение заново.',
  );

/** The data key in memory while the program is open. */
export interface MemoryVault extends Vault {
  /** Takes the key over: the caller must neither use nor keep it. */
  open(dataKey: Uint8Array): void;
  /** Zeroes the key. */
  close(): void;
}

export const createMemoryVault = (initial: Exclude<VaultState, 'open'>): MemoryVault => {
  let key: Uint8Array | null = null;
  let resting = initial;
  const close = (): void => {
    key?.fill(0);
    key = null;
  };
  const requireKey = (): Uint8Array => {
    if (key) return key;
    throw resting === 'not-set' ? notSet() : locked();
  };
  return {
    state: () => (key ? 'open' : resting),
    seal: (plain, context) => sealWith(requireKey(), Buffer.from(plain, 'utf8'), context),
    unseal(sealed, context) {
      if (!key) throw locked();
      const plain = unsealWith(key, sealed, context);
      if (!plain) throw damaged();
      const text = plain.toString('utf8');
      plain.fill(0);
      return text;
    },
    open(dataKey) {
      if (dataKey.length !== 32) throw new Error('The data key must be 32 bytes');
      close();
      key = dataKey;
      resting = 'locked';
    },
    close,
  };
};
