import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;

beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const refuse = async (change: object) => {
  const { code, fields } = await school.office.refusal('resources.save', {
    title: 'Видеоурок',
    subject: 'Физика',
    parallel: 9,
    topic: 'Сила трения',
    url: 'https://portal.example/9',
    postedOn: '2026-03-01',
    ...change,
  });
  return [code, fields[0]?.path ?? null];
};

const titles = async (input: OperationInput<'resources.list'>) =>
  (await school.office.call('resources.list', input)).rows.map(({ title }) => title);

describe('saving', () => {
  test.each([
    ['урок 5'],
    ['www.portal.example/1'],
    ['ftp://portal.example/1'],
    ['https://'],
    ['https:///lesson'],
    ['javascript:alert(1)'],
    ['https://user:pass@portal.example/1'],
    ['https://portal example/1'],
  ])('refuses the address «%s»', async (url) => {
    expect(await refuse({ url })).toEqual(['resource-url-invalid', 'url']);
  });

  test.each([
    [{ postedOn: '2026-03-17' }, ['resource-in-future', 'postedOn']],
    [{ authorId: 999 }, ['teacher-unknown', 'authorId']],
    [{ parallel: 13 }, ['invalid-input', 'parallel']],
    [{ title: 'а\tб' }, ['invalid-input', 'title']],
    [{ postedOn: '2026-02-29' }, ['invalid-input', 'postedOn']],
    [{ id: 99 }, ['resource-unknown', null]],
  ])('refuses %j', async (change, expected) => {
    expect(await refuse(change)).toEqual(expected);
    expect(await titles({})).toEqual([]);
  });

  test('the same address is one resource; its own row may keep it', async () => {
    const id = await school.resource();
    expect(await refuse({ url: 'https://PORTAL.example/algebra/1/' })).toEqual([
      'resource-repeated',
      'url',
    ]);
    expect(await school.resource({ id, title: 'Новое название' })).toBe(id);
    expect(await titles({})).toEqual(['Новое название']);
  });

  test('a Cyrillic host and a formula-like title are kept as typed', async () => {
    const id = await school.resource({ url: 'https://школа.рф/урок?№=1', title: '=1+1' });
    const { resource } = await school.office.call('resources.card', { id });
    expect(resource).toMatchObject({ url: 'https://школа.рф/урок?№=1', title: '=1+1' });
  });
});

describe('list, picker, deletion', () => {
  beforeEach(async () => {
    await school.resource();
    await school.resource({
      title: 'Ёмкость конденсатора',
      subject: 'Физика',
      parallel: 10,
      topic: 'Электричество',
      authorId: null,
      url: 'https://portal.example/phys',
      postedOn: '2026-02-01',
    });
  });

  test('search is blind to ё and case; filters and sorting', async () => {
    expect(await titles({ search: 'ЕМКОСТЬ электр' })).toEqual(['Ёмкость конденсатора']);
    expect(await titles({ search: "'%_" })).toEqual([]);
    expect(await titles({ filters: { parallel: 8 } })).toEqual(['Решение квадратных уравнений']);
    expect(await titles({ filters: { from: '2026-03-01' } })).toHaveLength(1);
    expect(await titles({ filters: { authorId: school.teacher } })).toHaveLength(1);
    expect((await titles({ sort: { column: 'title' } }))[0]).toBe('Ёмкость конденсатора');
    expect(await titles({ filters: { linked: true } })).toEqual([]);
  });

  test('the picker puts the subject and parallel of the appeal first', async () => {
    const { resources } = await school.office.call('resources.find', {
      subject: 'Физика',
      parallel: 10,
    });
    expect(resources.map(({ subject }) => subject)).toEqual(['Физика', 'Алгебра']);
    expect((await school.office.call('resources.choices', {})).subjects).toEqual([
      'Алгебра',
      'Физика',
    ]);
  });

  test('a given resource is not deleted, a free one is and comes back by undo', async () => {
    const { office } = school;
    const { rows } = await office.call('resources.list', { filters: { subject: 'Алгебра' } });
    const id = rows[0]?.id ?? 0;
    const appeal = await school.register();
    await office.call('appeals.linkResource', {
      id: appeal.id,
      resourceId: id,
      givenOn: '2026-03-12',
      prepared: false,
    });
    const refusal = await office.refusal('resources.delete', { id });
    expect(refusal.code).toBe('resource-in-use');
    expect(refusal.message).toContain('по 1 обращению');
    expect((await office.call('resources.card', { id })).appeals).toMatchObject([
      { appealId: appeal.id, number: '1', studentName: 'Иванова Анна Сергеевна' },
    ]);
    await office.call('appeals.unlinkResource', { id: appeal.id, resourceId: id });
    const { auditId } = await office.command('resources.delete', { id });
    expect(await titles({})).toHaveLength(1);
    await office.call('audit.undo', { id: auditId });
    expect(await titles({})).toHaveLength(2);
  });
});
