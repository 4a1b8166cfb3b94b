import type { TextEncoding } from './workbook.ts';
import { refuseFile } from './refusals.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Byte order marks win; the rest is UTF-8 where it is valid UTF-8, else windows-1251. */
const encodingOf = (bytes: Uint8Array): TextEncoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = markless16(bytes);
  if (wide) return wide;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
};

/** UTF-16 without a mark: every second byte of Russian or Latin text is 0x04 or 0x00. */
const markless16 = (bytes: Uint8Array): TextEncoding | null => {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (length < 4) return null;
  let low = 0;
  let high = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at + 1] === 0 || bytes[at + 1] === 4) low += 1;
    if (bytes[at] === 0 || bytes[at] === 4) high += 1;
  }
  const enough = (length / 2) * 0.9;
  if (low >= enough && high < enough) return 'utf-16le';
  return high >= enough && low < enough ? 'utf-16be' : null;
};

// Tab, line breaks and form feed occur in text; any other control character means binary data.
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Decodes a text file; the byte order mark is dropped.
 * Errors: `file-unknown-format` when the bytes are no text.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (BINARY.test(text.slice(0, 65_536))) throw refuseFile('file-unknown-format');
  return { text, encoding };
};
