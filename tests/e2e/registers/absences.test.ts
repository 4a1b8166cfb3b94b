import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../../support/http-school.ts';

/** The register of absences as a secretary keeps it, key by key (domain.md §3). */

let school: HttpSchool;

beforeAll(async () => {
  school = await openHttpSchool();
}, 60_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const field = (name: string) => page().getByRole('textbox', { name });
const rows = async () => (await school.office.call('absences.list', {})).rows;

test('an absence is entered with its days counted while it is typed', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/absences');
  await page().getByText('Пропусков пока нет').waitFor();
  await page().keyboard.press('F2');
  await page().getByRole('dialog', { name: 'Новый пропуск' }).waitFor();
  await page().getByRole('combobox', { name: 'Обучающийся' }).fill('ёл');
  await page()
    .getByRole('option', { name: /Ёлкина Вера/u })
    .click();
  // 1 September to 16 September: 16 days in a row.
  await field('Первый день').fill(russianDate(school.yearStart));
  await field('Последний день').fill(russianDate(addDays(school.yearStart, 15)));
  await page()
    .getByText(/^16 календарных дней, из них \d+ учебных/u)
    .waitFor();
  await checkAccess();
  const note = page().getByRole('combobox', { name: 'Примечание' });
  await note.fill('со слов матери');
  await note.press('Enter');
  await page().getByRole('gridcell', { name: 'более двух недель' }).waitFor();
  await checkAccess();
  expect(await rows()).toMatchObject([
    { studentId: school.vera, calendarDays: 16, excused: true, twoWeeks: { passes: true } },
  ]);
}, 90_000);

test('a wrong period is refused beside its field', async () => {
  await school.office.goto(`/absences/new?studentId=${school.petr}`);
  await field('Первый день').fill('31.02');
  await field('Первый день').press('Enter');
  await page()
    .getByText('Укажите дату в виде ДД.ММ.ГГГГ')
    .or(page().getByText(/Такой даты нет/u))
    .first()
    .waitFor();
  await field('Первый день').fill(russianDate(addDays(school.today, 1)));
  await field('Первый день').press('Enter');
  await page()
    .getByText(/не может начаться позже сегодняшнего дня/u)
    .first()
    .waitFor();
  expect(await rows()).toHaveLength(1);
}, 60_000);

test('an open absence is closed by F8 and Enter, deleted by Delete, and brought back', async () => {
  const { goto, call } = school.office;
  await call('absences.save', {
    studentId: school.petr,
    from: addDays(school.today, -3),
    reason: 'family',
    excused: false,
  });
  await goto('/absences');
  await page().getByRole('gridcell', { name: 'Жилин Пётр', exact: true }).waitFor();
  await page().getByRole('grid').focus();
  await page().keyboard.press('F8');
  await page().getByRole('dialog', { name: 'Закрыть пропуск' }).waitFor();
  await page().keyboard.press('Enter');
  await page().getByText('Пропуск закрыт').waitFor();
  const closed = (await rows()).find(({ studentId }) => studentId === school.petr);
  expect(closed?.to).toBe(addDays(school.today, -1));

  await page().getByRole('grid').focus();
  await page().keyboard.press('Delete');
  await page().getByRole('button', { name: 'Удалить пропуск' }).click();
  await page().getByText('Пропуск удалён').waitFor();
  expect(await rows()).toHaveLength(1);
  await page().getByRole('button', { name: 'Отменить' }).last().click();
  await page().getByText('Отменено: удаление пропуска — Жилин').waitFor();
  expect(await rows()).toHaveLength(2);
}, 60_000);

test('who passes the rule, why, on paper and in XLSX', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/absences?tab=over');
  await page().getByRole('gridcell', { name: 'Ёлкина Вера Ильинична' }).waitFor();
  await checkAccess();
  const download = page().waitForEvent('download');
  await page().getByRole('button', { name: 'Экспорт в XLSX' }).click();
  const path = await (await download).path();
  const { sheets } = await readWorkbook(await readFile(path));
  const text = JSON.stringify(sheets);
  expect(text).toContain('Ёлкина Вера Ильинична');
  expect(text).toContain('16 календарных дней');

  await page().getByRole('button', { name: 'Печать списка' }).click();
  await page()
    .getByText(/Страница 1 из/u)
    .waitFor();
  const sheet = page().frameLocator('iframe').locator('body');
  expect(await sheet.textContent()).toContain('Ёлкина');
  await page().keyboard.press('Escape');
}, 90_000);

test('the register exports the reason of its verdict', async () => {
  await school.office.goto('/absences');
  const download = page().waitForEvent('download');
  await page().getByRole('button', { name: 'Экспорт в XLSX' }).click();
  const { sheets } = await readWorkbook(await readFile(await (await download).path()));
  const text = JSON.stringify(sheets);
  expect(text).toContain('более двух недель');
  expect(text).toContain('Непрерывный пропуск');
}, 60_000);
