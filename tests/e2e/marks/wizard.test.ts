import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { chooseFiles, openSchoolA } from './school-a.ts';

/** A table nobody knows, by the columns a person names; and a code nobody knows, by the table. */

let office: HttpOffice;
let class8a = 0;
beforeAll(async () => {
  ({ office, class8a } = await openSchoolA());
});
afterAll(() => office.close());

const press = (name: string) => office.page.getByRole('button', { name, exact: true }).click();

const rows = [
  ['Кто', 'Что', 'Число', 'Балл', 'Группа'],
  ['Беляева Екатерина Павловна', 'Химия', '12.05.2026', '5', '8А'],
  ['Беляева Екатерина Павловна', 'Химия', '14.05.2026', 'Ы 4', '8А'],
  ['Бондарева Надежда Павловна', 'Химия', '14.05.2026', 'Ы', '8А'],
  ['Никтошин Никто Никтович', 'Химия', '14.05.2026', '3', '8А'],
];
const table = {
  name: 'химия.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'utf8'),
};

const stored = async () =>
  (await office.call('marks.listMarks', { filters: { classId: class8a } })).rows
    .map(({ fullName, date, shown }) => [fullName, date, shown] as const)
    .toSorted((a, b) => a.join(' ').localeCompare(b.join(' '), 'ru'));

test('the wizard shows what would be read and holds back until the columns are named', async () => {
  const { page } = office;
  await office.goto('/marks?tab=import');
  await chooseFiles(office, 'Выбрать файлы…', [table]);
  await press('Указать столбцы…');
  const dialog = page.getByRole('dialog', { name: 'Столбцы таблицы «химия.csv»' });
  await dialog.getByRole('table', { name: 'Строки файла' }).getByText('Химия').first().waitFor();
  await office.checkAccess();
  const choose = async (field: string, column: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  };
  await choose('Ученик (ФИО)', 'A: Кто');
  await choose('Предмет', 'B: Что');
  await choose('Дата урока', 'C: Число');
  await choose('Класс', 'E: Группа');
  await choose('Оценка', 'D: Балл');
  await dialog.getByRole('table', { name: 'Так прочтёт программа' }).getByText('Ы 4').waitFor();
  await press('Прочитать так');
  await page
    .getByRole('table', { name: 'По классам' })
    .getByText('найдено 2, нет в школе 1')
    .waitFor();
  await page.getByRole('table', { name: 'Неизвестные коды' }).getByText('Ы').first().waitFor();
  await page.getByText('Никтошин Никто Никтович').first().waitFor();
  await office.checkAccess();
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  expect(await stored()).toEqual([
    ['Беляева Екатерина Павловна', '2026-05-12', '5'],
    ['Беляева Екатерина Павловна', '2026-05-14', 'Ы 4'],
    ['Бондарева Надежда Павловна', '2026-05-14', 'Ы'],
  ]);
});

test('the next table with the same titles needs no wizard', async () => {
  const { page } = office;
  await press('Загрузить ещё');
  await chooseFiles(office, 'Выбрать файлы…', [table]);
  await page.getByText('Загружать нечего').waitFor();
  await page.getByRole('table', { name: 'По классам' }).getByText('без изменений 3').waitFor();
});

test('an unknown code met so far is added to the table and its marks are read anew', async () => {
  const { page } = office;
  await page.getByRole('tab', { name: 'Коды' }).click();
  const unknown = page.getByRole('table', { name: 'Неизвестные коды' });
  await unknown.getByText('Ы 4').waitFor();
  await office.checkAccess();
  await unknown.getByRole('button', { name: 'Добавить «Ы»' }).first().click();
  const code = page.getByRole('textbox', { name: /^Код \d+$/u }).last();
  expect(await code.inputValue()).toBe('Ы');
  await page
    .getByRole('combobox', { name: /^Значение кода \d+$/u })
    .last()
    .click();
  await page.getByRole('option', { name: 'Опоздание' }).click();
  await page.keyboard.press('Control+s');
  await page.getByText('2 оценки прочитаны заново').waitFor();
  await page.getByText('Неизвестных кодов нет').waitFor();
  expect((await stored()).map(([, , shown]) => shown)).toEqual(['5', 'О 4', 'О']);
});

test('a table of codes of its own for another source', async () => {
  const { page } = office;
  await press('Новая таблица');
  await page.getByRole('textbox', { name: 'Название таблицы' }).fill('Дневник района');
  await page.getByRole('textbox', { name: 'Код 1' }).fill('п');
  await page.getByRole('combobox', { name: 'Значение кода 1' }).click();
  await page.getByRole('option', { name: 'Присутствие' }).click();
  await press('Сохранить');
  await page.getByRole('heading', { name: 'Дневник района' }).waitFor();
  await office.checkAccess();
  const { rows: tables } = await office.call('marks.listCodeTables', {});
  expect(tables.find(({ name }) => name === 'Дневник района')).toMatchObject({
    codes: [{ code: 'П', meaning: 'present' }],
    deletable: true,
  });
});
