import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, fullName, personKey, splitFullName, tidyName } from '../../src-main/domain/names.ts';

describe('fold', () => {
  test.each([
    ['Фёдоров', 'федоров'],
    ['ФЕДОРОВ', 'федоров'],
    ['Фе\u0308доров', 'федоров'],
    ['Петрова-Водкина', 'петрова водкина'],
    ['Петрова – Водкина', 'петрова водкина'],
    ['Петрова\u2011Водкина', 'петрова водкина'],
    ['  Ким   Мария\u00A0', 'ким мария'],
    ["О'Коннор", 'оконнор'],
    ['О’Коннор', 'оконнор'],
    ['', ''],
  ])('«%s» → «%s»', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
  test('folding twice changes nothing and case never matters', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from("АаЁёЙйЯя -–—'’.\u00A0\u0308xX")),
    });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'grapheme' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

describe('splitFullName', () => {
  test.each([
    ['Мурза-Заде Али Вагиф оглы', 'Мурза-Заде', 'Али', 'Вагиф оглы'],
    ['Алиева Лейла Рашид кызы', 'Алиева', 'Лейла', 'Рашид кызы'],
    ['Алиев Али Вагиф-оглы', 'Алиев', 'Али', 'Вагиф-оглы'],
    ['Алиев Али Мамед Вагиф оглы', 'Алиев', 'Али Мамед', 'Вагиф оглы'],
    ['  Иванова   Анна\u00A0Петровна ', 'Иванова', 'Анна', 'Петровна'],
    ['Петрова - Водкина Ольга Львовна', 'Петрова-Водкина', 'Ольга', 'Львовна'],
    ['Ким Мария', 'Ким', 'Мария', null],
    ['Иванов И. О.', 'Иванов', 'И.', 'О.'],
    ['Иванов И.О.', 'Иванов', 'И.', 'О.'],
    ['И. О. Иванов', 'Иванов', 'И.', 'О.'],
    ['И.О.Иванов', 'Иванов', 'И.', 'О.'],
    ['Иванова Анна Мария Петровна', 'Иванова', 'Анна Мария', 'Петровна'],
    ['Нгуен Тхи Лан Ань', 'Нгуен', 'Тхи', 'Лан Ань'],
  ])('«%s»', (text, lastName, firstName, middleName) => {
    expect(splitFullName(text)).toEqual({ lastName, firstName, middleName });
  });
  test.each(['', '   ', 'Иванов', 'И. О.'])('«%s» is no full name', (text) => {
    expect(splitFullName(text)).toBeNull();
  });
  test('splitting what fullName joined gives the same person', () => {
    const person = { lastName: 'Ёлкина', firstName: 'Анна-Мария', middleName: null };
    expect(splitFullName(fullName(person))).toEqual(person);
  });
});

test('tidyName keeps the letters', () => {
  expect(tidyName(' Петрова –  Водкина ')).toBe('Петрова-Водкина');
});

test('personKey does not see the order of fields, ё, hyphens and spaces', () => {
  const key = personKey({ lastName: 'Фёдоров-Ким', firstName: 'Пётр', middleName: 'Ильич' });
  expect(personKey({ lastName: 'петр', firstName: 'ФЕДОРОВ  КИМ', middleName: 'Ильич' })).toBe(key);
  expect(personKey({ lastName: 'Фёдоров', firstName: 'Пётр', middleName: 'Ильич' })).not.toBe(key);
});
