import { describe, expect, test } from 'vitest';
import type { SwornPrint } from '../../src-main/domain/certification.ts';
import {
  certifyingText,
  printedSpan,
  sourceWords,
  spanWords,
} from '../../src-main/domain/certification.ts';
import { gapLine } from '../../src-main/domain/journal-gap-wording.ts';
import { refusingGaps } from '../../src-main/domain/journal-gaps.ts';
import type { JournalGapKind } from '../../src-main/domain/journal-gaps.ts';
import { extractPeriods, extractState, journalPeriods } from '../../src-main/domain/journal.ts';

/** Certification swears exactly what is printed (S2 §1.2; domain.md §6). */

const term = { from: '2025-09-01', to: '2025-10-24' };

describe('days of a print', () => {
  test.each([
    ['before the term', '2025-08-31', [], '2025-09-01', '2025-08-31'],
    ['on its first day', '2025-09-01', ['2025-09-01'], '2025-09-01', '2025-09-01'],
    ['the day before its last', '2025-10-23', ['2025-09-01'], '2025-10-23', '2025-10-23'],
    ['on its last day', '2025-10-24', ['2025-09-02'], '2025-10-24', null],
    ['after it', '2026-03-01', [], '2025-10-24', null],
    ['with practice after the term', '2026-03-01', ['2025-10-30'], '2025-10-30', null],
  ] as const)('printed %s', (_name, today, lessons, to, asOf) => {
    expect(printedSpan(term, today, lessons)).toEqual({ from: '2025-09-01', to, asOf });
  });

  test('of the year are told to 31 August and from 1 September', () => {
    const year = { from: '2025-09-01', to: '2026-05-26' };
    expect(printedSpan(year, '2026-08-31', ['2025-09-01', '2026-08-31'])).toEqual({
      from: '2025-09-01',
      to: '2026-08-31',
      asOf: null,
    });
  });

  test('are said with the state of a running period only', () => {
    expect(spanWords({ ...term, asOf: null })).toBe('с 01.09.2025 по 24.10.2025');
    expect(spanWords({ from: '2025-09-01', to: '2025-10-10', asOf: '2025-10-10' })).toBe(
      'с 01.09.2025 по 10.10.2025, по состоянию на 10.10.2025',
    );
    expect(spanWords({ from: '2025-09-01', to: '2025-09-01', asOf: '2025-08-31' })).toBe(
      'до начала периода (01.09.2025), по состоянию на 31.08.2025',
    );
  });
});

test.each([
  ['2025-10-27', false, 'по данным выгрузки от 27.10.2025 из системы «БАРС»'],
  [
    '2025-10-27',
    true,
    'по данным выгрузки от 27.10.2025 из системы «БАРС» и записям, внесённым в программу вручную',
  ],
  [null, true, 'по записям, внесённым в программу вручную'],
  [null, false, 'без сведений об уроках и отметках: их не внесено'],
] as const)('the source of %s, typed %s', (importedOn, typed, words) => {
  expect(sourceWords({ importedOn, typed }, 'БАРС')).toBe(words);
});

describe('the certifying text', () => {
  const sworn: SwornPrint = {
    kind: 'journal',
    span: { ...term, asOf: null },
    source: { importedOn: '2025-10-27', typed: false },
    systemName: 'БАРС',
    school: 'МБОУ «СОШ № 7»',
    gapsAt: null,
  };

  test('calls complete only what has no gaps and is over', () => {
    expect(certifyingText(sworn)).toBe(
      'Верно. Журнал распечатан полностью с 01.09.2025 по 24.10.2025, по данным выгрузки от 27.10.2025 из системы «БАРС». Подлинник ведётся в системе электронного журнала («БАРС») и хранится в МБОУ «СОШ № 7».',
    );
    const gaps = certifyingText({ ...sworn, gapsAt: 'на странице 54' });
    expect(gaps).toContain('Журнал распечатан с 01.09.2025');
    expect(gaps).toContain('Чего недостаёт, перечислено на странице 54.');
    const running = { from: '2025-09-01', to: '2025-10-10', asOf: '2025-10-10' };
    expect(certifyingText({ ...sworn, span: running })).not.toContain('полностью');
    expect(certifyingText({ ...sworn, kind: 'extract' })).toMatch(
      /^Верно\. Выписка из журнала сделана с 01\.09\.2025/u,
    );
  });
});

describe('gaps that refuse certification', () => {
  const kinds: readonly JournalGapKind[] = [
    'no-lessons',
    'no-topics',
    'no-marks',
    'no-final-marks',
    'no-teacher',
    'outside-terms',
    'not-enrolled',
    'no-pupils',
    'no-subjects',
    'other-lessons',
  ];

  test('are missing lessons, topics and final marks', () => {
    expect(refusingGaps(kinds.map((kind) => ({ kind }))).map(({ kind }) => kind)).toEqual([
      'no-lessons',
      'no-topics',
      'no-final-marks',
      'no-pupils',
      'no-subjects',
    ]);
  });

  test('are said with their subject', () => {
    const gap = { kind: 'no-topics', count: 2, total: 5 } as const;
    expect(gapLine({ ...gap, subject: 'Физика' })).toBe('Физика: нет темы: 2 урока из 5');
    expect(gapLine({ ...gap, kind: 'no-pupils', subject: null })).toBe(
      'в классе нет учеников за этот период',
    );
  });
});

const print = (printedOn: string, certifiedOn: string | null = null) => ({
  printedOn,
  certifiedOn,
});

describe('an extract for a leaver', () => {
  const periods = journalPeriods(
    [
      { kind: 'quarter', number: 1, startsOn: '2025-09-01', endsOn: '2025-10-24' },
      { kind: 'quarter', number: 2, startsOn: '2025-11-05', endsOn: '2025-12-30' },
      { kind: 'quarter', number: 3, startsOn: '2026-01-12', endsOn: '2026-05-26' },
    ],
    '2025-09-01',
  );
  const spans = (stints: readonly { readonly from: string; readonly to: string | null }[]) =>
    extractPeriods(periods, stints).map(({ key, from, to }) => `${key} ${from} ${to}`);

  test.each([
    ['nobody', [], []],
    ['still in the class', [{ from: '2025-09-01', to: null }], []],
    ['in it to the year’s last day', [{ from: '2025-09-01', to: '2026-05-26' }], []],
    ['in it to 31 August', [{ from: '2025-09-01', to: '2026-08-31' }], []],
    ['left before the year', [{ from: '2025-08-20', to: '2025-08-31' }], []],
    [
      'there for one day',
      [{ from: '2025-09-01', to: '2025-09-01' }],
      ['term-1 2025-09-01 2025-09-01', 'year 2025-09-01 2025-09-01'],
    ],
    [
      'left between the terms',
      [{ from: '2025-09-15', to: '2025-11-01' }],
      ['term-1 2025-09-15 2025-10-24', 'year 2025-09-15 2025-11-01'],
    ],
    [
      'away and back, then left',
      [
        { from: '2025-09-01', to: '2025-09-10' },
        { from: '2025-10-01', to: '2025-11-20' },
      ],
      [
        'term-1 2025-09-01 2025-10-24',
        'term-2 2025-11-05 2025-11-20',
        'year 2025-09-01 2025-11-20',
      ],
    ],
    [
      'came back for good',
      [
        { from: '2025-09-01', to: '2025-09-10' },
        { from: '2025-10-01', to: null },
      ],
      [],
    ],
  ] as const)('%s', (_name, stints, expected) => {
    expect(spans(stints)).toEqual(expected);
  });

  test('is certified at any day from his last one on, and owed to nobody', () => {
    const period = { from: '2026-01-12', to: '2026-01-30' };
    expect(extractState([], period)).toBe('offered');
    expect(extractState([print('2026-01-29')], period)).toBe('offered');
    expect(extractState([print('2026-01-30')], period)).toBe('printed');
    expect(extractState([print('2026-02-03', '2026-02-03')], period)).toBe('certified');
  });
});
