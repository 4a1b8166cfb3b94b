import { describe, expect, test } from 'vitest';
import {
  figureNames,
  packageFileName,
  springPeriod,
  summaryColumns,
  summaryDifference,
  summaryNameCaption,
  summaryTitleBody,
  summaryTitleHead,
} from '../../src-main/domain/summary.ts';
import type { FigureRows, FrozenSummary } from '../../src-main/domain/summary.ts';
import { sourcePassage } from '../support/fixtures.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Приложение 2 of S1, whole. */
const appendix2 = (): string => flat(sourcePassage('s1-appendix-2'));

describe('the official form, word for word (S1 Приложение 2)', () => {
  const period = { from: '2015-03-01', to: '2015-05-15' };
  test('the whole appendix is title, name line and five heads, and nothing else', () => {
    const own = [
      'Приложение 2',
      summaryTitleHead,
      summaryTitleBody(period),
      summaryNameCaption,
      ...summaryColumns.map((column) => column.head),
    ];
    expect(appendix2().replace(/_+ /, '')).toBe(own.join(' '));
  });
  test('the title takes the dates of the period', () => {
    expect(summaryTitleBody({ from: '2026-03-01', to: '2026-05-15' })).toBe(
      'по результатам работы по обращениям родителей детей, пропустивших занятия более двух недель (без учета детей занимающихся на дому) в муниципальных образовательных организациях с 1 марта 2026 года по 15 мая 2026 года',
    );
  });
  test.each([
    ['2026-02-28', 2025],
    ['2026-03-01', 2026],
    ['2026-12-31', 2026],
  ])('on %s the spring of the form is that of %i', (today, year) => {
    expect(springPeriod(today)).toEqual({ from: `${year}-03-01`, to: `${year}-05-15` });
  });
  test('five different figures', () => {
    expect(figureNames).toEqual([
      'organisations',
      'studentsOverTwoWeeks',
      'appeals',
      'quarterHours',
      'resources',
    ]);
  });
});

const rows = (part: Partial<FigureRows>): FigureRows => ({
  organisations: [1],
  studentsOverTwoWeeks: [],
  appeals: [],
  quarterHours: [],
  resources: [],
  ...part,
});

describe('difference of two versions', () => {
  const before: FrozenSummary = {
    figures: {
      organisations: 1,
      studentsOverTwoWeeks: 2,
      appeals: 1,
      quarterHours: 10,
      resources: 0,
    },
    rows: rows({ studentsOverTwoWeeks: [4, 9], appeals: [3], quarterHours: [1] }),
  };
  test('nothing', () => {
    expect(summaryDifference(before, before)).toEqual([]);
  });
  test('the same hours out of more or fewer rows are a change', () => {
    const split = { ...before, rows: { ...before.rows, quarterHours: [1, 6] } };
    const change = { figure: 'quarterHours', before: 10, after: 10 };
    expect(summaryDifference(before, split)).toEqual([
      { ...change, addedIds: [6], removedIds: [] },
    ]);
    expect(summaryDifference(split, before)).toEqual([
      { ...change, addedIds: [], removedIds: [6] },
    ]);
  });
  test('a changed value, a replaced row, an added row', () => {
    const after: FrozenSummary = {
      figures: {
        organisations: 1,
        studentsOverTwoWeeks: 2,
        appeals: 2,
        quarterHours: 12,
        resources: 0,
      },
      rows: rows({ studentsOverTwoWeeks: [9, 2], appeals: [3, 5], quarterHours: [1] }),
    };
    expect(summaryDifference(before, after)).toEqual([
      { figure: 'studentsOverTwoWeeks', before: 2, after: 2, addedIds: [2], removedIds: [4] },
      { figure: 'appeals', before: 1, after: 2, addedIds: [5], removedIds: [] },
      { figure: 'quarterHours', before: 10, after: 12, addedIds: [], removedIds: [] },
    ]);
  });
});

test.each([
  ['МБОУ «СОШ № 5» г. Белгорода', 'МБОУ_СОШ_5_г._Белгорода'],
  ['../../etc/passwd', 'etc_passwd'],
  ['a\\b:c*d?e"f<g>h|i', 'a_b_c_d_ef_g_h_i'],
  ['Школа.', 'Школа'],
  ['   ', 'без_названия'],
  ['=«»', 'без_названия'],
])('file name of «%s»', (school, part) => {
  expect(packageFileName('2026-05-15', school, 2)).toBe(`Справка_обращения_2026-05-15_${part}_v2`);
});

test('a file name fits into 255 bytes', () => {
  const name = packageFileName('2026-05-15', 'Щ'.repeat(500), 12);
  expect(Buffer.byteLength(`${name}.docx`)).toBeLessThanOrEqual(255);
  expect(name.endsWith('_v12')).toBe(true);
});
