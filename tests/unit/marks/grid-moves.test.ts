import { expect, test } from 'vitest';
import { placeAfter } from '../../../src-renderer/features/marks/grid/moves.ts';

const extent = { rows: 3, columns: 4, page: 2 };

const after = (row: number, column: number, key: string, held: '' | 'shift' | 'ctrl' = '') => {
  const press = { key, shiftKey: held === 'shift', ctrlKey: held === 'ctrl' };
  const to = placeAfter({ row, column }, press, extent);
  return to && [to.row, to.column];
};

test('arrows and Enter stop at the edges', () => {
  expect(after(1, 1, 'ArrowDown')).toEqual([2, 1]);
  expect(after(2, 1, 'ArrowDown')).toEqual([2, 1]);
  expect(after(0, 0, 'ArrowLeft')).toEqual([0, 0]);
  expect(after(0, 3, 'ArrowRight')).toEqual([0, 3]);
  expect(after(1, 2, 'Enter')).toEqual([2, 2]);
  expect(after(1, 2, 'Enter', 'shift')).toEqual([0, 2]);
});

test('Ctrl goes to the edge, pages by what is in sight', () => {
  expect(after(1, 1, 'ArrowRight', 'ctrl')).toEqual([1, 3]);
  expect(after(1, 1, 'Home')).toEqual([1, 0]);
  expect(after(1, 1, 'Home', 'ctrl')).toEqual([0, 0]);
  expect(after(1, 1, 'End', 'ctrl')).toEqual([2, 3]);
  expect(after(0, 1, 'PageDown')).toEqual([2, 1]);
  expect(after(1, 1, 'PageUp')).toEqual([0, 1]);
});

test('Tab goes on in the next row and leaves the grid at its ends', () => {
  expect(after(0, 3, 'Tab')).toEqual([1, 0]);
  expect(after(1, 0, 'Tab', 'shift')).toEqual([0, 3]);
  expect(after(2, 3, 'Tab')).toBeNull();
  expect(after(0, 0, 'Tab', 'shift')).toBeNull();
});

test('other keys do not move', () => {
  expect(after(1, 1, 'F2')).toBeNull();
  expect(after(1, 1, '5')).toBeNull();
});
