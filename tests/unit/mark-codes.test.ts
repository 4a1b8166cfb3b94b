import { describe, expect, test } from 'vitest';
import type { CodeTable } from '../../src-main/domain/mark-codes.ts';
import {
  averageOf,
  canonicalCodes,
  hasUnknownCode,
  markValues,
  readMarkCell,
  showAverage,
  showCodes,
  tokensOf,
} from '../../src-main/domain/mark-codes.ts';

const usual: CodeTable = new Map([
  ['Н', 'absent'],
  ['НП', 'unexcused'],
  ['Б', 'ill'],
  ['У', 'excused'],
  ['П', 'excused'],
  ['УП', 'excused'],
  ['О', 'late'],
  ['ОП', 'late'],
  ['*', 'present'],
  ['ОСВ', 'exempt'],
  ['ЗЧ', 'credit'],
  ['НЗ', 'no-credit'],
  ['Н/А', 'not-assessed'],
  ['0', 'not-assessed'],
  ['999', 'credit'],
  ['.', 'pending'],
]);
const codes = (text: string, table = usual) => canonicalCodes(readMarkCell(text, table));

describe('cells of the exports (formats.md A)', () => {
  test.each([
    ['5', '5'],
    ['3/4', '3 4'],
    ['О 2', 'О 2'],
    ['5 Н', '5 Н'],
    ['2  3', '2 3'],
    ['Б Б 3', 'Б Б 3'],
    ['О 4/3', 'О 4 3'],
    ['Б  3/3', 'Б 3 3'],
    ['нн5', 'Н Н 5'],
    ['н', 'Н'],
    ['зч', 'ЗЧ'],
    ['ОСВ', 'ОСВ'],
    ['УП', 'У'],
    ['П', 'У'],
    ['ОП', 'О'],
    ['*', '*'],
    ['3-', '3-'],
    ['4+', '4+'],
    ['.', '.'],
    ['0', 'Н/А'],
    ['н/а', 'Н/А'],
    ['н/а 4', 'Н/А 4'],
    ['999', 'ЗЧ'],
    ['H', 'Н'],
    ['O 4', 'О 4'],
    ['5,4;3', '5 4 3'],
    ['\u00a05\u00a0', '5'],
    ['', ''],
    ['   ', ''],
  ])('%j is %j', (text, expected) => expect(codes(text)).toBe(expected));
});

describe('unknown codes are kept and shown', () => {
  test.each([
    ['ХЗ', '?ХЗ'],
    ['5 дз', '5 ?ДЗ'],
    ['55', '?55'],
    ['10', '?10'],
    ['6', '?6'],
    ['нет', '?НЕТ'],
    ['#', '?#'],
  ])('%j is %j', (text, expected) => {
    expect(codes(text)).toBe(expected);
    expect(hasUnknownCode(codes(text))).toBe(true);
  });
  test('another table knows another meaning', () =>
    expect(codes('П 4', new Map([['П', 'present']]))).toBe('* 4'));
});

test('canonical codes are read back', () => {
  for (const text of ['Б  3/3', 'нн5', '4+ 3-', 'ХЗ 5', 'н/а', '. *'])
    expect(canonicalCodes(tokensOf(codes(text)))).toBe(codes(text));
});

test('marks and averages of a cell', () => {
  expect(markValues('Б 3 4+')).toEqual([3, 4]);
  expect(showCodes('Б 3 3')).toBe('Б 3/3');
  expect(showCodes('?ХЗ 5-')).toBe('ХЗ 5-');
  expect(averageOf([])).toBeNull();
  expect(showAverage(averageOf([5, 4, 4]))).toBe('4,33');
  expect(showAverage(2.675)).toBe('2,68');
  expect(showAverage(null)).toBe('—');
});
