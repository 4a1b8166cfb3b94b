import { describe, expect, it } from 'vitest';
import type { Table } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import { journalBook } from '../../src-main/features/journal/forms/book.ts';
import type { JournalBook } from '../../src-main/features/journal/forms/book.ts';
import type { JournalData } from '../../src-main/features/journal/content.ts';
import { inventJournal } from '../support/journal-data.ts';

const longText =
  'Прочитать параграф, выписать определения; решить задачи: № 1–15 (чётные), подготовить доклад. '
    .repeat(70)
    .trim();

const squeezed = (text: string): string => text.replaceAll(/[\s\u00A0]/gu, '');

/** Blocks of each page of the book, cut at its page breaks. */
const blocksByPage = ({ section }: JournalBook) => {
  const pages: (typeof section.blocks)[number][][] = [[]];
  for (const block of section.blocks)
    if (block.kind === 'pageBreak') pages.push([]);
    else pages.at(-1)?.push(block);
  return pages;
};

const cellText = (content: Table['rows'][number][number]['content']): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');

const rowOf = (table: Table | undefined, at: number) =>
  (table?.rows[at] ?? []).map(({ content }) => cellText(content));

/** Texts of the tables of a subject, one string a row. */
const tablesOf = (book: JournalBook, title: string, heads: string): readonly Table[] =>
  blocksByPage(book).flatMap((blocks) => {
    const [first] = blocks;
    const isOf = first?.kind === 'paragraph' && cellText(first.content) === title;
    return isOf
      ? blocks.filter(
          (block): block is Table =>
            block.kind === 'table' &&
            block.head[0]?.some(({ content }) => cellText(content) === heads) === true,
        )
      : [];
  });

const withLessons = (data: JournalData, count: number): JournalData => ({
  ...data,
  subjects: data.subjects.slice(0, 1).map((subject) => ({
    ...subject,
    lessons: subject.lessons.slice(0, count),
  })),
});

describe('spreads', () => {
  it('keep two lessons of a day in two columns and two rows', () => {
    const data = withLessons(inventJournal({ period: 'term-1' }), 0);
    const lesson = { topic: 'Тема', homework: null, teacher: null, date: '2025-09-04' };
    const [subject] = data.subjects;
    if (!subject) throw new Error('no subject');
    const cells = new Map([
      [1, new Map([[1, '5']])],
      [2, new Map([[1, 'Н']])],
    ]);
    const two = [
      { ...lesson, id: 1 },
      { ...lesson, id: 2 },
    ];
    const book = journalBook(
      { ...data, subjects: [{ ...subject, lessons: two, cells }] },
      defaultPaper,
    );
    const [marks] = tablesOf(book, 'Алгебра', 'Фамилия, имя');
    expect(marks?.head[1]?.map(({ content }) => content)).toEqual(['4', '4']);
    const firstPupil = marks?.rows[0] ?? [];
    expect(firstPupil.slice(0, 4).map(({ content }) => cellText(content))).toEqual([
      '1',
      'Иванова Анна',
      '5',
      'Н',
    ]);
    const [texts] = tablesOf(book, 'Алгебра', 'Тема урока');
    expect(texts?.rows.map(([date]) => cellText(date?.content ?? ''))).toEqual(['04.09', '04.09']);
  });

  it('mark the days when a pupil was not in the class, and say since when he is', () => {
    const book = journalBook(inventJournal({ period: 'term-1' }), defaultPaper);
    const [first, second] = tablesOf(book, 'Алгебра', 'Фамилия, имя');
    const days = first?.head[1]?.map(({ content }) => Number(content)) ?? [];
    const came = rowOf(first, 9);
    expect(came[1]).toBe('Журавлёва Пётр\nприбыла 15.09.2025');
    expect(days.slice(0, 5)).toEqual([4, 5, 11, 12, 18]);
    expect(came.slice(2, 7)).toEqual(['–', '–', '–', '–', '']);
    expect(
      rowOf(second, 4)
        .slice(2, -1)
        .every((text) => text === '–'),
    ).toBe(true);
  });

  it('repeat the lessons beside the second part of a great class only by a reference', () => {
    const data = withLessons(inventJournal({ period: 'term-1', pupils: 60 }), 5);
    const book = journalBook(data, defaultPaper);
    const at = book.contents.find(({ title }) => title === 'Алгебра')?.page ?? 0;
    const pages = blocksByPage(book);
    const names = [at, at + 2].flatMap((page) =>
      (pages[page - 1] ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
    expect(names).toHaveLength(60);
    const note = (pages[at + 2] ?? []).map((block) =>
      block.kind === 'paragraph' ? cellText(block.content) : '',
    );
    expect(note).toContain(`Темы этих уроков и задания на дом напечатаны на странице ${at + 1}.`);
  });

  it('never lose a word of a text longer than a page', () => {
    const data = withLessons(inventJournal({ period: 'term-1', longText }), 8);
    const book = journalBook(data, defaultPaper);
    const rows = tablesOf(book, 'Алгебра', 'Тема урока').flatMap((table) => table.rows);
    const parts = rows.filter(([date]) => cellText(date?.content ?? '').startsWith('19.09'));
    expect(parts.length).toBeGreaterThan(2);
    const joined = (column: number) =>
      parts.map((cells) => cellText(cells[column]?.content ?? '')).join(' ');
    expect(squeezed(joined(1)).includes(squeezed(longText))).toBe(true);
    expect(squeezed(joined(2)).includes(squeezed(longText))).toBe(true);
  });

  it('put the final mark after the last lesson of a term', () => {
    const data = inventJournal({ period: 'year' });
    const book = journalBook(withLessons(data, 1000), defaultPaper);
    const heads = tablesOf(book, 'Алгебра', 'Фамилия, имя').flatMap((table) =>
      (table.head[0] ?? []).flatMap(({ content, rotated }) =>
        rotated === true ? [cellText(content)] : [],
      ),
    );
    expect(heads).toEqual(['I четв.', 'II четв.', 'III четв.', 'IV четв.', 'Год']);
  });
});
