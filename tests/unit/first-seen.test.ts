import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  matchLessons,
  partOfDay,
  placesInDay,
  sameDay,
  tellsNoMore,
} from '../../src-main/domain/day-marks.ts';
import { entryAfterChange, unseenBefore } from '../../src-main/domain/first-seen.ts';
import { meaningOfTitle } from '../../src-main/domain/legend.ts';

const before = { enteredOn: '2026-03-02', seenAt: '2026-03-03T09:00:00Z', unseenAt: null };
const after = {
  enteredOn: null,
  seenAt: '2026-03-20T09:00:00Z',
  unseenAt: '2026-03-10T09:00:00Z',
};

test.each([
  ['4', '5', false],
  ['Н', '5', true],
  ['5', 'Б 5', false],
  ['5', '5 4', true],
  ['5 4', '4', false],
  ['5', 'Н', false],
  ['?Ъ', '?Ъ 3', true],
])('%s → %s: a new mark %s', (was, is, isNew) => {
  expect(entryAfterChange({ ...before, codes: was }, { ...after, codes: is })).toEqual(
    isNew ? after : before,
  );
});

const told = (startsOn: string, endsOn: string, at: string) => ({ startsOn, endsOn, at });

test('the last import before now that told of the day bounds a mark from below', () => {
  const coverages = [
    told('2026-03-01', '2026-03-31', '2026-03-05'),
    told('2026-03-01', '2026-03-31', '2026-03-12'),
    told('2026-03-11', '2026-03-31', '2026-03-19'),
    told('2026-03-01', '2026-03-31', '2026-04-01'),
  ];
  expect(unseenBefore(coverages, '2026-03-10', '2026-03-20')).toBe('2026-03-12');
  expect(unseenBefore(coverages, '2026-03-11', '2026-03-20')).toBe('2026-03-19');
  expect(unseenBefore(coverages, '2026-03-10', '2026-03-05')).toBeNull();
  expect(unseenBefore(coverages, '2026-04-01', '2026-04-02')).toBeNull();
});

test('days of the same marks are the same whatever the columns', () => {
  expect(sameDay(['5', '', '4'], ['5', '4'])).toBe(true);
  expect(sameDay(['5 4'], ['5', '4'])).toBe(true);
  expect(sameDay(['4', '5'], ['5', '4'])).toBe(false);
  expect(sameDay([], [''])).toBe(true);
  expect(partOfDay(['3', '5', 'Н'], ['5', 'Н'])).toBe(true);
  expect(partOfDay(['3', '5'], ['5', '3'])).toBe(false);
  const codes = fc.array(fc.constantFrom('5', '4', 'Н', 'Б 3 3'));
  fc.assert(fc.property(codes, (day) => sameDay(day, day) && partOfDay(day, day)));
});

const untold = (ordinal: number) => ({ ordinal, topic: null, homework: null });
const matched = (known: readonly number[], told: readonly number[]) => [
  ...matchLessons(known.map(untold), told.map(untold)).values(),
];

test('as many lessons told as known are those lessons in their order', () => {
  expect(matched([2], [1])).toEqual([2]);
  expect(matched([1, 2], [2])).toEqual([2]);
  expect(matched([2], [1, 2])).toEqual([null, 2]);
  expect(matched([1], [1, 2])).toEqual([1, null]);
  expect(matched([], [1])).toEqual([null]);
});

const topics = (...names: readonly string[]) =>
  names.map((name, at) => ({ ordinal: at + 1, topic: name, homework: null }));

test.each([
  ['the first is left', ['Корни'], [1]],
  ['the last is left', ['Дроби'], [3]],
  ['one is left in the middle, another has a new topic', ['Степени', 'Синусы'], [2, 3]],
  ['nothing is as it was', ['Синусы'], [1]],
])('of fewer lessons those with the same topic are the same: %s', (_, told, places) => {
  const known = topics('Корни', 'Степени', 'Дроби');
  expect([...matchLessons(known, topics(...told)).values()]).toEqual(places);
});

test('of two lessons with one topic the homework tells which', () => {
  const known = [
    { ordinal: 1, topic: 'Корни', homework: '№ 1' },
    { ordinal: 2, topic: 'Корни', homework: '№ 2' },
  ];
  const told = [{ ordinal: 1, topic: 'Корни', homework: '№ 2' }];
  expect([...matchLessons(known, told).values()]).toEqual([2]);
});

test.each([
  [['4', 'Н'], ['Н'], [1]],
  [
    ['4', '5', 'Н'],
    ['4', 'Н'],
    [0, 2],
  ],
  [['4', 'Н'], ['5'], null],
  [['4'], ['4', '5'], null],
])('of the cells %j the told %j stand at %j', (stored, told, places) => {
  expect(placesInDay(stored, told)).toEqual(places);
});

test.each([
  ['the same', 'НП', 'Н', 'НП', 'Н', true],
  ['without the reason', 'НП', 'Н', 'Н', 'н', true],
  ['beside marks, otherwise parted', 'НП 4 3', 'Н 4/3', 'Н 4 3', 'Н 43', true],
  ['another code of the source', 'НП', 'НП', 'Н', 'Н', false],
  ['with a reason that was not known', 'Н', 'Н', 'НП', 'Н', false],
  ['another mark', 'НП 4', 'Н 4', 'Н 5', 'Н 5', false],
])('a cell told anew: %s', (_, codes, text, toldCodes, toldText, isNothingNew) => {
  expect(tellsNoMore({ codes, text }, { codes: toldCodes, text: toldText })).toBe(isNothingNew);
});

test.each([
  ['Неуважительная', 'unexcused'],
  ['Неявка', 'absent'],
  ['Отсутствие', 'absent'],
  ['Уважительная причина', 'excused'],
  ['Болезнь', 'ill'],
  ['Опоздание', 'late'],
  ['Незачёт', 'no-credit'],
  ['Зачёт', 'credit'],
  ['Освобождён', 'exempt'],
  ['Внеурочная деятельность', null],
])('«%s» of a legend is %s', (title, meaning) => {
  expect(meaningOfTitle(title)).toBe(meaning);
});
