import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';
import { csv, importFiles, previewFiles, report, rowsOfPlan } from './files.ts';
import { rowsOf } from './support.ts';

/** Two lessons of a subject on one day stay two, whatever is imported again (domain.md §6). */

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const lessonFile = (...rows: readonly string[]) =>
  csv(
    'Класс;Предмет;Дата;Тема урока;Домашнее задание',
    ...rows.map((row) => `8А;Алгебра;03.03.2026;${row}`),
  );
const topics = async () =>
  (await rowsOf(school.office, 'lessons')).map(
    ({ ordinal, topic, homework }) => `${ordinal} ${topic} / ${homework}`,
  );
const marks = async () => {
  const lessons = new Map((await rowsOf(school.office, 'lessons')).map((row) => [row.id, row]));
  return (await rowsOf(school.office, 'marks'))
    .filter(({ ended_at: ended }) => ended === null)
    .map(({ lesson_id: lesson, codes }) => `${lessons.get(lesson)?.ordinal}: ${codes}`)
    .toSorted();
};

describe('lessons', () => {
  beforeEach(async () => {
    await importFiles(school.office, ['lessons.csv', lessonFile('Корни;№ 1', 'Степени;№ 2')]);
  });

  test('the same file twice changes nothing', async () => {
    await importFiles(school.office, ['lessons.csv', lessonFile('Корни;№ 1', 'Степени;№ 2')]);
    expect(await topics()).toEqual(['1 Корни / № 1', '2 Степени / № 2']);
  });

  test.each([
    ['the first has vanished', ['Степени;№ 2'], ['1 Корни / № 1', '2 Степени / № 2']],
    ['the second has vanished', ['Корни;№ 1'], ['1 Корни / № 1', '2 Степени / № 2']],
    ['the second has other homework', ['Степени;№ 9'], ['1 Корни / № 1', '2 Степени / № 9']],
    ['the first, with another topic', ['Логарифмы;№ 3'], ['1 Логарифмы / № 3', '2 Степени / № 2']],
    [
      'a third has come after them',
      ['Корни;№ 1', 'Степени;№ 2', 'Дроби;№ 0'],
      ['1 Корни / № 1', '2 Степени / № 2', '3 Дроби / № 0'],
    ],
    [
      'one has another topic',
      ['Корни;№ 1', 'Логарифмы;№ 2'],
      ['1 Корни / № 1', '2 Логарифмы / № 2'],
    ],
    [
      'both come in another order: it is the order of the day',
      ['Степени;№ 2', 'Корни;№ 1'],
      ['1 Степени / № 2', '2 Корни / № 1'],
    ],
  ])('%s', async (_, rows, stand) => {
    for (let time = 1; time <= 2; time += 1) {
      await importFiles(school.office, ['lessons.csv', lessonFile(...rows)]);
      expect(await topics()).toEqual(stand);
    }
  });

  test('a lesson that the file does not name is left, and the person is told', async () => {
    const { plan } = await previewFiles(school.office, [['lessons.csv', lessonFile('Корни;№ 1')]]);
    const rows = await rowsOfPlan(school.office, plan, { kind: 'warning' });
    expect(rows).toMatchObject([
      {
        code: 'lesson-not-named',
        reason:
          '03.03.2026, Алгебра: в программе уроков за день 2, в файле 1. Лишний урок не удалён; если его не было, удалите его в «Успеваемости».',
      },
    ]);
    const whole = await previewFiles(school.office, [
      ['lessons.csv', lessonFile('Корни;№ 1', 'Степени;№ 2')],
    ]);
    expect(await rowsOfPlan(school.office, whole.plan, { kind: 'warning' })).toEqual([]);
  });
});

test('marks of a day off are named once a class and day, with their number', async () => {
  const { plan } = await previewFiles(school.office, [
    [
      'marks.csv',
      csv(
        'Ученик;Класс;Предмет;Дата;Оценка',
        'Иванова Анна Сергеевна;8А;Алгебра;24.10.2025;5',
        'Иванова Анна Сергеевна;8А;Алгебра;28.10.2025;2',
        'Иванова Анна Сергеевна;8А;Физика;28.10.2025;3',
        'Иванова Анна Сергеевна;8А;Физика;28.10.2025;Н',
      ),
    ],
  ]);
  expect(await rowsOfPlan(school.office, plan, { kind: 'warning' })).toMatchObject([
    {
      code: 'day-off',
      className: '8А',
      count: 2,
      reason:
        '28.10.2025 — нерабочий день по календарю школы: отметки будут показаны, но в средний балл не войдут. Проверьте день в файле или календарь.',
    },
  ]);
});

describe('marks', () => {
  const anna = 'Иванова Анна Сергеевна';
  beforeEach(async () => {
    await importFiles(school.office, [
      'report.xlsx',
      report(anna, [2, 3, 3], [['Алгебра', null, '4', 'Н']]),
    ]);
  });

  test('partially absent: the mark and the absence stand on their lessons', async () => {
    expect(await marks()).toEqual(['1: 4', '2: Н']);
  });

  test.each([
    ['the same file twice', [2, 3, 3], [null, '4', 'Н'], ['1: 4', '2: Н']],
    ['the second of them changed', [2, 3, 3], [null, '4', '5'], ['1: 4', '2: 5']],
    ['the first has vanished, its column too', [2, 3], [null, 'Н'], ['2: Н']],
    ['the second has vanished, its column too', [2, 3], [null, '4'], ['1: 4']],
    ['the first has vanished, its column stays', [2, 3, 3], [null, null, 'Н'], ['2: Н']],
  ])('%s', async (_, days, cells, stand) => {
    for (let time = 1; time <= 2; time += 1) {
      const again = report(anna, days, [['Алгебра', ...cells]]);
      await importFiles(school.office, ['report.xlsx', again]);
      expect(await marks()).toEqual(stand);
    }
    expect(await rowsOf(school.office, 'lessons')).toMatchObject([{ ordinal: 1 }, { ordinal: 2 }]);
  });
});
