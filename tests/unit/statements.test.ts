import { describe, expect, test } from 'vitest';
import { serviceModesOn } from '../../src-main/domain/service-mode.ts';
import { newStatementProblems } from '../../src-main/domain/statement-chain.ts';
import { withdrawalProblems } from '../../src-main/domain/statement-changes.ts';
import { nextKinds } from '../../src-main/domain/statement-rules.ts';
import type { Statement, StatementKind } from '../../src-main/domain/statements.ts';

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

describe('reasons of refusals', () => {
  const refusal = made('refusal', '2026-09-01');
  const impossibility = made('impossibility', '2026-09-01');
  const consent = made('consent-14', '2026-09-08');

  test.each<[string, readonly Statement[], Statement, readonly string[]]>([
    ['first refusal', [], refusal, []],
    ['annulment of nothing', [], made('annulment', '2026-09-08'), ['no-refusal-to-annul']],
    [
      'annulment of impossibility',
      [impossibility],
      made('annulment', '2026-09-08'),
      ['no-refusal-to-annul'],
    ],
    ['second refusal', [refusal], made('refusal', '2026-09-08'), ['refusal-stands']],
    [
      'impossibility after refusal',
      [refusal],
      made('impossibility', '2026-09-08'),
      ['refusal-stands'],
    ],
    ['refusal after impossibility', [impossibility], made('refusal', '2026-09-08'), []],
    [
      'second impossibility',
      [impossibility],
      made('impossibility', '2026-09-08'),
      ['impossibility-stands'],
    ],
    ['consent without refusal', [], consent, ['no-refusal-for-consent']],
    ['consent under impossibility', [impossibility], consent, ['no-refusal-for-consent']],
    ['consent', [refusal], consent, []],
    ['second consent', [refusal, consent], made('consent-14', '2026-09-15'), ['consent-stands']],
    ['no passport', [refusal], { ...consent, passportShown: false }, ['passport-not-shown']],
    [
      'registered before the chain',
      [refusal],
      made('annulment', '2026-08-31'),
      ['dates-out-of-order', 'no-refusal-to-annul'],
    ],
    [
      'registered before it was written',
      [],
      { ...refusal, date: '2026-09-02' },
      ['registered-before-date'],
    ],
    [
      'withdrawn before registered',
      [],
      { ...refusal, withdrawnOn: '2026-08-31' },
      ['withdrawn-before-registered'],
    ],
    ['the same day, in order', [refusal], made('annulment', '2026-09-01', { id: 20_260_902 }), []],
  ])('%s', (_, chain, statement, expected) => {
    const problems = newStatementProblems(chain, statement, OLD);
    expect(codes(problems)).toEqual(expected);
    expect(problems.every((one) => /[а-я]{3}/.test(one.message) && one.path !== '')).toBe(true);
  });

  test.each<[string, readonly Statement[]]>([
    ['nothing', []],
    ['a refusal', [refusal]],
    ['an impossibility', [impossibility]],
  ])('what is offered to a parent after %s is what is not refused for its kind', (_name, chain) => {
    const has = (kind: StatementKind): boolean => chain.some((one) => one.kind === kind);
    const offered = nextKinds({ refusal: has('refusal'), impossibility: has('impossibility') });
    const permitted = (['refusal', 'impossibility', 'annulment'] as const).filter(
      (kind) =>
        !newStatementProblems(chain, made(kind, '2026-09-20'), OLD).some(
          ({ path }) => path === 'kind',
        ),
    );
    expect([...offered].toSorted()).toEqual(permitted.toSorted());
  });
  test('every reason at once', () => {
    const child = born('2012-09-09');
    const bad = { ...consent, passportShown: false };
    expect(codes(newStatementProblems([], bad, child))).toEqual([
      'no-refusal-for-consent',
      'student-under-14',
      'passport-not-shown',
    ]);
    expect(codes(newStatementProblems([refusal], consent, born(null)))).toEqual([
      'birth-date-unknown',
    ]);
    expect(codes(newStatementProblems([refusal], consent, born('2012-09-08')))).toEqual([]);
  });

  test('born on 29 February: not on 28 February, but on 1 March', () => {
    const leap = born('2012-02-29');
    const stands = [made('refusal', '2026-01-12')];
    const on = (day: string) => codes(newStatementProblems(stands, made('consent-14', day), leap));
    expect(on('2026-02-28')).toEqual(['student-under-14']);
    expect(on('2026-03-01')).toEqual([]);
  });

  test('the age is judged on the day the consent was written, not registered', () => {
    const early = { ...consent, date: '2026-09-07' };
    const found = newStatementProblems([refusal], early, born('2012-09-08'));
    expect(codes(found)).toEqual(['student-under-14']);
  });
});

describe('withdrawal', () => {
  const refusal = made('refusal', '2026-09-01');
  const consent = made('consent-14', '2026-09-08');
  const annulment = made('annulment', '2026-09-15');
  const impossibility = made('impossibility', '2026-09-01');

  test('a refusal that works is annulled, not withdrawn', () => {
    expect(check([refusal], refusal, '2026-09-02')).toEqual(['refusal-needs-annulment']);
    expect(check([refusal, annulment], annulment, '2026-09-16')).toEqual([
      'annulment-needs-refusal',
    ]);
  });
  test('on its first day a refusal may be taken back, unless another rests on it', () => {
    expect(check([refusal], refusal, '2026-09-01')).toEqual([]);
    const sameDay = made('annulment', '2026-09-01', { id: 20_260_902 });
    expect(check([refusal, sameDay], refusal, '2026-09-01')).toEqual([
      'later-statement-rests-on-it',
    ]);
  });
  test('impossibility and consent may be withdrawn once, not before they were registered', () => {
    expect(check([impossibility], impossibility, '2026-10-01')).toEqual([]);
    expect(check([refusal, consent], consent, '2026-10-01')).toEqual([]);
    expect(check([refusal, consent], consent, '2026-09-07')).toEqual([
      'withdrawn-before-registered',
    ]);
    const gone = { ...consent, withdrawnOn: '2026-10-01' };
    expect(check([refusal, gone], gone, '2026-10-02')).toEqual(['already-withdrawn']);
    expect(check([], gone, '2026-10-02')).toEqual(['statement-not-found']);
  });
  test('a withdrawn consent puts the student back on paper that day', () => {
    const chain = [refusal, { ...consent, withdrawnOn: '2026-10-01' }];
    expect(serviceModesOn(chain, OLD, '2026-09-30').student.mode).toBe('own-consent');
    expect(serviceModesOn(chain, OLD, '2026-10-01').student.mode).toBe('paper-refusal');
  });
  test('a new paper may follow on the day of withdrawal', () => {
    const gone = { ...impossibility, withdrawnOn: '2026-10-01' };
    const again = made('impossibility', '2026-10-01');
    expect(codes(newStatementProblems([gone], again, OLD))).toEqual([]);
    expect(serviceModesOn([gone, again], OLD, '2026-10-01').parent(1).statementId).toBe(again.id);
  });
});
