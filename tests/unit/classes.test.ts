import { expect, test } from 'vitest';
import {
  className,
  compareClassNames,
  parseClassName,
  programmeName,
  programmeOf,
  printedProgramme,
  programmeWithClass,
} from '../../src-main/domain/classes.ts';

test.each([
  ['8А', '8А'],
  ['8 "А"', '8А'],
  ['8 «а»', '8А'],
  ['08-а', '8А'],
  ['8 – А', '8А'],
  ['10 Б класс', '10Б'],
  ['10Б кл.', '10Б'],
  ['10\u00A0Б', '10Б'],
  ['8A', '8А'],
  ['8B', '8В'],
  ['8c', '8С'],
  ['1E', '1Е'],
  ['VIII А', '8А'],
  ['XI«Б»', '11Б'],
  ['X-A', '10А'],
  ['5', '5'],
  ['5 класс', '5'],
  ['11', '11'],
  ['12А', '12А'],
  ['XII А', '12А'],
  ['1 доп', '1доп'],
  ['1доп.', '1доп'],
  ['1-доп', '1доп'],
  ['1 дополнительный', '1доп'],
  ['1 дополнительный класс', '1доп'],
  ['1доп А', '1допА'],
  ['1допА', '1допА'],
  ['1 доп. «Б»', '1допБ'],
  ['дополнительный', '1доп'],
  ['Дополнительный А', '1допА'],
  ['1Д', '1Д'],
  ['7Ё', '7Ё'],
  ['10 ФМ', '10ФМ'],
  [' 1а ', '1А'],
])('«%s» is %s', (text, name) => {
  const parsed = parseClassName(text);
  expect(parsed && className(parsed)).toBe(name);
});

test.each([
  '',
  'А',
  '0А',
  '13А',
  '0',
  'доп',
  '100А',
  '8G',
  '8А1',
  'класс',
  'Справочник педагоги',
  'IIX А',
  '8.5',
  '2025',
])('«%s» is no class', (text) => {
  expect(parseClassName(text)).toBeNull();
});

test('natural order', () => {
  const sorted = '1 1А 1доп 1допА 2А 2Б 7Е 7Ё 7Ж 10А 11Б 12А выбывшие'.split(' ');
  expect(sorted.toReversed().toSorted(compareClassNames)).toEqual(sorted);
});

test.each([
  [0, 'noo', 'НОО'],
  [1, 'noo', 'НОО'],
  [4, 'noo', 'НОО'],
  [5, 'ooo', 'ООО'],
  [9, 'ooo', 'ООО'],
  [10, 'soo', 'СОО'],
  [11, 'soo', 'СОО'],
  [12, 'soo', 'СОО'],
] as const)('parallel %i studies by %s', (parallel, level, short) => {
  expect(programmeOf(parallel)).toBe(level);
  expect(programmeName(level).short).toBe(short);
  expect(programmeName(level).full).toContain('общего образования');
});

test('programme with the class, S1', () => {
  expect(programmeWithClass({ parallel: 0, letter: 'А' }, null)).toBe(
    'основная образовательная программа начального общего образования, 1допА класс',
  );
  expect(programmeWithClass({ parallel: 8, letter: 'А' }, null)).toBe(
    'основная образовательная программа основного общего образования, 8А класс',
  );
  expect(programmeWithClass({ parallel: 8, letter: 'А' }, ' АООП ЗПР ')).toBe('АООП ЗПР, 8А класс');
  expect(programmeWithClass({ parallel: 8, letter: 'А' }, '  ')).toBe(
    'основная образовательная программа основного общего образования, 8А класс',
  );
});

test.each([
  ['НОО, 2Б класс', 'основная образовательная программа начального общего образования, 2Б класс'],
  ['ООО, 8А класс', 'основная образовательная программа основного общего образования, 8А класс'],
  ['СОО, 11 класс', 'основная образовательная программа среднего общего образования, 11 класс'],
  ['АООП ООО (вариант 7.1), 8А класс', 'АООП ООО (вариант 7.1), 8А класс'],
  ['ООО «Ромашка», 8А класс', 'ООО «Ромашка», 8А класс'],
  [
    'основная образовательная программа основного общего образования, 8А класс',
    'основная образовательная программа основного общего образования, 8А класс',
  ],
])('a row of the journal «%s» prints «%s»', (frozen, printed) => {
  expect(printedProgramme(frozen)).toBe(printed);
});
