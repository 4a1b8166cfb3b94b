import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { sealWith, unsealWith } from './sealing.ts';

/** A key wrapped by another: what the database keeps. */
export interface WrappedKey {
  readonly salt: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** A key wrapped by a password: what it costs to try one is kept, so that it may rise later. */
export interface PasswordKey extends WrappedKey {
  /** Binary logarithm of scrypt's N. */
  readonly cost: number;
}

const keyBytes = 32;
const saltBytes = 16;

/** 128 MB of memory and about a third of a second per guess. */
export const usualPasswordCost = 17;

const blockSize = 8;

/** Key of a password; runs in libuv's pool, so that other calls go on. */
const keyOfPassword = (password: string, salt: Uint8Array, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // One spelling of «й» and «ё», whatever keyboard typed them.
    const typed = Buffer.from(password.normalize('NFC'), 'utf8');
    const N = 2 ** cost;
    // A quarter more than the memory it needs leaves room for the buffers.
    const options = { N, r: blockSize, p: 1, maxmem: 160 * blockSize * N };
    scrypt(typed, salt, keyBytes, options, (error, key) => {
      typed.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });

/** A code of 120 random bits needs no stretching. */
const keyOfCode = (code: string, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(code, 'ascii'), salt, 'recovery code', keyBytes));

const passwordUse = 'vault-key/password';
const codeUse = 'vault-key/recovery';

const wrap = (key: Buffer, dataKey: Uint8Array, salt: Uint8Array, use: string): WrappedKey => {
  try {
    return { salt, wrapped: sealWith(key, dataKey, use) };
  } finally {
    key.fill(0);
  }
};

const unwrap = (key: Buffer, { wrapped }: WrappedKey, use: string): Uint8Array | null => {
  try {
    return unsealWith(key, wrapped, use);
  } finally {
    key.fill(0);
  }
};

/** A new random data key; the caller zeroes it or gives it to the vault. */
export const createDataKey = (): Uint8Array => randomBytes(keyBytes);

export const wrapByPassword = async (
  dataKey: Uint8Array,
  password: string,
  cost: number,
): Promise<PasswordKey> => {
  const salt = randomBytes(saltBytes);
  const key = await keyOfPassword(password, salt, cost);
  return { ...wrap(key, dataKey, salt, passwordUse), cost };
};

/** @returns null when the password is not the one */
export const unwrapByPassword = async (
  key: PasswordKey,
  password: string,
): Promise<Uint8Array | null> =>
  unwrap(await keyOfPassword(password, key.salt, key.cost), key, passwordUse);

/** @param code plain form of the code, as `readRecoveryCode` gives it */
export const wrapByCode = (dataKey: Uint8Array, code: string): WrappedKey => {
  const salt = randomBytes(saltBytes);
  return wrap(keyOfCode(code, salt), dataKey, salt, codeUse);
};

/** @returns null when the code is not the one */
export const unwrapByCode = (key: WrappedKey, code: string): Uint8Array | null =>
  unwrap(keyOfCode(code, key.salt), key, codeUse);

/** Random bytes for a new recovery code. */
export const createCodeBytes = (count: number): Uint8Array => randomBytes(count);
