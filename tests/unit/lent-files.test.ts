import { expect, test } from 'vitest';
import { createLentFiles } from '../../src-main/app/lent-files.ts';

const file = (size: number) => ({ name: `${size}.csv`, bytes: new Uint8Array(size).fill(7) });

test('a sent file is read as often as wanted and wiped when dropped', () => {
  const files = createLentFiles(10);
  const sent = file(10);
  files.put('a', sent);
  const read = files.read('a');
  expect(read).toEqual(sent);
  expect(files.read('a')).toEqual(sent);
  files.drop('a');
  expect([...sent.bytes]).toEqual(Array.from({ length: 10 }, () => 0));
  expect(read?.bytes[0]).toBe(7);
  expect(files.read('a')).toBeUndefined();
});

test('those already read make room, the longest unread first; those still waiting do not', () => {
  const files = createLentFiles(10);
  for (const ticket of ['a', 'b', 'c']) files.put(ticket, file(3));
  expect(() => files.put('d', file(2))).toThrow(
    expect.objectContaining({ code: 'uploads-too-big' }),
  );
  files.read('a');
  files.read('b');
  files.read('a');
  files.put('d', file(2));
  expect(files.read('b')).toBeUndefined();
  expect(files.read('a')?.name).toBe('3.csv');
  files.put('e', file(4));
  expect(files.read('a')).toBeUndefined();
  expect(files.read('c')?.name).toBe('3.csv');
  files.forget();
  for (const ticket of ['c', 'd', 'e']) expect(files.read(ticket)).toBeUndefined();
  files.put('f', file(10));
  expect(files.read('f')).toBeDefined();
});
