import { describe, expect, test } from 'vitest';
import {
  isSecretDue,
  namedPersons,
  signProblem,
  takeBackProblem,
  wipeTime,
} from '../../src-main/domain/credential-issue.ts';

const minute = 60_000;

test.each([
  ['new', false, 'not-issued'],
  ['issued', false, null],
  ['issued', true, 'already-signed'],
  ['revoked', false, 'not-issued'],
] as const)('signature of a %s one, signed %s: %s', (state, signed, code) => {
  expect(signProblem({ state, signed })?.code ?? null).toBe(code);
});

describe('when a secret is gone', () => {
  const wipeAfter = 30 * minute;
  test.each([
    ['before its time', 29 * minute, 29 * minute, false],
    ['a millisecond before', wipeAfter - 1, 0, false],
    ['at its time', wipeAfter, 0, true],
    ['after it', 99 * minute, 0, true],
    ['the clock put right by a minute', 9 * minute, 10 * minute, false],
    ['the clock set back further', 9 * minute - 1, 10 * minute, true],
    ['the clock set before the issue', -60 * minute, 0, true],
  ])('%s', (_name, now, seen, due) => {
    expect(isSecretDue({ wipeAfter, now, seen })).toBe(due);
  });
  test('the setting tells the time; nought lets nothing wait', () => {
    expect(wipeTime(5, 30)).toBe(5 + 30 * minute);
    expect(wipeTime(5, 0)).toBeNull();
  });
});

describe('taking an issue back', () => {
  const signed = { state: 'issued', signed: true, hasSecret: true, wipeAfter: 100 } as const;
  test.each([
    ['in time', signed, 99, null],
    ['at the end of the time', signed, 100, 'take-back-late'],
    ['wiped', { ...signed, hasSecret: false, wipeAfter: null }, 5, 'take-back-late'],
    ['kept by the setting', { ...signed, wipeAfter: null }, 5, null],
    ['ЕСИА in time', { ...signed, hasSecret: false }, 99, null],
    ['without a signature', { ...signed, signed: false, hasSecret: false }, 999, null],
    ['never issued', { ...signed, state: 'new' }, 5, 'not-issued'],
    ['revoked', { ...signed, state: 'revoked' }, 5, 'not-issued'],
  ] as const)('%s', (_name, issue, now, code) => {
    expect(takeBackProblem(issue, now)?.code ?? null).toBe(code);
  });
});

describe('whom the typed text names', () => {
  const mother = { name: 'Ёлкина Мария Игоревна', logins: ['mama'] };
  const child = { name: 'Ёлкин Пётр', logins: ['petr'] };
  const father = { name: 'Ёлкин Пётр Ильич', logins: ['papa'] };
  const family = [mother, child, father];
  test.each([
    ['mama', [mother]],
    [' papa ', [father]],
    ['елкин петр', [child]],
    ['Ёлкин Пётр Ильич', [father]],
    ['елкин п', [child, father]],
    ['елк', [mother, child, father]],
    ['мария', [mother]],
    ['papaя', []],
    ['берёзова', []],
    ['', []],
  ])('«%s»', (typed, named) => {
    expect(namedPersons(typed, family)).toEqual(named);
  });
});
