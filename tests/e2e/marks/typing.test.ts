import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openSchoolA } from './school-a.ts';

/** Marks, lessons and final marks typed without a mouse. */

let office: HttpOffice;
let class8a = 0;
beforeAll(async () => {
  ({ office, class8a } = await openSchoolA());
});
afterAll(() => office.close());

const field = (name: string) =>
  office.page.getByRole('dialog').getByLabel(new RegExp(`^${name}(?: \\*)?$`, 'u'));

/** Playwright knows only the keys of the Latin layout. */
const pressCyrillic = async (key: string): Promise<void> => {
  const { page } = office;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  await browser.detach();
};

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed)
    await (/^[А-ЯЁа-яё]$/u.test(key) ? pressCyrillic(key) : office.page.keyboard.press(key));
};

/** Stored marks of 8А: name without the patronymic, day, text. */
const stored = async () =>
  (
    await office.call('marks.listMarks', {
      filters: { classId: class8a },
      sort: { column: 'date', descending: false },
    })
  ).rows
    .map(({ fullName, date, text }) => `${fullName.split(' ')[0] ?? ''} ${date.slice(5)} ${text}`)
    .toSorted();

const addLesson = async (date: string, topic: string): Promise<void> => {
  const { page } = office;
  await keys('Insert');
  await page.getByRole('dialog', { name: 'Новый урок' }).waitFor();
  await field('Дата').fill(date);
  await field('Тема').fill(topic);
  await keys('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

test('lessons are added and marks typed by keys alone', async () => {
  const { page } = office;
  await office.goto('/marks?tab=class');
  const classField = page.getByRole('combobox', { name: 'Класс' });
  await expect.poll(() => classField.inputValue()).toBe('1А');
  await classField.focus();
  await page.keyboard.type('8А');
  await page.getByRole('option', { name: '8А', exact: true }).waitFor();
  await keys('ArrowDown', 'Enter');
  await expect.poll(() => classField.inputValue()).toBe('8А');
  await page.getByText('Уроков за этот период нет').waitFor();
  await keys('Control+n');
  await page.getByRole('dialog', { name: 'Новый урок' }).waitFor();
  await office.checkAccess();
  await field('Предмет').fill('Алгебра');
  await field('Дата').fill('12.05.2026');
  await field('Тема').fill('Квадратные уравнения');
  await field('Домашнее задание').fill('§ 12, № 145');
  await keys('Control+s');
  const grid = page.getByRole('grid', { name: 'Оценки: 8А, Алгебра' });
  await grid.waitFor();
  await addLesson('14.05.2026', 'Теорема Виета');
  await grid.getByRole('columnheader', { name: '14.05.2026' }).waitFor();
  // The grid has the keys again by itself.
  await expect
    .poll(() => grid.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await keys('Control+Home', '5', 'Enter', 'Б', 'Space', '4', 'Tab');
  await expect.poll(stored).toEqual(['Беляева 05-12 5', 'Бондарева 05-12 Б 4']);
});

test('F2 corrects, Delete erases, Ctrl+Z takes back, an unknown code is marked', async () => {
  const { page } = office;
  const grid = page.getByRole('grid', { name: 'Оценки: 8А, Алгебра' });
  await grid.focus();
  await keys('Control+Home', 'F2', 'End', '/', '3', 'Enter');
  await expect.poll(stored).toContain('Беляева 05-12 5/3');
  await grid
    .getByRole('row', { name: /Беляева/u })
    .getByText('4,00')
    .waitFor();
  await keys('Delete');
  await expect.poll(stored).toEqual(['Беляева 05-12 5/3']);
  await keys('Control+z');
  await expect.poll(stored).toEqual(['Беляева 05-12 5/3', 'Бондарева 05-12 Б 4']);
  await keys('ArrowDown', 'ArrowRight', 'Ю', 'Control+s');
  await expect.poll(stored).toContain('Виноградов 05-14 Ю');
  await page.getByText('Код в ячейке «Ю» не найден в таблице кодов').waitFor();
  await office.checkAccess();
  await keys('2', 'Escape');
  expect(await stored()).toContain('Виноградов 05-14 Ю');
});

test('F8 shows the history of a cell, F4 the lesson, keys and codes are explained', async () => {
  const { page } = office;
  const grid = page.getByRole('grid', { name: 'Оценки: 8А, Алгебра' });
  await grid.focus();
  await keys('Control+Home', 'F8');
  const past = page.getByRole('table', { name: 'История ячейки' });
  await past.getByText('5/3').first().waitFor();
  await past.getByText('изменена').waitFor();
  await office.checkAccess();
  await keys('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await grid.focus();
  await keys('F4');
  await page.getByRole('dialog', { name: 'Урок' }).waitFor();
  await field('Домашнее задание').fill('§ 13');
  await keys('Control+s');
  await page.getByText('Домашнее задание: § 13').waitFor();
  await page.getByRole('button', { name: 'Клавиши и коды' }).click();
  await page.getByRole('dialog').getByText('Отсутствие по болезни').waitFor();
  await office.checkAccess();
  await keys('Escape');
});

test('the week of a student takes marks of every subject and offers missing lessons', async () => {
  const { page } = office;
  await page.getByRole('tab', { name: 'Ввод по ученику' }).click();
  await page.getByText('Появится его неделя').waitFor();
  await page.getByRole('combobox', { name: 'Ученик' }).fill('Беляева Ек');
  await page.getByRole('option', { name: /Беляева Екатерина/u }).click();
  await page.getByRole('textbox', { name: 'Неделя' }).fill('13.05.2026');
  const grid = page.getByRole('grid', { name: 'Оценки за неделю: Беляева Екатерина Павловна' });
  await grid.getByText('5/3').waitFor();
  await office.checkAccess();
  await grid.focus();
  // Tuesday is 12 May; on Thursday there is a lesson, on Friday there is none.
  await keys('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', '4', 'Tab');
  await expect.poll(stored).toContain('Беляева 05-14 4');
  await keys('5');
  await page.getByRole('dialog', { name: 'Новый урок' }).waitFor();
  expect(await field('Дата').inputValue()).toBe('15.05.2026');
  await keys('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect
    .poll(
      async () => (await office.call('marks.listLessons', { filters: { classId: class8a } })).total,
    )
    .toBe(3);
});

test('final marks are typed in the same way', async () => {
  const { page } = office;
  await page.getByRole('tab', { name: 'Итоговые' }).click();
  const grid = page.getByRole('grid', { name: 'Итоговые оценки: 8А, Алгебра' });
  await grid.focus();
  await keys('Control+Home', '5', 'Tab', '4', 'Enter');
  const finals = async () =>
    (await office.call('marks.finals', { classId: class8a })).cells.map(({ period, text }) => [
      period,
      text,
    ]);
  await expect.poll(finals).toEqual([
    ['term-1', '5'],
    ['term-2', '4'],
  ]);
  await office.checkAccess();
  await page.getByText('По периоду').click();
  await page
    .getByRole('grid', { name: 'Итоговые оценки: 8А, 1 четверть' })
    .getByText('5')
    .waitFor();
});

test('the card shows the marks of the term with averages and leads to the week', async () => {
  const { page } = office;
  const { rows } = await office.call('people.listStudents', {
    search: 'Беляева Екатерина',
    filters: { onDate: '2026-05-20' },
  });
  await office.goto(`/students/${rows[0]?.id}?tab=marks`);
  const marks = page.getByRole('table', { name: 'Оценки по предметам' });
  await marks.getByText('4,00').waitFor();
  await office.checkAccess();
  await marks.getByRole('link', { name: '5/3, 12.05.2026' }).click();
  await page.getByRole('grid', { name: 'Оценки за неделю: Беляева Екатерина Павловна' }).waitFor();
});
