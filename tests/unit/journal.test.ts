import { describe, expect, it } from 'vitest';
import {
  certifyObstacle,
  finalPeriodShort,
  isOwed,
  journalPeriods,
  journalState,
  leavesOf,
  leavesText,
} from '../../src-main/domain/journal.ts';
import { subjectGaps } from '../../src-main/domain/journal-gaps.ts';
import type { SubjectFacts } from '../../src-main/domain/journal-gaps.ts';

const terms = [
  { kind: 'half-year', number: 2, startsOn: '2026-01-12', endsOn: '2026-05-26' },
  { kind: 'half-year', number: 1, startsOn: '2025-09-01', endsOn: '2025-12-30' },
] as const;

describe('periods of the journal', () => {
  it('are the terms of the class and the year', () => {
    expect(journalPeriods(terms, '2025-09-01')).toEqual([
      {
        key: 'term-1',
        title: 'I полугодие',
        short: 'I полуг.',
        from: '2025-09-01',
        to: '2025-12-30',
      },
      {
        key: 'term-2',
        title: 'II полугодие',
        short: 'II полуг.',
        from: '2026-01-12',
        to: '2026-05-26',
      },
      { key: 'year', title: 'Учебный год', short: 'Год', from: '2025-09-01', to: '2026-05-26' },
    ]);
    expect(journalPeriods([], '2025-09-01')).toEqual([]);
  });

  it('name a term the calendar does not know by its number', () => {
    const periods = journalPeriods(terms, '2025-09-01');
    expect(finalPeriodShort('term-4', periods)).toBe('4-й период');
    expect(finalPeriodShort('exam', periods)).toBe('Экз.');
    expect(finalPeriodShort('term-2', periods)).toBe('II полуг.');
  });
});

const print = (printedOn: string, certifiedOn: string | null = null) => ({
  printedOn,
  certifiedOn,
});

describe('state of a journal', () => {
  const period = { from: '2025-09-01', to: '2025-10-24' };
  it.each([
    ['before the term', [], '2025-08-31', 'future'],
    ['in the term', [], '2025-09-01', 'running'],
    ['on its last day', [], '2025-10-24', 'running'],
    ['the day after it', [], '2025-10-25', 'missing'],
    ['printed early, the term still runs', [print('2025-10-23')], '2025-10-24', 'early'],
    ['printed early, the term is over', [print('2025-10-23')], '2025-10-25', 'missing'],
    ['printed on the last day', [print('2025-10-24')], '2025-10-24', 'printed'],
    ['printed and not certified', [print('2025-10-27')], '2025-11-10', 'printed'],
    [
      'printed anew after the certified one',
      [print('2025-11-01'), print('2025-10-27', '2025-10-28')],
      '2025-11-10',
      'certified',
    ],
    ['an early print certified', [print('2025-10-20', '2025-10-21')], '2025-10-25', 'missing'],
  ] as const)('%s', (_name, prints, today, state) => {
    expect(journalState(prints, period, today)).toBe(state);
  });

  it('is owed only once the term is over and until it is certified', () => {
    expect(isOwed('printed', period, '2025-10-24')).toBe(false);
    expect(isOwed('printed', period, '2025-10-25')).toBe(true);
    expect(isOwed('missing', period, '2025-10-25')).toBe(true);
    expect(isOwed('certified', period, '2025-10-25')).toBe(false);
  });
});

describe('sheets', () => {
  it('are leaves of paper, not pages', () => {
    expect([1, 2, 3, 64].map(leavesOf)).toEqual([1, 1, 2, 32]);
  });

  it('are told in figures and words that agree', () => {
    expect([1, 2, 8, 21, 105].map(leavesText)).toEqual([
      '1 (один) лист',
      '2 (два) листа',
      '8 (восемь) листов',
      '21 (двадцать один) лист',
      '105 (сто пять) листов',
    ]);
  });
});

describe('gaps of a subject', () => {
  const facts: SubjectFacts = {
    subjectId: 7,
    subject: 'Физика',
    hasTeacher: true,
    lessons: [{ topic: 'Сила' }, { topic: null }, { topic: null }],
    codes: ['5', 'Н'],
    graded: { expected: 3, found: 3 },
  };
  const kinds = (change: Partial<SubjectFacts>, parallel = 8) =>
    subjectGaps({ ...facts, ...change }, parallel).map(({ kind, count, total }) => [
      kind,
      count,
      total,
    ]);

  it('counts lessons without a topic among all', () => {
    expect(kinds({})).toEqual([['no-topics', 2, 3]]);
  });

  it('says only that there are no lessons where there are none', () => {
    expect(kinds({ lessons: [], codes: [], hasTeacher: false })).toEqual([['no-lessons', 0, 0]]);
  });

  it('takes absences for no marks, a credit for one', () => {
    const topics = { lessons: [{ topic: 'Сила' }] };
    expect(kinds({ ...topics, codes: ['Н', 'Б', 'У Н'] })).toEqual([['no-marks', 1, 1]]);
    expect(kinds({ ...topics, codes: ['ЗЧ'] })).toEqual([]);
  });

  it('asks no marks of first-graders', () => {
    const bare = { codes: [], graded: { expected: 3, found: 0 }, lessons: [{ topic: 'Сила' }] };
    expect(kinds(bare, 1)).toEqual([]);
    expect(kinds(bare, 2)).toEqual([
      ['no-marks', 1, 1],
      ['no-final-marks', 3, 3],
    ]);
  });

  it('names a subject nobody is known to teach', () => {
    expect(kinds({ hasTeacher: false, lessons: [{ topic: 'Сила' }] })).toEqual([
      ['no-teacher', 1, 1],
    ]);
  });
});

it('a print is certified once, and only one that holds the whole period', () => {
  const whole = { certifiedOn: null, early: false };
  expect(certifyObstacle(whole)).toBeNull();
  expect(certifyObstacle({ ...whole, early: true })).toBe('early');
  expect(certifyObstacle({ certifiedOn: '2026-05-30', early: false })).toBe('certified');
});
