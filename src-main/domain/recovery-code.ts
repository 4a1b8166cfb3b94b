/**
 * The printed recovery code: 6 groups of 5 Crockford base-32 signs, four random and one check
 * sign each, 120 random bits in all. No sign of it can be mistaken for another.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 6;
const randomPerGroup = 4;

/** Random bytes a code needs: one per sign, of which five bits are used. */
export const codeRandomBytes = groups * randomPerGroup;

/** Multiplication by the generator of GF(32), x⁵ + x² + 1. */
const times = (value: number): number => (value < 16 ? value << 1 : (value << 1) ^ 0b10_0101);

/**
 * Check sign of a group: finds any one wrong sign, any two neighbours exchanged, and, as it starts
 * from the group's number, two groups exchanged.
 */
const checkOf = (values: readonly number[], group: number): number =>
  times(values.reduce((sum, value) => times(sum) ^ value, group + 1));

/** `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX` from `codeRandomBytes` random bytes. */
export const formatRecoveryCode = (random: Uint8Array): string => {
  if (random.length !== codeRandomBytes) throw new Error('Wrong number of random bytes');
  return Array.from({ length: groups }, (_, group) => {
    const from = group * randomPerGroup;
    const values = [...random.subarray(from, from + randomPerGroup)].map((byte) => byte & 31);
    return [...values, checkOf(values, group)].map((value) => alphabet[value]).join('');
  }).join('-');
};

/** Signs that look alike, Latin and Russian, as hand and eye confuse them. */
const lookAlike: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  U: 'V',
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  З: '3',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ч: '4',
  Б: '6',
};

/** Spaces, hyphens and dashes of any kind. */
const separators = /[\s\p{Pd}\u2212._]/gu;

export type ReadCode =
  | { readonly ok: true; /** Thirty signs without hyphens. */ readonly code: string }
  /** `group` counts from 1; null when the number of signs is wrong. */
  | { readonly ok: false; readonly group: number | null };

/** Reads a typed code, forgiving its looks: case, hyphens, Russian letters, O for 0, I for 1. */
export const readRecoveryCode = (typed: string): ReadCode => {
  const signs = Array.from(typed.normalize('NFC').toUpperCase().replaceAll(separators, ''));
  const values = signs.map((sign) => alphabet.indexOf(lookAlike[sign] ?? sign));
  const size = randomPerGroup + 1;
  if (values.length !== groups * size) return { ok: false, group: null };
  for (let group = 0; group < groups; group += 1) {
    const part = values.slice(group * size, (group + 1) * size);
    const isRight =
      !part.includes(-1) && part.at(-1) === checkOf(part.slice(0, randomPerGroup), group);
    if (!isRight) return { ok: false, group: group + 1 };
  }
  return { ok: true, code: values.map((value) => alphabet[value]).join('') };
};

/** A rightly typed code as it is printed; a mistyped one comes back as it was. */
export const groupedCode = (typed: string): string => {
  const read = readRecoveryCode(typed);
  return read.ok ? (read.code.match(/.{5}/gu) ?? []).join('-') : typed;
};
