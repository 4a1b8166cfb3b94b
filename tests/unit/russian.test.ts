import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  counted,
  hoursClock,
  hoursNumber,
  hoursText,
  initials,
  initialsFirst,
  nonBreaking,
  numberInWords,
  plural,
  russianDate,
  russianDateFull,
  shortDate,
} from '../../src-main/domain/russian.ts';

test('dates', () => {
  expect(russianDate('2026-09-01')).toBe('1 сентября 2026 г.');
  expect(russianDate('2024-02-29')).toBe('29 февраля 2024 г.');
  expect(russianDateFull('2015-05-15')).toBe('15 мая 2015 года');
  expect(shortDate('2026-09-01')).toBe('01.09.2026');
});

test.each([
  [0, 'часов'],
  [1, 'час'],
  [2, 'часа'],
  [4, 'часа'],
  [5, 'часов'],
  [11, 'часов'],
  [12, 'часов'],
  [14, 'часов'],
  [21, 'час'],
  [22, 'часа'],
  [100, 'часов'],
  [101, 'час'],
  [111, 'часов'],
  [1012, 'часов'],
  [-1, 'час'],
])('%i %s', (n, noun) => {
  expect(plural(n, 'час', 'часа', 'часов')).toBe(noun);
  expect(counted(n, 'час', 'часа', 'часов')).toBe(`${n} ${noun}`);
});

describe('numbers in words', () => {
  test.each([
    [0, 'masculine', 'ноль'],
    [8, 'masculine', 'восемь'],
    [1, 'neuter', 'одно'],
    [2, 'neuter', 'два'],
    [21, 'feminine', 'двадцать одна'],
    [22, 'feminine', 'двадцать две'],
    [11, 'feminine', 'одиннадцать'],
    [19, 'masculine', 'девятнадцать'],
    [40, 'masculine', 'сорок'],
    [100, 'masculine', 'сто'],
    [212, 'masculine', 'двести двенадцать'],
    [1000, 'masculine', 'одна тысяча'],
    [2001, 'masculine', 'две тысячи один'],
    [5000, 'masculine', 'пять тысяч'],
    [12_000, 'masculine', 'двенадцать тысяч'],
    [21_021, 'feminine', 'двадцать одна тысяча двадцать одна'],
    [999_999, 'masculine', 'девятьсот девяносто девять тысяч девятьсот девяносто девять'],
  ] as const)('%i %s', (n, gender, words) => {
    expect(numberInWords(n, gender)).toBe(words);
  });
  test.each([-1, 1.5, 1_000_000, Number.NaN])('%d is refused', (n) => {
    expect(() => numberInWords(n)).toThrow(RangeError);
  });
  test('no two numbers share their words', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 3000; n += 1) seen.add(numberInWords(n));
    expect(seen.size).toBe(3000);
  });
});

test.each([
  [0, '0', '0 часов', '0 ч'],
  [1, '0,25', '0,25 часа', '15 мин'],
  [4, '1', '1 час', '1 ч'],
  [5, '1,25', '1,25 часа', '1 ч 15 мин'],
  [10, '2,5', '2,5 часа', '2 ч 30 мин'],
  [20, '5', '5 часов', '5 ч'],
  [84, '21', '21 час', '21 ч'],
])('%i quarter hours', (quarters, number, text, clock) => {
  expect(hoursNumber(quarters)).toBe(number);
  expect(hoursText(quarters)).toBe(text);
  expect(hoursClock(quarters)).toBe(clock);
});

test.each([
  ['Иванова', 'Анна', 'Петровна', 'Иванова А. П.', 'А. П. Иванова'],
  ['Ким', 'Мария', null, 'Ким М.', 'М. Ким'],
  ['Мурза-Заде', 'Али', 'Вагиф оглы', 'Мурза-Заде А. В.', 'А. В. Мурза-Заде'],
  ['Ёлкина', 'Анна-Мария', null, 'Ёлкина А.-М.', 'А.-М. Ёлкина'],
  ['Иванов', 'И.', 'О.', 'Иванов И. О.', 'И. О. Иванов'],
])('initials of %s', (last, first, middle, after, before) => {
  expect(initials(last, first, middle)).toBe(after);
  expect(initialsFirst(last, first, middle)).toBe(before);
});

const show = (text: string): string => nonBreaking(text).replaceAll('\u00A0', '_');

describe('nonBreaking', () => {
  test.each([
    ['СОШ № 5', 'СОШ №_5'],
    ['от 1 сентября 2026 г. по 15 мая 2026 года', 'от 1_сентября 2026_г. по 15_мая 2026_года'],
    ['Директору И. О. Иванову', 'Директору И._О._Иванову'],
    ['Иванова А. П. пришла', 'Иванова_А._П. пришла'],
    ['Мурза-Заде А. В.', 'Мурза-Заде_А._В.'],
    ['2,5 часа и 1 ч 15 мин', '2,5_часа и 1_ч 15_мин'],
    ['8 (восемь) листов, 8 листов', '8 (восемь) листов, 8_листов'],
    ['8А класс', '8А_класс'],
    ['г. Белгород, ул. Мира, д. 5', 'г._Белгород, ул._Мира, д._5'],
    ['2026 г. Белгород', '2026_г. Белгород'],
    ['п. 5 ст. 3', 'п._5 ст._3'],
    ['М. П.', 'М._П.'],
    ['дом — школа', 'дом_— школа'],
    ['5 человек', '5 человек'],
    ['в 2026 голос', 'в 2026 голос'],
  ])('%s', (plain, glued) => {
    expect(show(plain)).toBe(glued);
  });
  test('changes spaces only, and once', () => {
    const unit = fc.constantFrom(...Array.from(' .№5гАИванов—м\u00A0'));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const glued = nonBreaking(text);
        expect(glued.replaceAll('\u00A0', ' ')).toBe(text.replaceAll('\u00A0', ' '));
        expect(nonBreaking(glued)).toBe(glued);
      }),
    );
  });
});
