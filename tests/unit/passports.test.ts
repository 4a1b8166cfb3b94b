import { expect, test } from 'vitest';
import { mayKeepPassport } from '../../src-main/domain/passports.ts';

test.each([
  [10, true, false],
  [11, true, true],
  [11, false, false],
  [null, false, false],
])('class %s, enrolled %s: kept %s (S2 §8)', (parallel, isEnrolled, kept) => {
  expect(mayKeepPassport({ parallel, isEnrolled })).toBe(kept);
});
