import { describe, expect, it } from 'vitest';
import type { MemoryList } from '../../src-main/features/lists/index.ts';
import type { Sort } from '../../src-main/features/lists/question.ts';
import {
  byClass,
  byNumber,
  byText,
  byTime,
  conditionsOf,
  inTurn,
  is,
  orderOf,
  pageInMemory,
} from '../../src-main/features/lists/index.ts';
import {
  allOf,
  among,
  anyOf,
  atLeast,
  equal,
  whether,
  whereOf,
} from '../../src-main/database/conditions.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly className: string | null;
  readonly on: string | null;
}

const rows: readonly Row[] = [
  { id: 1, name: 'Ёлкин Пётр', className: '10А', on: '2026-03-02' },
  { id: 2, name: 'Иванова-Петрова Анна', className: '2Б', on: null },
  { id: 3, name: 'Жуков Иван', className: '2А', on: '2026-03-01' },
  { id: 4, name: 'Ершов Илья', className: null, on: '2026-03-02' },
];

type Filters = { readonly className?: string | undefined; readonly on?: string | undefined };
type Column = 'name' | 'className' | 'on' | 'given';

const list: MemoryList<Row, Filters, Column> = {
  search: ({ name, className }) => `${name} ${className ?? ''}`,
  filters: { className: is(({ className }) => className), on: null },
  columns: {
    name: byText(({ name }) => name),
    className: byClass(({ className }) => className),
    on: byTime(({ on }) => on),
    given: null,
  },
  usual: null,
  ties: byNumber(({ id }) => id),
};

const idsOf = (
  asked: { search?: string; filters?: Filters; sort?: Sort<Column> | null },
  [offset, limit] = [0, 100],
): readonly number[] =>
  pageInMemory(
    rows,
    { search: '', filters: {}, sort: null, ...asked, offset: offset ?? 0, limit: limit ?? 100 },
    list,
  ).rows.map(({ id }) => id);

const by = (column: Column, descending = false) => idsOf({ sort: { column, descending } });

describe('a list in memory', () => {
  it('finds by every word, ё = е, hyphens and case ignored', () => {
    expect(idsOf({ search: 'ПЕТР елк' })).toEqual([1]);
    expect(idsOf({ search: 'анна иванова петрова' })).toEqual([2]);
    expect(idsOf({ search: 'иван 2а' })).toEqual([3]);
    expect(idsOf({ search: 'анна илья' })).toEqual([]);
    expect(idsOf({ search: '  ' })).toEqual([1, 2, 3, 4]);
  });

  it('asks nothing of a filter that is absent or that the rows were made for', () => {
    expect(idsOf({ filters: { className: '2А' } })).toEqual([3]);
    expect(idsOf({ filters: { className: undefined, on: '2000-01-01' } })).toHaveLength(4);
  });

  it('sorts in Russian, classes by their number, what is empty first, no class last', () => {
    expect(by('name')).toEqual([1, 4, 3, 2]);
    expect(by('className')).toEqual([3, 2, 1, 4]);
    expect(by('on')).toEqual([2, 3, 1, 4]);
    expect(by('on', true)).toEqual([1, 4, 3, 2]);
    expect(by('given', true)).toEqual([4, 3, 2, 1]);
  });

  it('cuts a page and counts all', () => {
    const question = { search: '', filters: {}, sort: null, offset: 1, limit: 2 };
    const { total, rows: page } = pageInMemory(rows, question, list);
    expect([total, ...page.map(({ id }) => id)]).toEqual([4, 2, 3]);
    expect(idsOf({}, [4, 2])).toEqual([]);
  });

  it('compares by the first order that tells rows apart', () => {
    const order = inTurn<Row>(
      byTime(({ on }) => on),
      byText(({ name }) => name),
    );
    expect(rows.toSorted(order).map(({ id }) => id)).toEqual([2, 3, 1, 4]);
  });
});

describe('a list of SQL', () => {
  const table = {
    search: ['search', 'note'],
    filters: { classId: equal('class_id'), from: atLeast('on_date'), open: whether('to IS NULL') },
    columns: { date: ['on_date', 'id'], name: ['search'] },
    usual: { column: 'date', descending: true },
    ties: ['search', 'id DESC'],
  } as const;

  it('asks a condition of every word and every filter', () => {
    const filters = { classId: 3, from: undefined, open: false };
    const { sql, bindings } = allOf(conditionsOf({ search: 'Ёж 2-й', filters }, table));
    expect(sql).toBe(
      '((instr(search, ?) > 0) OR (instr(note, ?) > 0)) AND ' +
        '((instr(search, ?) > 0) OR (instr(note, ?) > 0)) AND ' +
        '((instr(search, ?) > 0) OR (instr(note, ?) > 0)) AND (class_id = ?) AND (NOT (to IS NULL))',
    );
    expect(bindings).toEqual(['еж', 'еж', '2', '2', 'й', 'й', 3]);
  });

  it('orders by the column, then by ties that it does not name', () => {
    expect(orderOf(null, table)).toBe('on_date DESC, id DESC, search');
    expect(orderOf({ column: 'date', descending: false }, table)).toBe(
      'on_date ASC, id ASC, search',
    );
    expect(orderOf({ column: 'name', descending: true }, table)).toBe('search DESC, id DESC');
  });

  it('has conditions that are true of everything and of nothing', () => {
    expect(allOf([]).sql).toBe('1');
    expect(anyOf([]).sql).toBe('0');
    expect(whereOf([]).sql).toBe('');
    expect(whereOf([among('id', [1, 2])])).toEqual({
      sql: 'WHERE (id IN (SELECT value FROM json_each(?)))',
      bindings: ['[1,2]'],
    });
  });
});
