import { describe, expect, test } from 'vitest';
import { linesAbove, schoolYearOfLines } from '../../src-main/spreadsheets/school-year.ts';

describe('the school year a file names', () => {
  test.each([
    ['2025/2026 учебный год', 2025],
    ['Учебный год: 2025/2026', 2025],
    ['Список обучающихся на 2025–2026 учебный год', 2025],
    ['2025-2026 уч. год', 2025],
    ['2025/26', 2025],
    ['2025 — 2026 уч.г.', 2025],
    ['2025-26уч.год', 2025],
    ['1999/00 учебный год', 1999],
    ['(2025/2026)', 2025],
  ])('%s', (line, year) => {
    expect(schoolYearOfLines([line])).toBe(year);
  });

  test.each([
    ['years that do not follow each other', '2025/2027 учебный год'],
    ['years the wrong way round', '2026/2025 учебный год'],
    ['a date', 'Дата формирования: 2025-26-01'],
    ['an ISO day', 'Сформировано 2003-04-05'],
    ['days with points', 'с 01.09.2025-26.05.2026'],
    ['a long number', 'Приказ № 12025/2026'],
    ['a longer second number', '2025/20261'],
    ['one year only', 'Контингент 2025'],
    ['a phone', 'тел. 8-920-2025-26-14'],
    ['nothing', ''],
  ])('no year in %s', (_what, line) => {
    expect(schoolYearOfLines([line])).toBeNull();
  });

  test('a line that speaks of a school year outweighs a bare pair', () => {
    expect(schoolYearOfLines(['Форма 2019/20', 'Учебный год: 2025/2026'])).toBe(2025);
  });

  test('lines that contradict one another say nothing, repetition does', () => {
    expect(schoolYearOfLines(['2024/2025 уч. год', '2025/2026 уч. год'])).toBeNull();
    expect(schoolYearOfLines(['2025/26 уч. год', '2025/2026 уч. год'])).toBe(2025);
  });

  test('the lines are the name of the sheet and what stands above the data', () => {
    const rows = [['Учебный год', '2025/2026'], [], ['ФИО', 'Класс'], ['Выпуск 2026/2027', '8А']];
    const lines = linesAbove({ name: 'Список', rows }, 3);
    expect(lines).toEqual(['Список', 'Учебный год 2025/2026', 'ФИО Класс']);
    expect(schoolYearOfLines(lines)).toBe(2025);
  });
});
