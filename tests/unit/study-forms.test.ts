import { describe, expect, test } from 'vitest';
import {
  belongingOf,
  hasSheets,
  missesNoLessons,
  outsideClassJournal,
  ownJournalDays,
  placeProblem,
  studyWords,
} from '../../src-main/domain/study-forms.ts';

const all = { control: true, journal: true, sheets: true };
const none = { control: false, journal: false, sheets: false };
const usual = { partTime: all, extramural: all };

describe('where a pupil belongs by form and place', () => {
  test.each([
    ['full-time', 'home', { control: true, journal: 'own', sheets: true }],
    ['full-time', 'medical', { control: true, journal: 'class', sheets: true }],
    ['part-time', 'school', { control: true, journal: 'class', sheets: true }],
    ['part-time', 'home', { control: true, journal: 'own', sheets: true }],
    ['extramural', 'school', { control: true, journal: 'class', sheets: true }],
    ['family', 'school', { control: false, journal: 'none', sheets: false }],
    ['self-education', 'school', { control: false, journal: 'none', sheets: false }],
  ] as const)('by default %s, %s', (form, place, expected) => {
    expect(belongingOf({ form, place }, usual)).toEqual(expected);
  });

  test('очно-заочная and заочная are as the school sets, each by itself', () => {
    const rules = { partTime: none, extramural: { ...all, sheets: false } };
    expect(belongingOf({ form: 'part-time', place: 'home' }, rules)).toEqual({
      control: false,
      journal: 'none',
      sheets: false,
    });
    expect(belongingOf({ form: 'extramural', place: 'school' }, rules)).toEqual({
      control: true,
      journal: 'class',
      sheets: false,
    });
    // The law, not the school, says it of the others.
    expect(belongingOf({ form: 'full-time', place: 'home' }, rules).journal).toBe('own');
  });

  test.each([
    ['full-time', 'home', true],
    ['extramural', 'home', true],
    ['family', 'school', true],
    ['self-education', 'school', true],
    ['full-time', 'medical', false],
    ['part-time', 'school', false],
    ['extramural', 'school', false],
  ] as const)('%s, %s: no lessons to miss is %s', (form, place, expected) => {
    expect(missesNoLessons({ form, place })).toBe(expected);
  });
});

describe('by day', () => {
  const family = { from: '2026-02-02', to: '2026-03-01', form: 'family', place: 'school' } as const;
  const home = { from: '2026-03-02', to: null, form: 'full-time', place: 'home' } as const;

  test.each([
    ['the day before семейное образование', '2026-02-01', true],
    ['its first day', '2026-02-02', false],
    ['its last day', '2026-03-01', false],
    ['the first day at home', '2026-03-02', true],
  ])('%s owes sheets: %s', (_, on, expected) => {
    expect(hasSheets([family, home], on, usual)).toBe(expected);
  });

  test('both are outside the class’s journal, a hospital is not', () => {
    const hospital = { ...home, place: 'medical' } as const;
    expect(outsideClassJournal([family, home, hospital], usual)).toEqual([family, home]);
  });
});

test('the words of remarks', () => {
  expect(studyWords({ form: 'full-time', place: 'home' })).toBe('обучается на дому');
  expect(studyWords({ form: 'family', place: 'school' })).toBe('семейное образование');
  expect(studyWords({ form: 'extramural', place: 'medical' })).toBe(
    'заочная форма, обучается в медицинской организации',
  );
});

test.each([
  ['full-time', 'school', false],
  ['full-time', 'medical', true],
  ['family', 'school', true],
  ['family', 'home', false],
  ['self-education', 'medical', false],
  ['part-time', 'home', true],
] as const)('%s at %s can stand: %s', (form, place, expected) => {
  expect(placeProblem(form, place) === null).toBe(expected);
});

const home = (from: string, to: string | null) =>
  ({ form: 'full-time', place: 'home', from, to }) as const;

describe('days of the journal of a pupil taught at home', () => {
  const quarter = { from: '2026-01-12', to: '2026-03-27' };
  const always = [{ from: '2025-09-01', to: null }];
  test.each([
    ['never at home', always, [], []],
    ['inside the term', always, [home('2026-02-02', '2026-02-27')], [['2026-02-02', '2026-02-27']]],
    ['one day', always, [home('2026-02-02', '2026-02-02')], [['2026-02-02', '2026-02-02']]],
    [
      'the last day of the term',
      always,
      [home('2026-03-27', null)],
      [['2026-03-27', '2026-03-27']],
    ],
    ['the day after it', always, [home('2026-03-28', null)], []],
    [
      'since before the term, without an end',
      always,
      [home('2025-10-01', null)],
      [['2026-01-12', '2026-03-27']],
    ],
    [
      'twice, told out of order',
      always,
      [home('2026-03-02', '2026-03-06'), home('2026-01-19', '2026-01-23')],
      [
        ['2026-01-19', '2026-01-23'],
        ['2026-03-02', '2026-03-06'],
      ],
    ],
    [
      'transferred in its midst: the class left keeps its part',
      [{ from: '2025-09-01', to: '2026-02-10' }],
      [home('2026-02-02', '2026-02-27')],
      [['2026-02-02', '2026-02-10']],
    ],
    [
      'in a medical organisation: none',
      always,
      [{ ...home('2026-02-02', null), place: 'medical' as const }],
      [],
    ],
    [
      'семейное образование: none',
      always,
      [{ ...home('2026-02-02', null), form: 'family' as const, place: 'school' as const }],
      [],
    ],
  ])('%s', (_, stints, periods, expected) => {
    expect(
      ownJournalDays(quarter, stints, periods, usual).map(({ from, to }) => [from, to]),
    ).toEqual(expected);
  });

  test('the school year begins and ends with its own days', () => {
    const studies = [home('2025-08-31', '2025-09-01')];
    const year = { from: '2025-09-01', to: '2026-05-26' };
    expect(ownJournalDays(year, always, studies, usual)).toEqual([
      { from: '2025-09-01', to: '2025-09-01' },
    ]);
  });
});
