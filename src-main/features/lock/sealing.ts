import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Layout of a sealed value: version, nonce, ciphertext, tag. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

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
