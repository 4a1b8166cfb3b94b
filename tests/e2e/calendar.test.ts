import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** The school year through its screen: the steps follow one another. */

let office: HttpOffice;
beforeAll(async () => {
  office = await openHttpOffice();
  await office.goto('/calendar?year=2027');
});
afterAll(() => office.close());

const stored = () => office.call('calendar.years', {});
/** Lists of choices carry the label of their field as well. */
const field = (label: string) =>
  office.page.getByLabel(label, { exact: true }).and(office.page.locator('input'));
const save = () => office.page.keyboard.press('Control+s');

test('a new year is prefilled, checked in place and stored', async () => {
  const { page } = office;
  await page.getByText('ещё не сохранён').waitFor();
  const second = field('5 класс, период 2, начало');
  const usual = await second.inputValue();
  await second.fill('01.10.2027');
  await save();
  await page.getByText(/Период 2 пересекается с предыдущим/).waitFor();
  expect(await second.getAttribute('aria-invalid')).toBe('true');
  expect((await stored()).years).toEqual([]);
  await second.fill('30.02.2028');
  await save();
  await page
    .getByText(/Такой даты нет|Укажите дату/)
    .first()
    .waitFor();
  await second.fill(usual);
  await save();
  await page.getByText('Учебный год сохранён').waitFor();
  expect((await stored()).years).toMatchObject([{ startYear: 2027 }]);
});

test('saving is taken back by the toast', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  // A whole year is many rows, so it is asked about.
  await page.getByRole('button', { name: 'Отменить действие' }).click();
  await page.getByText('ещё не сохранён').waitFor();
  expect((await stored()).years).toEqual([]);
});

test('week, division of the year and dates of parallels', async () => {
  const { page } = office;
  await field('10 класс: Учебная неделя').click();
  await page.getByRole('option', { name: '6 дней' }).click();
  await field('9 класс: Деление года').click();
  await page.getByRole('option', { name: 'Триместры' }).click();
  await field('9 класс, период 4, начало').waitFor({ state: 'detached' });
  await field('1 класс, период 4, окончание').fill('19.05.2028');
  await page.getByRole('button', { name: 'Действия: 1 класс' }).click();
  await page.getByRole('menuitem', { name: 'Те же даты всем с таким делением' }).click();
  await expect.poll(() => field('8 класс, период 4, окончание').inputValue()).toBe('19.05.2028');
  await page.getByRole('button', { name: 'Действия: 11 класс' }).click();
  await page.getByRole('menuitem', { name: 'Убрать параллель' }).click();
  await save();
  await page.getByText('Учебный год сохранён').last().waitFor();
  const year = await office.call('calendar.get', { startYear: 2027 });
  expect(year.parallels.map(({ parallel }) => parallel)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(year.parallels[9]).toMatchObject({ weekDays: 6, termKind: 'half-year' });
  expect(year.parallels[8]).toMatchObject({ termKind: 'trimester' });
  expect(year.parallels[8]?.terms).toHaveLength(3);
  expect(year.parallels[7]?.terms[3]).toMatchObject({ endsOn: '2028-05-19' });
});

test('holidays and moved days: a row unfilled is refused in its field', async () => {
  const { page } = office;
  const { holidays, movedDays } = await office.call('calendar.get', { startYear: 2027 });
  const row = `Строка ${holidays.length + 1}`;
  await page.getByRole('button', { name: 'Добавить каникулы или праздник' }).click();
  await save();
  await expect.poll(() => field(`${row}: Название`).getAttribute('aria-invalid')).toBe('true');
  await field(`${row}: Название`).fill('Карантин');
  await field(`${row}: С`).fill('07.02.2028');
  await field(`${row}: По`).fill('6.2.28');
  await save();
  await page.getByText(/раньше начала/).waitFor();
  await field(`${row}: По`).fill('13.02.2028');
  const moved = `Перенос ${movedDays.length + 1}`;
  await page.getByRole('button', { name: 'Добавить перенос' }).click();
  await field(`${moved}: Дата`).fill('04.09.2027');
  await field(`${moved}: Основание`).fill('Приказ № 1');
  await save();
  await expect
    .poll(async () => (await office.call('calendar.get', { startYear: 2027 })).movedDays.length)
    .toBe(movedDays.length + 1);
  const after = await office.call('calendar.get', { startYear: 2027 });
  expect(after.movedDays).toContainEqual(
    expect.objectContaining({ date: '2027-09-04', works: true, note: 'Приказ № 1' }),
  );
  expect(after.holidays).toContainEqual(
    expect.objectContaining({ title: 'Карантин', startsOn: '2028-02-07', endsOn: '2028-02-13' }),
  );
  await office.checkAccess();
});

test('what day it is for a class, the 29th of February and the edges of the year too', async () => {
  const { page } = office;
  const answers = page.getByRole('status');
  const parallel = field('Класс');
  for (const [date, words] of [
    ['04.09.2027', 'Рабочий день по переносу: Приказ № 1'],
    ['29.02.2028', 'Учебный день, 3 четверть'],
    ['31.08.2027', 'не заведён'],
    ['01.09.2027', 'Учебный день, 1 четверть'],
    ['08.02.2028', 'Карантин'],
  ] as const) {
    await field('Дата').fill(date);
    await answers.getByText(words).waitFor();
  }
  expect(await parallel.inputValue()).toBe('5 класс');
});

test('the usual dates come back after a question; leaving unsaved is asked about', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Подставить обычные даты' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Подставить' }).click();
  await expect.poll(() => field('1 класс, период 4, окончание').inputValue()).toBe('26.05.2028');
  await field('Учебный год').click();
  await page.getByRole('option', { name: '2028/2029 — новый' }).click();
  await page.getByRole('button', { name: 'Уйти без сохранения' }).click();
  await expect.poll(() => field('5 класс, период 1, начало').inputValue()).toBe('01.09.2028');
});
