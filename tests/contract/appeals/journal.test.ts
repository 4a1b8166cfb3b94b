import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
  await school.register({ registeredOn: '2025-12-20' });
  await school.register({
    studentId: school.petr,
    guardianId: school.petrFather,
    registeredOn: '2026-03-01',
    subject: 'Математика',
    lessonTopic: 'Сложение дробей',
    responsibleId: null,
  });
  await school.register({ registeredOn: '2026-03-10', lessonTopic: 'Теорема Виета' });
});
afterEach(() => school.office.close());

const list = async (input: OperationInput<'appeals.list'>) => {
  const { rows, total } = await school.office.call('appeals.list', input);
  return { total, numbers: rows.map((row) => `${row.number}/${row.year}`) };
};

const ask = async (filters: OperationInput<'appeals.list'>['filters']) =>
  (await list({ search: 'иванова', filters })).numbers;

describe('search', () => {
  test.each([
    ['елк', ['1/2026']],
    ['Ёлкин пет', ['1/2026']],
    ['ПЁТР', ['1/2026']],
    ['виет', ['2/2026']],
    ['иванов 8а', ['2/2026', '1/2025']],
    ['дроб матем', ['1/2026']],
    ['2/2026', ['2/2026']],
    ['ванова', []],
    ['"*" -( OR', []],
    ['  ', ['2/2026', '1/2026', '1/2025']],
  ])('«%s»', async (search, expected) => {
    expect(await list({ search })).toEqual({ total: expected.length, numbers: expected });
  });

  test('follows a correction and a result', async () => {
    const { rows } = await school.office.call('appeals.list', { search: 'виета' });
    const id = rows[0]?.id ?? 0;
    const resourceId = await school.resource();
    await school.office.call('appeals.linkResource', {
      id,
      resourceId,
      givenOn: '2026-03-12',
      prepared: false,
    });
    await school.office.call('appeals.close', { id, on: '2026-03-12', result: 'Выслан конспект' });
    expect((await list({ search: 'конспект' })).numbers).toEqual(['2/2026']);
    await school.office.call('appeals.reopen', { id });
    expect((await list({ search: 'конспект' })).numbers).toEqual([]);
  });
});

describe('filters, order and pages', () => {
  test.each([
    [{ overdue: true }, ['1/2026', '1/2025']],
    [{ overdue: false }, ['2/2026']],
    [{ year: 2025 }, ['1/2025']],
    [{ className: '5Б' }, ['1/2026']],
    [{ subject: 'Алгебра', year: 2026 }, ['2/2026']],
    [{ from: '2026-01-01', to: '2026-03-01' }, ['1/2026']],
    [{ status: 'closed' as const }, []],
    [{ to: '2026-02-28' }, ['1/2025']],
    [{ year: 2024 }, []],
    [{ open: true, parallel: 8 }, ['2/2026', '1/2025']],
  ])('%j', async (filters, expected) => {
    expect(await list({ filters })).toEqual({ total: expected.length, numbers: expected });
  });

  test('a search keeps to the year, the period and the status', async () => {
    expect(await ask({ year: 2025 })).toEqual(['1/2025']);
    expect(await ask({ year: 2024 })).toEqual([]);
    expect(await ask({ year: 2026, open: true })).toEqual(['2/2026']);
    expect(await ask({ from: '2026-01-01' })).toEqual(['2/2026']);
    expect(await ask({ status: 'closed' })).toEqual([]);
  });

  test('responsible, student and guardian', async () => {
    const { petr, petrFather, teacher } = school;
    expect((await list({ filters: { responsibleId: teacher } })).total).toBe(2);
    expect((await list({ filters: { studentId: petr } })).numbers).toEqual(['1/2026']);
    expect((await list({ filters: { guardianId: petrFather }, search: 'дроб' })).total).toBe(1);
  });

  test('sorts by every column and pages keep the total', async () => {
    const sorted = (column: 'number' | 'registeredOn' | 'dueOn' | 'studentName') =>
      list({ sort: { column } });
    const ascending = ['1/2025', '1/2026', '2/2026'];
    expect((await sorted('number')).numbers).toEqual(ascending);
    expect((await sorted('registeredOn')).numbers).toEqual(ascending);
    expect((await sorted('dueOn')).numbers).toEqual(ascending);
    expect(new Set((await sorted('studentName')).numbers)).toEqual(new Set(ascending));
    expect(await list({ offset: 1, limit: 1 })).toEqual({ total: 3, numbers: ['1/2026'] });
    expect(await list({ search: 'алгебра', offset: 1, limit: 1 })).toEqual({
      total: 2,
      numbers: ['1/2025'],
    });
  });

  test('the due day itself is not overdue', async () => {
    school.office.clock.set('2026-03-20');
    expect((await list({ filters: { overdue: true } })).numbers).not.toContain('2/2026');
    school.office.clock.set('2026-03-21');
    expect((await list({ filters: { overdue: true } })).numbers).toContain('2/2026');
  });

  test('offers the values in use', async () => {
    expect(await school.office.call('appeals.choices', {})).toEqual({
      years: [2026, 2025],
      classNames: ['5Б', '8А'],
      subjects: ['Алгебра', 'Математика'],
      responsible: [{ id: school.teacher, name: 'Белова Ольга Игоревна' }],
    });
  });
});
