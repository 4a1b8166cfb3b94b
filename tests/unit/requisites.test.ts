import { describe, expect, test } from 'vitest';
import { requisiteProblems } from '../../src-main/domain/requisites.ts';
import type { CheckedRequisites } from '../../src-main/domain/requisites.ts';

const good: CheckedRequisites = {
  code: '0012',
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 12»',
  shortName: 'МБОУ «СОШ № 12»',
  municipality: 'Зареченский городской округ',
  directorPosition: 'Директор',
  directorName: 'Незнамова Мария Александровна',
  executorName: null,
};

test('good requisites', () => expect(requisiteProblems(good)).toEqual([]));

describe('each requisite is judged by itself', () => {
  const cases: readonly [keyof CheckedRequisites, string | null, string][] = [
    ['code', null, 'wrong'],
    ['code', '000', 'wrong'],
    ['code', 'школа', 'doubtful'],
    ['code', '31-0012', 'good'],
    ['name', '12', 'wrong'],
    ['name', '№ 12', 'wrong'],
    ['name', 'school7', 'wrong'],
    ['name', 'средняя школа № 7', 'wrong'],
    ['name', 'МБOУ «Школа № 7»', 'wrong'],
    ['name', 'Школа', 'doubtful'],
    ['name', 'Лицей «Digital» города Губкина', 'doubtful'],
    ['name', 'Гимназия XXI века', 'good'],
    ['shortName', 'school7', 'wrong'],
    ['shortName', 'сош 7', 'wrong'],
    ['shortName', '7', 'wrong'],
    ['shortName', 'СОШ № 7', 'good'],
    ['municipality', 'белгородский район', 'wrong'],
    ['municipality', 'Belgorod', 'wrong'],
    ['municipality', '31', 'wrong'],
    ['municipality', 'город Губкин', 'good'],
    ['directorPosition', '-', 'wrong'],
    ['directorPosition', 'И. о. директора', 'good'],
    ['directorName', 'Иванова', 'wrong'],
    ['directorName', 'director', 'wrong'],
    ['directorName', 'иванова мария петровна', 'wrong'],
    ['directorName', 'Ивaнова Мария', 'wrong'],
    ['directorName', 'Иванова М. П.', 'doubtful'],
    ['directorName', 'Иванова М.П.', 'doubtful'],
    ['directorName', 'Иванова Мария 2', 'doubtful'],
    ['directorName', 'Ли Су', 'good'],
    ['directorName', 'Алиев Вагиф Гасан оглы', 'good'],
    ['directorName', 'Салтыков-Щедрин Михаил Евграфович', 'good'],
    ['executorName', 'Выдумкина А. И.', 'good'],
    ['executorName', 'anna', 'wrong'],
  ];
  test.each(cases)('%s «%s»: %s', (path, value, severity) => {
    const found = requisiteProblems({ ...good, [path]: value });
    expect(found.map((problem) => problem.severity)).toEqual(severity === 'good' ? [] : [severity]);
    expect(found.every((problem) => problem.path === path)).toBe(true);
  });
});
