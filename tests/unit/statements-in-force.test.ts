import { describe, expect, test } from 'vitest';
import { serviceModesOn } from '../../src-main/domain/service-mode.ts';
import { newStatementProblems } from '../../src-main/domain/statement-chain.ts';
import { signatureProblems, withdrawalProblems } from '../../src-main/domain/statement-changes.ts';
import { inForceFrom, majorityDay } from '../../src-main/domain/statements.ts';
import type { Statement, StatementKind } from '../../src-main/domain/statements.ts';

/** The signed paper, two parents, the 18th birthday (S2 §7; domain.md §5). */

const born = (birthDate: string | null, carers: readonly number[] = []) => ({ birthDate, carers });
const OLD = born('2010-05-05');
const made = (kind: StatementKind, day: string, more: Partial<Statement> = {}): Statement => ({
  id: Number(day.replaceAll('-', '')),
  kind,
  guardianId: 1,
  date: day,
  registeredOn: day,
  inForceFrom: day,
  outlastsMajority: false,
  withdrawnOn: null,
  passportShown: kind === 'consent-14',
  ...more,
});
const codes = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map((one) => one.code);

const check = (chain: readonly Statement[], one: Statement, on: string) =>
  codes(withdrawalProblems(chain, one.id, on, OLD));

describe('the signed paper', () => {
  test.each<[string, string, string | null, string | null]>([
    ['signed and registered the same day', '2026-09-01', '2026-09-01', '2026-09-01'],
    [
      'signed before it is registered: from the registration',
      '2026-09-05',
      '2026-09-01',
      '2026-09-05',
    ],
    [
      'registered first, signed later: from the signature',
      '2026-09-01',
      '2026-09-08',
      '2026-09-08',
    ],
    ['not signed: it waits', '2026-09-01', null, null],
  ])('%s', (_, registeredOn, signedOn, expected) => {
    expect(inForceFrom(registeredOn, signedOn)).toBe(expected);
  });

  const waiting = made('refusal', '2026-09-01', { inForceFrom: null });
  test('an unsigned refusal changes no mode, and a second one is not taken', () => {
    expect(serviceModesOn([waiting], OLD, '2026-09-30').parent(1).mode).toBe('electronic');
    expect(codes(newStatementProblems([waiting], made('refusal', '2026-09-08'), OLD))).toEqual([
      'same-waits',
    ]);
    expect(codes(newStatementProblems([waiting], made('annulment', '2026-09-08'), OLD))).toEqual([
      'no-refusal-to-annul',
    ]);
  });
  test('an unsigned refusal is withdrawn any day', () => {
    expect(check([waiting], waiting, '2026-10-01')).toEqual([]);
  });
  test('the signature cannot be taken back from under a later paper', () => {
    const refusal = made('refusal', '2026-09-01');
    const annulment = made('annulment', '2026-09-15');
    const back = signatureProblems([refusal, annulment], refusal.id, null, OLD);
    expect(codes(back)).toEqual(['later-statement-rests-on-it']);
    expect(signatureProblems([refusal, annulment], annulment.id, null, OLD)).toEqual([]);
  });
  test('a signature is refused where the paper could not come into force any more', () => {
    const other = made('refusal', '2026-09-03');
    const found = signatureProblems([waiting, other], waiting.id, '2026-09-10', OLD);
    expect(codes(found)).toEqual(['refusal-stands']);
    expect(found.map(({ path }) => path)).toEqual(['signedOn']);
  });
});

describe('two parents', () => {
  const refusalOfA = made('refusal', '2026-09-01');
  const impossibilityOfB = made('impossibility', '2026-09-02', { guardianId: 2 });
  test("one's refusal does not keep the other from stating impossibility, nor ends it", () => {
    expect(codes(newStatementProblems([refusalOfA], impossibilityOfB, OLD))).toEqual([]);
    const modes = serviceModesOn([impossibilityOfB, refusalOfA], OLD, '2026-09-10');
    expect([modes.parent(1).mode, modes.parent(2).mode]).toEqual([
      'paper-refusal',
      'paper-impossibility',
    ]);
  });
  test('a paper of somebody who does not represent the child can be ended', () => {
    const one = [refusalOfA];
    const { id } = refusalOfA;
    expect(codes(withdrawalProblems(one, id, '2026-10-01', OLD, true))).toEqual([
      'refusal-needs-annulment',
    ]);
    expect(withdrawalProblems(one, id, '2026-10-01', OLD, false)).toEqual([]);
  });
});

describe('the 18th birthday', () => {
  test.each<[string, string | null, string | null]>([
    ['usual', '2008-09-10', '2026-09-10'],
    ['29 February, a common year', '2008-02-29', '2026-03-01'],
    ['29 February, a leap year', '2010-02-28', '2028-02-28'],
    ['unknown', null, null],
  ])('%s', (_, birthDate, expected) => {
    expect(majorityDay(born(birthDate))).toBe(expected);
  });

  const adult = born('2008-09-10');
  const refusal = made('refusal', '2026-09-01');
  const parentOn = (day: string, applicant = adult) =>
    serviceModesOn([refusal], applicant, day).parent(1).mode;
  test("a parent's refusal stops on that very day, unless he is the carer", () => {
    expect([parentOn('2026-09-09'), parentOn('2026-09-10')]).toEqual([
      'paper-refusal',
      'student-of-age',
    ]);
    expect(parentOn('2026-09-10', born('2008-09-10', [1]))).toBe('paper-refusal');
    expect(parentOn('2026-09-10', born('2008-09-10', [2]))).toBe('electronic');
  });
  test('what an earlier version kept goes on until it is decided', () => {
    const kept = { ...refusal, outlastsMajority: true };
    expect(serviceModesOn([kept], adult, '2026-10-01').parent(1).mode).toBe('paper-refusal');
  });
  test('who may state what from then on', () => {
    const late = made('refusal', '2026-09-11');
    const own = made('refusal', '2026-09-11', { guardianId: null });
    const permission = made('permission-18', '2026-09-11');
    const judged = (one: Statement, applicant = adult) =>
      codes(newStatementProblems([], one, applicant));
    expect(judged(late)).toEqual(['student-adult']);
    expect(judged(own)).toEqual([]);
    expect(judged(permission)).toEqual([]);
    expect(judged({ ...own, date: '2026-09-09' })).toEqual(['student-not-adult']);
    expect(judged(permission, born('2008-09-12'))).toEqual(['student-not-adult']);
    expect(judged(own, born(null))).toEqual(['birth-date-unknown']);
    expect(judged(permission, born(null))).toEqual(['birth-date-unknown']);
    const ward = (carer: number) => born('2008-09-10', [carer]);
    expect(judged(own, ward(1))).toEqual(['student-not-adult']);
    expect(judged(late, ward(1))).toEqual([]);
    expect(judged(late, ward(2))).toEqual(['student-under-care']);
    // Of a minor the parents act beside him.
    expect(judged(late, born('2010-09-10', [2]))).toEqual([]);
    expect(judged(permission, ward(2))).toEqual(['student-not-adult']);
    const again = newStatementProblems([permission], made('permission-18', '2026-09-12'), adult);
    expect(codes(again)).toEqual(['permission-stands']);
    expect(codes(newStatementProblems([permission], late, adult))).toEqual([]);
  });
});
