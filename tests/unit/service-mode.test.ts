import { describe, expect, test } from 'vitest';
import { addDays } from '../../src-main/domain/dates.ts';
import { serviceModeHistory, serviceModesOn } from '../../src-main/domain/service-mode.ts';
import { replayStatements } from '../../src-main/domain/statement-chain.ts';
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
    guardianId: 1,
    date: registeredOn,
    registeredOn,
    inForceFrom: registeredOn,
    outlastsMajority: false,
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
  chain.split('').forEach((paper, step) => {
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
    const papers = chain.split('').map(paperAt);
    const expected = walk(chain, fourteenFrom);
    const applicant = { birthDate, carers: [] };
    // A void refusal or annulment (r, a) is never reported: it was taken back the same day.
    const refused = replayStatements(papers, applicant).impossible.map((one) => one.statement.id);
    const got = chain
      .split('')
      .map((_, step) => serviceModesOn(papers, applicant, addDays(dayOf(step), 6)));
    const seen = got.map((modes) => `${modes.parent(1).mode}/${modes.student.mode}`);
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

const OLD = { birthDate: '2010-05-05', carers: [] };
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
describe('what is told', () => {
  const chain = [
    made('refusal', '2026-09-01'),
    made('consent-14', '2026-09-08'),
    made('annulment', '2026-09-15'),
  ];
  test('the history names the statement and the paragraph', () => {
    const history = serviceModeHistory(chain, OLD).map(({ from, modes }) => ({
      from,
      parent: modes.parent(1),
      student: modes.student,
    }));
    expect(history.map((one) => [one.from, one.parent.mode, one.student.mode])).toEqual([
      [null, 'electronic', 'electronic'],
      ['2026-09-01', 'paper-refusal', 'paper-refusal'],
      ['2026-09-08', 'paper-refusal', 'own-consent'],
      ['2026-09-15', 'electronic', 'electronic'],
      // The 18th birthday.
      ['2028-05-05', 'student-of-age', 'electronic'],
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
    expect(serviceModesOn(again, OLD, '2026-09-22').student.mode).toBe('paper-refusal');
  });
  test('before the first day nothing works', () => {
    expect(serviceModesOn(chain, OLD, '2026-08-31').parent(1).statementId).toBeNull();
  });
});
