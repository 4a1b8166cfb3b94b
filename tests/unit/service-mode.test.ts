import { describe, expect, test } from 'vitest';
import { addDays } from '../../src-main/domain/dates.ts';
import { serviceModeHistory, serviceModeOn } from '../../src-main/domain/service-mode.ts';
import {
  newStatementProblems,
  replayStatements,
  withdrawalProblems,
} from '../../src-main/domain/statement-chain.ts';
import type { Statement, StatementKind } from '../../src-main/domain/statements.ts';

/**
 * The oracle: an automaton written as text, one line a state, one column a paper.
 * Papers: R refusal, I impossibility, A annulment, C consent with passport, c consent without one,
 * i impossibility withdrawn before the next paper, k consent withdrawn likewise, r refusal and
 * a annulment withdrawn on their first day (void).
 * States: E electronic, I impossibility, R refusal, S refusal and the student's own consent.
 * `-` = refused, the state stays. C and k are refused in any state before the 14th birthday.
 */
const TABLE = `
     R I A C c i k r a
  E  R I - - - E - E E
  I  R - - - - - - I I
  R  - - E S - - R R R
  S  - - E - - - - S S`;

const [papersLine = '', ...stateLines] = TABLE.trim().split('\n');
const PAPERS = papersLine.trim().split(' ');
const NEXT = new Map(
  stateLines.flatMap((line) => {
    const [state = '', ...cells] = line.trim().split(/\s+/);
    return PAPERS.map((paper, at) => [`${state}${paper}`, cells[at] ?? '?'] as const);
  }),
);
const SEEN: Readonly<Record<string, readonly [string, string]>> = {
  E: ['electronic', 'electronic'],
  I: ['paper-impossibility', 'paper-impossibility'],
  R: ['paper-refusal', 'paper-refusal'],
  S: ['paper-refusal', 'own-consent'],
};
const KINDS: Readonly<Record<string, StatementKind>> = {
  R: 'refusal',
  r: 'refusal',
  I: 'impossibility',
  i: 'impossibility',
  A: 'annulment',
  a: 'annulment',
  C: 'consent-14',
  c: 'consent-14',
  k: 'consent-14',
};

const START = '2026-02-22';
const dayOf = (step: number): string => addDays(START, step * 7);

const paperAt = (paper: string, step: number): Statement => {
  const registeredOn = dayOf(step);
  const voided = paper === 'r' || paper === 'a';
  const withdrawn = paper === 'i' || paper === 'k';
  return {
    id: step + 1,
    kind: KINDS[paper] ?? 'refusal',
    date: registeredOn,
    registeredOn,
    withdrawnOn: voided ? registeredOn : withdrawn ? addDays(registeredOn, 3) : null,
    passportShown: paper === 'C' || paper === 'k',
  };
};

const chainsOf = (length: number): readonly string[] =>
  length === 0
    ? ['']
    : chainsOf(length - 1).flatMap((chain) => PAPERS.map((paper) => chain + paper));
const CHAINS = [0, 1, 2, 3, 4].flatMap(chainsOf);

/** Birth dates by the step at which the student is 14: from the start, at each step, never. */
const fourteenAt = (step: number): string => dayOf(step).replace(/^\d{4}/, '2012');

interface Expected {
  readonly states: readonly string[];
  readonly refused: readonly number[];
}

const walk = (chain: string, fourteenFrom: number): Expected => {
  let state = 'E';
  const states: string[] = [];
  const refused: number[] = [];
  [...chain].forEach((paper, step) => {
    const young = 'Ck'.includes(paper) && step < fourteenFrom;
    const next = young ? '-' : NEXT.get(state + paper);
    if (next === '-') refused.push(step + 1);
    else state = next ?? '?';
    states.push(state);
  });
  return { states, refused };
};

const mismatches = (fourteenFrom: number, birthDate: string): readonly string[] =>
  CHAINS.flatMap((chain) => {
    const papers = [...chain].map(paperAt);
    const expected = walk(chain, fourteenFrom);
    const applicant = { birthDate };
    // A void refusal or annulment (r, a) is never reported: it was taken back the same day.
    const refused = replayStatements(papers, applicant).impossible.map((one) => one.statement.id);
    const got = [...chain].map((_, step) =>
      serviceModeOn(papers, applicant, addDays(dayOf(step), 6)),
    );
    const seen = got.map((mode) => `${mode.parent.mode}/${mode.student.mode}`);
    const right = expected.states.map((state) => SEEN[state]?.join('/') ?? '?');
    const same = String(seen) === String(right) && String(refused) === String(expected.refused);
    return same
      ? []
      : [
          `${chain}: ${String(seen)} refused ${String(refused)}; want ${String(right)} refused ${String(expected.refused)}`,
        ];
  });

describe('every chain up to four papers', () => {
  test('all chains are there', () => {
    expect(CHAINS).toHaveLength(1 + 9 + 81 + 729 + 6561);
  });
  test.each([
    ['14 long ago', 0, '2010-05-05'],
    ['14 on the very day of the first paper', 0, fourteenAt(0)],
    ['14 on the very day of the second paper', 1, fourteenAt(1)],
    ['14 on the very day of the third paper', 2, fourteenAt(2)],
    ['14 one day after the third paper', 3, '2012-03-09'],
    ['born on 29 February: 14 on 1 March, the day of the second paper', 1, '2012-02-29'],
    ['14 after all papers', 4, '2013-09-01'],
  ])('%s', (_, fourteenFrom, birthDate) => {
    expect(mismatches(fourteenFrom, birthDate)).toEqual([]);
  });
});

describe('the automaton catches a wrong rule', () => {
  test('a birthday one day off is seen', () => {
    expect(mismatches(1, addDays(fourteenAt(1), 1)).length).toBeGreaterThan(0);
  });
});

const OLD = { birthDate: '2010-05-05' };
const made = (kind: StatementKind, day: string, more: Partial<Statement> = {}): Statement => ({
  id: Number(day.replaceAll('-', '')),
  kind,
  date: day,
  registeredOn: day,
  withdrawnOn: null,
  passportShown: kind === 'consent-14',
  ...more,
});
const codes = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map((one) => one.code);

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

  test('every reason at once', () => {
    const child = { birthDate: '2012-09-09' };
    const bad = { ...consent, passportShown: false };
    expect(codes(newStatementProblems([], bad, child))).toEqual([
      'no-refusal-for-consent',
      'student-under-14',
      'passport-not-shown',
    ]);
    expect(codes(newStatementProblems([refusal], consent, { birthDate: null }))).toEqual([
      'birth-date-unknown',
    ]);
    expect(codes(newStatementProblems([refusal], consent, { birthDate: '2012-09-08' }))).toEqual(
      [],
    );
  });

  test('born on 29 February: not on 28 February, but on 1 March', () => {
    const leap = { birthDate: '2012-02-29' };
    const stands = [made('refusal', '2026-01-12')];
    const on = (day: string) => codes(newStatementProblems(stands, made('consent-14', day), leap));
    expect(on('2026-02-28')).toEqual(['student-under-14']);
    expect(on('2026-03-01')).toEqual([]);
  });

  test('the age is judged on the day the consent was written, not registered', () => {
    const early = { ...consent, date: '2026-09-07' };
    const found = newStatementProblems([refusal], early, { birthDate: '2012-09-08' });
    expect(codes(found)).toEqual(['student-under-14']);
  });
});

describe('withdrawal', () => {
  const refusal = made('refusal', '2026-09-01');
  const consent = made('consent-14', '2026-09-08');
  const annulment = made('annulment', '2026-09-15');
  const impossibility = made('impossibility', '2026-09-01');
  const check = (chain: readonly Statement[], one: Statement, on: string) =>
    codes(withdrawalProblems(chain, one.id, on, OLD));

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
    expect(serviceModeOn(chain, OLD, '2026-09-30').student.mode).toBe('own-consent');
    expect(serviceModeOn(chain, OLD, '2026-10-01').student.mode).toBe('paper-refusal');
  });
  test('a new paper may follow on the day of withdrawal', () => {
    const gone = { ...impossibility, withdrawnOn: '2026-10-01' };
    const again = made('impossibility', '2026-10-01');
    expect(codes(newStatementProblems([gone], again, OLD))).toEqual([]);
    expect(serviceModeOn([gone, again], OLD, '2026-10-01').parent.statementId).toBe(again.id);
  });
});

describe('what is told', () => {
  const chain = [
    made('refusal', '2026-09-01'),
    made('consent-14', '2026-09-08'),
    made('annulment', '2026-09-15'),
  ];
  test('the history names the statement and the paragraph', () => {
    const history = serviceModeHistory(chain, OLD);
    expect(history.map((one) => [one.from, one.parent.mode, one.student.mode])).toEqual([
      [null, 'electronic', 'electronic'],
      ['2026-09-01', 'paper-refusal', 'paper-refusal'],
      ['2026-09-08', 'paper-refusal', 'own-consent'],
      ['2026-09-15', 'electronic', 'electronic'],
    ]);
    expect(history[1]?.parent.reason).toMatch(
      /не реже и не чаще.*п\. 7, абзац 2.*1 сентября 2026 г\./,
    );
    expect(history[2]?.student).toMatchObject({ statementId: 20_260_908, since: '2026-09-08' });
    expect(history[2]?.student.reason).toMatch(/14 лет.*п\. 7, абзац 3/);
    expect(history[3]?.parent.reason).toMatch(/аннулирован.*п\. 7, абзац 3/);
    expect(history[0]?.parent.reason).toMatch(/п\. 1\.1/);
  });
  test('a new refusal after the annulment asks for a new consent', () => {
    const again = [...chain, made('refusal', '2026-09-22')];
    expect(serviceModeOn(again, OLD, '2026-09-22').student.mode).toBe('paper-refusal');
  });
  test('before the first day nothing works', () => {
    expect(serviceModeOn(chain, OLD, '2026-08-31').parent.statementId).toBeNull();
  });
});
