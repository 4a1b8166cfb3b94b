import { expect, test } from 'vitest';
import {
  codeRandomBytes,
  formatRecoveryCode,
  groupedCode,
  readRecoveryCode,
} from '../../src-main/domain/recovery-code.ts';

const bytes = (seed: number): Uint8Array =>
  Uint8Array.from({ length: codeRandomBytes }, (_, index) => (seed * 37 + index * 101) & 255);
const code = formatRecoveryCode(bytes(7));
const plain = code.replaceAll('-', '');

test('a code is six groups of five signs that cannot be confused', () => {
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/u);
  expect(readRecoveryCode(code)).toEqual({ ok: true, code: plain });
  expect(formatRecoveryCode(bytes(8))).not.toBe(code);
});

test('case, spaces, dashes, Russian letters and O, I, L do not matter', () => {
  const sample = formatRecoveryCode(new Uint8Array(codeRandomBytes).fill(1));
  const zeroes = formatRecoveryCode(new Uint8Array(codeRandomBytes));
  expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' — '))).toMatchObject({ ok: true });
  expect(readRecoveryCode(sample.replaceAll('1', 'l'))).toMatchObject({ ok: true });
  expect(readRecoveryCode(sample.replaceAll('1', 'I'))).toMatchObject({ ok: true });
  for (const sign of ['O', 'o', 'О', 'о'])
    expect(readRecoveryCode(zeroes.replaceAll('0', sign))).toMatchObject({ ok: true });
  const russian: Readonly<Record<string, string>> = { A: 'А', B: 'в', E: 'ё', K: 'К', X: 'х' };
  const typed = Array.from(formatRecoveryCode(bytes(3)), (sign) => russian[sign] ?? sign).join('');
  expect(typed).toMatch(/[а-яёА-Я]/u);
  expect(readRecoveryCode(typed)).toMatchObject({ ok: true });
  expect(groupedCode(` ${plain.toLowerCase()} `)).toBe(code);
});

test('every single wrong sign is found, with the number of its group', () => {
  for (let at = 0; at < plain.length; at += 1)
    for (const sign of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (sign === plain[at]) continue;
      const typed = plain.slice(0, at) + sign + plain.slice(at + 1);
      expect(readRecoveryCode(typed)).toEqual({ ok: false, group: Math.floor(at / 5) + 1 });
    }
});

test('every exchange of different neighbours, and of two groups, is found', () => {
  const groups = code.split('-');
  for (let at = 0; at < plain.length - 1; at += 1) {
    if (plain[at] === plain[at + 1]) continue;
    const typed = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2);
    expect(readRecoveryCode(typed).ok).toBe(false);
  }
  const exchanged = [groups[1], groups[0], ...groups.slice(2)].join('-');
  expect(readRecoveryCode(exchanged)).toEqual({ ok: false, group: 1 });
});

test('a code too short or too long is told apart from a wrong group', () => {
  for (const typed of ['', plain.slice(1), `${plain}0`])
    expect(readRecoveryCode(typed)).toEqual({ ok: false, group: null });
  expect(readRecoveryCode(`Ж${plain.slice(1)}`)).toEqual({ ok: false, group: 1 });
});
