import { describe, expect, test } from 'vitest';
import { guardianFinder, studentFinder } from '../../src-main/domain/credential-matching.ts';
import type { KnownGuardian, KnownStudent } from '../../src-main/domain/credential-matching.ts';
import {
  compareLedgerRows,
  credentialState,
  eventProblems,
  handOver,
  isCorrectable,
  mayFollow,
  shouldWipe,
} from '../../src-main/domain/credentials.ts';
import type { CredentialEvent } from '../../src-main/domain/credentials.ts';
import { splitFullName } from '../../src-main/domain/names.ts';

const nameOf = (text: string) =>
  splitFullName(text) ?? { lastName: text, firstName: '', middleName: null };
const known = (
  id: number,
  name: string,
  className: string,
  birthDate: string | null = null,
): KnownStudent => ({ id, ...nameOf(name), className, birthDate });
const claim = (name: string, className: string | null, birthDate: string | null = null) => ({
  ...nameOf(name),
  className,
  birthDate,
});

test('what may be done with a card in its state', () => {
  expect(mayFollow('new', 'revoked') && mayFollow('issued', 'revoked')).toBe(true);
  expect(mayFollow('revoked', 'revoked')).toBe(false);
  expect(isCorrectable('new', false)).toBe(true);
  // Issued once and issued anew since.
  expect(isCorrectable('new', true)).toBe(false);
  expect(isCorrectable('issued', true)).toBe(false);
});

describe('whose is it', () => {
  const students = [
    known(1, 'Иванов Пётр Ильич', '5А', '2014-01-01'),
    known(2, 'Юдин Лев Олегович', '5А', '2014-02-02'),
    known(3, 'Юдин Лев Олегович', '9Б', '2010-02-02'),
    known(4, 'Цой Вера', '7В'),
  ];
  const find = studentFinder(students);
  test.each([
    ['Иванов Пётр Ильич', '5А', null, 'exact', [[1]]],
    ['ИВАНОВ  Пётр Ильич', '5А', null, 'exact', [[1]]],
    ['Иванов Пётр Ильич', null, '2014-01-01', 'exact', [[1]]],
    ['Иванов Петр Ильич', '5А', null, 'doubtful', [[1, 'spelling']]],
    ['Пётр Иванов Ильич', '5А', null, 'doubtful', [[1, 'spelling']]],
    ['Иванов Пётр Ильич', '6А', null, 'doubtful', [[1, 'class-differs']]],
    ['Иванов Пётр Ильич', '5А', '2014-01-02', 'doubtful', [[1, 'birth-date-differs']]],
    ['Иванов Пётр', '5А', null, 'doubtful', [[1, 'middle-name-missing']]],
    ['Цой Вера Олеговна', '7В', null, 'doubtful', [[4, 'middle-name-missing']]],
    ['Иванов Пётр Олегович', '5А', null, 'none', []],
    [
      'Юдин Лев Олегович',
      '9Б',
      null,
      'doubtful',
      [
        [3, 'homonym'],
        [2, 'class-differs', 'homonym'],
      ],
    ],
    ['Юдин Лев Олегович', '9Б', '2010-02-02', 'exact', [[3]]],
    ['Юдин Лев Олегович', '9Б', '2014-02-02', 'doubtful', [[2, 'class-differs']]],
  ])('%s %s %s → %s', (name, className, birthDate, status, candidates) => {
    const match = find(claim(name, className, birthDate));
    expect([match.status, match.candidates.map((one) => [one.personId, ...one.doubts])]).toEqual([
      status,
      candidates,
    ]);
  });

  const guardians: readonly KnownGuardian[] = [
    { id: 10, ...nameOf('Иванова Анна Петровна'), studentIds: [1, 2] },
    { id: 11, ...nameOf('Иванова Анна Петровна'), studentIds: [3] },
    { id: 12, ...nameOf('Цой Олег Юрьевич'), studentIds: [4] },
  ];
  const findGuardian = guardianFinder(guardians, students);
  test.each([
    ['Иванова Анна Петровна', 'Иванов Пётр Ильич', '5А', 'exact', [[10, 1]]],
    [
      'Иванова Анна Петровна',
      'Юдин Лев Олегович',
      '9Б',
      'doubtful',
      [
        [11, 3, 'homonym'],
        [10, 2, 'class-differs', 'homonym'],
      ],
    ],
    ['Цой Олег Юрьевич', 'Цой Вера', '7В', 'exact', [[12, 4]]],
    ['Цой Олег Юрьевич', 'Цой Вера', '8В', 'doubtful', [[12, 4, 'class-differs']]],
    ['Цой Олег Юрьевич', 'Цой Анна', '7В', 'doubtful', [[12, 4, 'child-differs']]],
    ['Цой Олег Юрьевич', null, null, 'doubtful', [[12, null, 'child-unknown']]],
    ['Цой Олег Юрьевич', null, '7В', 'exact', [[12, null]]],
    ['Иванов Олег Юрьевич', 'Цой Вера', '7В', 'none', []],
  ])('%s of %s %s → %s', (name, child, className, status, candidates) => {
    const match = findGuardian({
      ...claim(name, className),
      child: child === null ? null : nameOf(child),
    });
    expect([
      match.status,
      match.candidates.map((one) => [one.personId, one.studentId, ...one.doubts]),
    ]).toEqual([status, candidates]);
  });
});

describe('to whom a student’s own is handed by the class', () => {
  test.each([
    ['student', '6А', 7, false],
    ['student', '7А', 7, true],
    ['student', '10Б', 7, true],
    ['student', '7А', 8, false],
    ['guardian', '1А', 7, true],
    ['guardian', '11А', 7, true],
    ['student', '', 7, false],
    ['guardian', '', 7, false],
  ] as const)('to a %s, %s, from %i', (receiver, className, from, allowed) => {
    const found = handOver(receiver, className, from);
    expect(found.allowed).toBe(allowed);
    expect(found.reason).toMatch(/[а-я]{4}.*\.$/);
  });
});

test('ledgers go by class, then by name with Ё in its place', () => {
  const rows = [
    ['10А', 'Абрамов'],
    ['2Б', 'Ёлкин'],
    ['2Б', 'Жуков'],
    ['2Б', 'Егоров'],
    ['2А', 'Яшин'],
  ].map(([className = '', name = '']) => ({ className, name }));
  expect(rows.toSorted(compareLedgerRows).map((row) => row.name)).toEqual([
    'Яшин',
    'Егоров',
    'Ёлкин',
    'Жуков',
    'Абрамов',
  ]);
});

const day = (kind: CredentialEvent['kind'], on = '2026-09-01'): CredentialEvent => ({ kind, on });

const of = (...kinds: CredentialEvent['kind'][]) => kinds.map((kind) => day(kind));

describe('history', () => {
  test('states', () => {
    expect(credentialState([])).toBe('new');
    expect(credentialState(of('received', 'issued', 'wiped'))).toBe('issued');
    expect(credentialState(of('received', 'issued', 'wiped', 'reissued'))).toBe('new');
    expect(credentialState(of('received', 'revoked'))).toBe('revoked');
  });
  test.each([
    [of(), 'received', []],
    [of(), 'issued', ['cannot-issue']],
    [of('received'), 'received', ['already-received']],
    [of('received'), 'issued', []],
    [of('received'), 'wiped', ['nothing-to-wipe']],
    [of('received', 'issued'), 'issued', ['cannot-issue']],
    [of('received', 'issued'), 'wiped', []],
    [of('received', 'issued', 'wiped'), 'wiped', ['nothing-to-wipe']],
    [of('received', 'issued', 'wiped'), 'reissued', []],
    [of('received', 'issued', 'wiped', 'reissued'), 'issued', []],
    [of('received', 'revoked'), 'issued', ['cannot-issue']],
    [of('received', 'revoked'), 'revoked', ['already-revoked']],
    [of('received', 'revoked'), 'reissued', []],
  ] as const)('%j then %s', (events, next, codes) => {
    expect(eventProblems(events, day(next)).map((one) => one.code)).toEqual(codes);
  });
  test('not before the last mark', () => {
    const early = day('issued', '2026-08-31');
    expect(eventProblems(of('received'), early).map((one) => one.code)).toEqual([
      'dates-out-of-order',
    ]);
  });
  test('wiping: after the signature, by setting; a revoked secret always; ЕСИА has none', () => {
    expect(shouldWipe('password', of('received'))).toBe(false);
    expect(shouldWipe('password', of('received', 'issued'))).toBe(true);
    expect(shouldWipe('invitation', of('received', 'issued'), false)).toBe(false);
    expect(shouldWipe('password', of('received', 'revoked'), false)).toBe(true);
    expect(shouldWipe('password', of('received', 'issued', 'wiped'))).toBe(false);
    expect(shouldWipe('password', of('received', 'issued', 'wiped', 'reissued'))).toBe(false);
    expect(shouldWipe('esia', of('received', 'issued'))).toBe(false);
  });
});
