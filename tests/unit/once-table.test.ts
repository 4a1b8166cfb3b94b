import { expect, test } from 'vitest';
import { createOnceTable } from '../../src-main/hosts/http/guard.ts';

test('a ticket works once, within its time, and cannot be guessed', () => {
  let now = 0;
  const table = createOnceTable<string>(60, () => now);
  const first = table.give('a');
  const second = table.give('b');
  expect(first).toMatch(/^[\w-]{43}$/u);
  expect(table.take(`${first}x`)).toBeNull();
  expect(table.take(first)).toBe('a');
  expect(table.take(first)).toBeNull();
  now = 60;
  const third = table.give('c');
  expect(table.take(second)).toBe('b');
  now = 121;
  expect(table.take(third)).toBeNull();
});
