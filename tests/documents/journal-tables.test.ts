import { describe, expect, it } from 'vitest';
import { documentOf, portrait } from '../../src-main/documents/build.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type { JournalData } from '../../src-main/features/journal/content.ts';
import { attendancePages } from '../../src-main/features/journal/forms/attendance-pages.ts';
import { generalPages } from '../../src-main/features/journal/forms/general-pages.ts';
import { geometryOf } from '../../src-main/features/journal/forms/geometry.ts';
import type { JournalPage } from '../../src-main/features/journal/forms/page.ts';
import type { Table, TableCell } from '../../src-main/documents/model.ts';
import { inventJournal } from '../support/journal-data.ts';
import { defaultPaper } from '../support/paper.ts';

const geometry = geometryOf(defaultPaper);

const tablesOf = (pages: readonly JournalPage[]): readonly Table[] =>
  pages.flatMap((page) => page.flatMap((block) => (block.kind === 'table' ? [block] : [])));

const textOf = ({ content }: TableCell): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');

const texts = (pages: readonly JournalPage[]): readonly (readonly string[])[] =>
  tablesOf(pages).flatMap(({ rows }) => rows.map((cells) => cells.map(textOf)));

const headOf = (pages: readonly JournalPage[]): readonly string[] =>
  tablesOf(pages)[0]?.head[0]?.map(textOf) ?? [];

const attendanceHtml = (shown: JournalData): string =>
  renderPrintHtml(
    documentOf('x', portrait(attendancePages(shown, geometry).flat())),
    defaultPaper,
    { fontBaseUrl: '' },
  );

describe('«Общие сведения»', () => {
  const data = inventJournal({ period: 'term-1' });

  it('name parents with what they are to the child and their telephones', () => {
    const rows = texts(generalPages(data, geometry));
    expect(rows).toHaveLength(28);
    expect(rows[0]).toEqual([
      '1',
      'Иванова Анна Сергеевич',
      '14.03.2011',
      '',
      'Мать-Иванова Анна Сергеевич (мать)\nтел. +7 900 123-45-67',
    ]);
    expect(rows[1]?.[4]).toMatch(/\(мать\)\nтел\..*\nОтец-.*\(отец\)$/u);
    // Nothing is kept of the third.
    expect(rows[2]?.slice(2)).toEqual(['', '', '']);
  });

  it('have no column of a field that is kept of nobody', () => {
    const bare = new Map(
      [...data.general].map(([id, general]) => [id, { ...general, address: null }]),
    );
    expect(headOf(generalPages(data, geometry))).toContain('Адрес');
    expect(headOf(generalPages({ ...data, general: bare }, geometry))).toEqual([
      '№',
      'Фамилия, имя, отчество',
      'Дата рождения',
      'Родители (законные представители)',
    ]);
  });

  it('of an empty class are a page with an empty table', () => {
    const pages = generalPages({ ...data, pupils: [] }, geometry);
    expect(pages).toHaveLength(1);
    expect(texts(pages)).toEqual([]);
  });
});

/** Rows of a pupil, one in each part of the table. */
const one = (data: JournalData, at: number): readonly (readonly string[])[] =>
  texts(attendancePages(data, geometry)).filter(([number]) => number === String(at + 1));

describe('«Сводная ведомость учёта посещаемости»', () => {
  const year = inventJournal({ period: 'year' });
  it('has the figures that the spreads print, by reason', () => {
    const data = inventJournal({ period: 'term-1' });
    const pupil = data.pupils[0];
    const printed = data.subjects.flatMap(({ lessons, cells }) =>
      lessons.flatMap(
        ({ id }) =>
          cells
            .get(id)
            ?.get(pupil?.id ?? 0)
            ?.split(' ') ?? [],
      ),
    );
    const count = (code: string) => printed.filter((text) => text === code).length;
    const [ill, excused, unexcused, unexplained] = ['Б', 'У', 'НУ', 'Н'].map(count);
    const total = (ill ?? 0) + (excused ?? 0) + (unexcused ?? 0) + (unexplained ?? 0);
    expect(one(data, 0)[0]?.slice(2)).toEqual(
      [total, ill, excused, unexcused, unexplained].map(String),
    );
    expect(ill).toBeGreaterThan(0);
  });

  it('has a dash where the pupil was not in the class', () => {
    // The fifth left on 3 October.
    const cells = one(year, 4).flatMap((row) => row.slice(2));
    const first = cells.slice(0, 5);
    expect(first.every((text) => /^\d+$/u.test(text))).toBe(true);
    expect(cells.slice(5, 10)).toEqual(['–', '–', '–', '–', '–']);
    // The year is the last of the periods, and he had the first of them alone.
    expect(cells.slice(-5)).toEqual(first);
  });

  it('leaves out days that stand in a journal of his own', () => {
    const away = year.pupils.map((pupil, at) =>
      at === 0 ? { ...pupil, ownDays: [{ from: '2025-09-01', to: null }], stints: [] } : pupil,
    );
    const rows = one({ ...year, pupils: away }, 0);
    expect(new Set(rows.flatMap((row) => row.slice(2)))).toEqual(new Set(['–']));
  });

  it('tells of codes it could not count, and says nothing where nothing was taught', () => {
    const data = inventJournal({ period: 'term-1' });
    const [subject] = data.subjects;
    if (!subject) throw new Error('no subject');
    const lesson = subject.lessons[0]?.id ?? 0;
    const unknown = { ...subject, cells: new Map([[lesson, new Map([[1, '?ЖД']])]]) };
    expect(attendanceHtml({ ...data, subjects: [unknown] })).toContain(
      'не распознано: «ЖД»\u00A0— 1',
    );
    expect(attendanceHtml(data)).not.toContain('нет в таблице кодов');
    const untaught = { ...data, subjects: [{ ...subject, lessons: [], cells: new Map() }] };
    expect(one(untaught, 0)[0]?.slice(2)).toEqual(['', '', '', '', '']);
  });
});
