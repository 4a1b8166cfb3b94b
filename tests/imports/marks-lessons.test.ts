import { describe, expect, test } from 'vitest';
import { marksOfSheets, rejectedLines } from '../fixtures/marks-files.ts';

const titles = ['Ученик', 'Класс', 'Предмет', 'Дата', 'Оценка', 'Дата выставления', 'Учитель'];

describe('a row for every lesson', () => {
  test('topic and homework, dashes for nothing, a day repeated, formulas stay texts', async () => {
    const found = await marksOfSheets({
      Уроки: [
        ['Класс', 'Предмет', 'Дата урока', 'Тема', 'Задание на дом', 'ФИО учителя'],
        ['8 А', 'Химия', new Date(Date.UTC(2024, 1, 29)), 'Соли', '§ 5,\nупр. 1–3', 'Ким А. Л.'],
        ['8А', 'Химия', '29.02.2024', '=cmd|A1', '-', 'Ким'],
        ['8А', 'Химия', '01.03.2024', null, null, 'Ким'],
        ['8А', 'Химия', '30.02.2024', 'Нет', null, null],
      ],
    });
    expect(found).toMatchObject({ kind: 'lesson-rows', schoolYear: 2023, classNames: ['8А'] });
    expect(found.lessons).toMatchObject([
      { ordinal: 1, topic: 'Соли', homework: '§ 5, упр. 1–3', teacher: { firstName: 'А.' } },
      { ordinal: 2, topic: '=cmd|A1', homework: null, teacher: null },
      { date: '2024-03-01', ordinal: 1, topic: null, homework: null, described: true },
    ]);
    expect(rejectedLines(found)).toEqual(['C5 bad-date']);
    expect(found.warnings.map(({ code }) => code)).toEqual(['bad-teacher']);
  });

  test('numbers of lessons order the lessons of a day', async () => {
    const found = await marksOfSheets({
      '8А': [
        ['Дата', 'Номер урока', 'Предмет', 'Тема урока'],
        ['24.03.2026', '6 урок', 'Химия', 'вторая'],
        ['24.03.2026', '1 урок', 'Химия', 'первая'],
        ['24.03.2026', '1 урок', 'Химия', 'лишняя'],
      ],
    });
    expect(found.lessons.map(({ ordinal, topic }) => `${ordinal} ${topic}`)).toEqual([
      '2 вторая',
      '1 первая',
    ]);
    expect(rejectedLines(found)).toEqual(['B4 repeated-lesson']);
  });

  test('marks and lessons in two sheets of a workbook', async () => {
    const found = await marksOfSheets({
      Оценки: [titles, ['Ким Ан', '8А', 'Химия', '24.03.2026', '5', null, 'Цой Ли Львовна']],
      Уроки: [
        ['Класс', 'Предмет', 'Дата', 'Тема', 'ДЗ'],
        ['8А', 'Химия', '24.03.2026', 'Соли', '§ 5'],
        ['8А', 'Химия', '25.03.2026', 'Соли', '§ 6'],
      ],
    });
    expect(found.marks).toHaveLength(1);
    expect(found.lessons.map(({ date, homework }) => [date, homework])).toEqual([
      ['2026-03-24', '§ 5'],
      ['2026-03-25', '§ 6'],
    ]);
  });
});
