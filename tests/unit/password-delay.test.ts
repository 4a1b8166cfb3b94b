import { expect, test } from 'vitest';
import { rebased, waitLeft } from '../../src-main/domain/password-delay.ts';

const at = 1_000_000;

test('the wait doubles from one second and stops at fifteen minutes', () => {
  const waits = Array.from({ length: 13 }, (_, count) => waitLeft({ count, lastAt: at }, at));
  expect(waits.map((ms) => ms / 1000)).toEqual([
    0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900,
  ]);
  expect(waitLeft({ count: 5000, lastAt: at }, at)).toBe(900_000);
});

test('time passing shortens the wait to zero and no further', () => {
  expect(waitLeft({ count: 4, lastAt: at }, at + 7999)).toBe(1);
  expect(waitLeft({ count: 4, lastAt: at }, at + 8000)).toBe(0);
  expect(waitLeft({ count: 4, lastAt: at }, at + 1e9)).toBe(0);
});

test('a clock set back gains nothing and begins the wait again', () => {
  const wrong = { count: 4, lastAt: at };
  expect(waitLeft(wrong, at - 1e9)).toBe(8000);
  const anew = rebased(wrong, at - 1e9);
  expect(waitLeft(anew, at - 1e9 + 8000)).toBe(0);
  expect(rebased(wrong, at + 5)).toBe(wrong);
});
