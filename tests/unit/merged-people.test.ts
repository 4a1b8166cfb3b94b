import { expect, test } from 'vitest';
import { formsToKeep, movedPairs } from '../../src-main/domain/merged-people.ts';

const own = { id: 1, name: 'Ким Ева' };
const other = { id: 2, name: 'Ким Ева Львовна' };

test('forms of the name after the merge stay, the kept card’s own first', () => {
  expect(formsToKeep('Ким Ева', own, { id: 2, name: 'Ким Ева' })).toBe(own);
  expect(formsToKeep('Ким Ева Львовна', own, other)).toBe(other);
  expect(formsToKeep('Ким Ева Львовна', null, other)).toBe(other);
  expect(formsToKeep('Ким Е.', own, other)).toBe(own);
  expect(formsToKeep('Ким Е.', null, other)).toBeNull();
  expect(formsToKeep('Ким Ева', null, null)).toBeNull();
});

test('who was told apart from the dropped card is told apart from the kept one', () => {
  expect(
    movedPairs(
      [
        [2, 7],
        [7, 9],
        [5, 7],
        [1, 3],
      ],
      { keep: 5, drop: 7 },
    ),
  ).toEqual([
    [2, 5],
    [5, 9],
  ]);
});
