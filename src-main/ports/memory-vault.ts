import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { OfficeError } from '../contract/errors.ts';
import type { Vault, VaultState } from './vault.ts';

/** Layout of a sealed value: version, nonce, ciphertext, tag. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

const notSet = (): OfficeError =>
  new OfficeError(
    'vault-not-set',
    'Пароль программы ещё не задан, зашифровать данные нечем. Задайте его: «Настройки» → «Пароль и блокировка».',
  );

const locked = (): OfficeError =>
  new OfficeError('vault-locked', 'Программа заблокирована. Введите пароль и повторите.');

const damaged = (): OfficeError =>
  new OfficeError(
    'vault-damaged',
    'Зашифрованное поле не открывается: запись повреждена или перенесена из другой базы. Введите значение заново.',
  );

/**
 * AES-256-GCM: version byte, random nonce (12), ciphertext, tag (16).
 * @param key 32 bytes
 */
export const sealWith = (key: Uint8Array, plain: Uint8Array, context: string): Uint8Array => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.getAuthTag()]);
};

/** @returns null when the key, the context or the bytes are not those that were sealed */
export const unsealWith = (key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null => {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) return null;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const body = decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    // GCM tells only that the tag disagrees; what was decrypted so far is not to be kept.
    body.fill(0);
    return null;
  }
};

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
