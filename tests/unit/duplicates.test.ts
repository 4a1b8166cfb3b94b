import { expect, test } from 'vitest';
import { differByOneLetter, duplicateGroups } from '../../src-main/domain/duplicates.ts';
import type { NamedPerson } from '../../src-main/domain/duplicates.ts';

const person = (id: number, name: string, birthDate: string | null): NamedPerson => {
  const [lastName = '', firstName = '', middleName = null] = name.split('|');
  return { id, lastName, firstName, middleName, birthDate };
};

test.each([
  ['same letters', 'Ким|Мария|Ильинична', 'Ким|Мария|Ильинична', 'same-name-same-birth'],
  ['ё and е', 'Фёдоров|Пётр|Ильич', 'Федоров|Петр|Ильич', 'spelling'],
  [
    'hyphen and space',
    'Петрова-Водкина|Ольга|Львовна',
    'Петрова  Водкина|Ольга|Львовна',
    'spelling',
  ],
  ['swapped fields', 'Иванов|Пётр|Ильич', 'Пётр|Иванов|Ильич', 'swapped-name'],
  ['one letter', 'Гончаров|Артём|Львович', 'Ганчаров|Артём|Львович', 'spelling'],
  ['first letter', 'Ермаков|Артём|Львович', 'Армаков|Артём|Львович', 'spelling'],
  ['two letters swapped', 'Юдин|Ярослав|Никитич', 'Юдин|Яросалв|Никитич', 'spelling'],
  ['no patronymic', 'Юдин|Ярослав|Никитич', 'Юдин|Ярослав', 'no-middle-name'],
])('%s, one birth date', (_, a, b, reason) => {
  expect(duplicateGroups([person(2, a, '2012-02-29'), person(1, b, '2012-02-29')])).toEqual([
    { reason, ids: [1, 2] },
  ]);
});

test('different birth dates are homonyms', () => {
  expect(
    duplicateGroups([
      person(1, 'Ким|Мария|Ильинична', '2012-02-28'),
      person(2, 'Ким|Мария|Ильинична', '2012-02-29'),
      person(3, 'Ким|Марья|Ильинична', '2012-03-01'),
    ]),
  ).toEqual([]);
});

test('a missing birth date joins each homonym, not the homonyms to each other', () => {
  expect(
    duplicateGroups([
      person(1, 'Ким|Мария|Ильинична', '2012-02-28'),
      person(2, 'Ким|Мария|Ильинична', '2013-02-28'),
      person(3, 'Ким|Мария|Ильинична', null),
    ]),
  ).toEqual([
    { reason: 'same-name-no-birth', ids: [1, 3] },
    { reason: 'same-name-no-birth', ids: [2, 3] },
  ]);
  expect(duplicateGroups([person(1, 'Ким|Мария', null), person(2, 'Ким|Мария', null)])).toEqual([
    { reason: 'same-name-no-birth', ids: [1, 2] },
  ]);
});

test('twins with different first names are no duplicates', () => {
  expect(
    duplicateGroups([
      person(1, 'Ким|Мария|Ильинична', '2012-02-28'),
      person(2, 'Ким|Дарья|Ильинична', '2012-02-28'),
    ]),
  ).toEqual([]);
});

test.each([
  ['кот', 'кит', true],
  ['кот', 'крот', true],
  ['кот', 'ко', true],
  ['кот', 'кто', true],
  ['кот', 'кот', false],
  ['кот', 'ток', false],
  ['кот', 'котик', false],
  ['', 'к', true],
])('%s / %s one letter apart: %s', (a, b, expected) => {
  expect(differByOneLetter(a, b)).toBe(expected);
  expect(differByOneLetter(b, a)).toBe(expected);
});
