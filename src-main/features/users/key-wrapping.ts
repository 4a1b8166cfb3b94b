import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { sealWith, unsealWith } from './sealing.ts';

/** A key wrapped by another: what the database keeps. */
export interface WrappedKey {
  readonly salt: Uint8Array;
  readonly wrapped: Uint8Array;
}

const keyBytes = 32;
const saltBytes = 16;

/** 128 MB of memory and about a third of a second per guess; maxmem leaves room for the buffers. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 } as const;

/** Key of a password; runs in libuv's pool, so that other calls go on. */
const keyOfPassword = (password: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // One spelling of «й» and «ё», whatever keyboard typed them.
    const typed = Buffer.from(password.normalize('NFC'), 'utf8');
    scrypt(typed, salt, keyBytes, cost, (error, key) => {
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
): Promise<WrappedKey> => {
  const salt = randomBytes(saltBytes);
  return wrap(await keyOfPassword(password, salt), dataKey, salt, passwordUse);
};

/** @returns null when the password is not the one */
export const unwrapByPassword = async (
  key: WrappedKey,
  password: string,
): Promise<Uint8Array | null> => unwrap(await keyOfPassword(password, key.salt), key, passwordUse);

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
