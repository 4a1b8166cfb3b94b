import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { csv, previewFiles, report, rowsOfPlan } from './files.ts';
import { rowsOf } from './support.ts';

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const anna = 'Иванова Анна Сергеевна';
const head = 'Ученик;Класс;Предмет;Дата;Оценка';
const none = { new: 0, changed: 0, same: 0, vanished: 0 };

describe('codes', () => {
  test('an unknown code is kept, shown and read anew when the table learns it', async () => {
    const { office } = school;
    const rows = csv(head, `${anna};8А;Алгебра;10.03.2026;Ъ 4`, `${anna};8А;Алгебра;11.03.2026;Ъ`);
    const preview = await previewFiles(office, [['a.csv', rows]]);
    expect(preview.unknownCodes).toMatchObject([{ code: 'Ъ', count: 2, address: 'E2' }]);
    expect(await rowsOfPlan(office, preview.plan, { kind: 'code' })).toMatchObject([
      { code: 'code-unknown', becomes: 'Ъ', count: 2, address: 'E2' },
    ]);
    await office.call('marks.commitImport', { plan: preview.plan });
    const unknown = async () =>
      (await office.call('marks.listMarks', { filters: { state: 'unknown' } })).rows;
    expect((await unknown()).map(({ shown, text }) => [shown, text])).toEqual([
      ['Ъ', 'Ъ'],
      ['Ъ 4', 'Ъ 4'],
    ]);
    const [table] = (await office.call('marks.listCodeTables', {})).rows;
    const saved = await office.command('marks.saveCodeTable', {
      id: 1,
      name: table?.name ?? '',
      codes: [...(table?.codes ?? []), { code: 'ъ', meaning: 'ill' }],
    });
    expect(saved.data.recoded).toBe(2);
    expect((await rowsOf(office, 'marks')).map((row) => row['codes'])).toEqual(['Б 4', 'Б']);
    expect(await unknown()).toEqual([]);
    expect((await previewFiles(office, [['a.csv', rows]])).marks).toEqual({ ...none, same: 2 });
    await office.call('audit.undo', { id: saved.auditId });
    expect(await unknown()).toHaveLength(2);
  });

  test('a legend of the file is applied over the table, and its cells stay so', async () => {
    const { office } = school;
    const rows = [
      ...report(anna, [10], [['Алгебра', 'П']]),
      ['П Присутствие, Х Неизвестное слово'],
    ];
    const preview = await previewFiles(office, [['a.xlsx', rows]]);
    expect(preview.legend).toEqual([
      { code: 'П', title: 'Присутствие', meaning: 'present', known: 'excused' },
      { code: 'Х', title: 'Неизвестное слово', meaning: null, known: null },
    ]);
    await office.call('marks.commitImport', { plan: preview.plan });
    const codes = async () => (await rowsOf(office, 'marks')).map((row) => row['codes']);
    expect(await codes()).toEqual(['*']);
    const [table] = (await office.call('marks.listCodeTables', {})).rows;
    const more = [...(table?.codes ?? []), { code: 'Х', meaning: 'ill' as const }];
    await office.call('marks.saveCodeTable', { id: 1, name: 'Обычные', codes: more });
    expect(await codes()).toEqual(['*']);
  });

  test('a code cannot be a mark, twice the same, or look so in Latin letters', async () => {
    const { office } = school;
    const save = (...codes: readonly string[]) =>
      office.refusal('marks.saveCodeTable', {
        id: null,
        name: 'Своя',
        codes: codes.map((code) => ({ code, meaning: 'ill' })),
      });
    expect((await save('5')).code).toBe('code-is-mark');
    expect((await save('Н', 'H')).code).toBe('code-repeated');
  });
});
