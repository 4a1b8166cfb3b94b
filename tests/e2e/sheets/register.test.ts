import { afterAll, beforeAll, expect, test } from 'vitest';
import { weekday } from '../../../src-main/domain/dates.ts';
import { pressFor } from '../../support/http-office.ts';
import { addDays, russianDate } from '../../support/http-school.ts';
import type { SheetSchool } from './school.ts';
import { openSheetSchool, printFromPreview } from './school.ts';

/** Sheets on request, what was printed, empty weeks, settings and the home screen. */

let school: SheetSchool;

beforeAll(async () => {
  school = await openSheetSchool();
}, 90_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const dialog = (name: string | RegExp) => page().getByRole('dialog', { name });
const issued = async (studentId: number) =>
  (await school.office.call('sheets.listIssued', { filters: { studentId } })).rows;

test('the home screen tells what is late and leads there', async () => {
  await school.office.goto('/');
  await page()
    .getByRole('heading', { name: /Распечатки недели/u })
    .waitFor();
  await school.office.checkAccess();
  await page()
    // The sheets of the last week are in time on Monday only.
    .getByRole('link', { name: /(?:Ждут печати|Не напечатаны в срок): \d/u })
    .click();
  await page().getByRole('heading', { level: 1, name: 'Распечатки недели' }).waitFor();
  await page()
    .getByRole('button', { name: /^(?:Ждут печати|Печать просрочена)/u, pressed: true })
    .waitFor();
}, 90_000);

test('a family served electronically is printed a sheet on request', async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/sheets?week=${school.week}`);
  await page().getByRole('grid').getByText('Ёлкина Вера').waitFor();
  await page().keyboard.press('F2');
  const request = dialog('Лист ученику по просьбе');
  await request.getByRole('combobox', { name: 'Обучающийся' }).fill('юд');
  await page().getByRole('option', { name: /Юдин/u }).click();
  await checkAccess();
  await request.getByRole('button', { name: 'Далее' }).click();
  await dialog('Лист: Юдин Олег').waitFor();
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await expect.poll(async () => (await issued(school.yudin)).length).toBe(1);
  expect((await issued(school.yudin))[0]).toMatchObject({
    mode: 'electronic',
    week: school.week,
    copies: 0,
  });
}, 90_000);

test('every student of the week can be found and chosen', async () => {
  await page().getByRole('switch', { name: 'Все ученики' }).click();
  const grid = page().getByRole('grid', { name: 'Распечатки недели' });
  await grid.getByText('Юдин').waitFor();
  await page().getByRole('searchbox', { name: 'Поиск по списку' }).fill('юдин');
  await expect.poll(async () => grid.getByRole('row').count()).toBe(2);
  await page().keyboard.press('Escape');
}, 60_000);

test('the register opens a sheet as it was printed and says what changed', async () => {
  const { goto, checkAccess, call } = school.office;
  const { print } = await call('sheets.prepare', {
    selection: { kind: 'rows', rows: [{ studentId: school.vera, week: school.week }] },
  });
  await call('sheets.issue', { print });
  await school.mark(school.vera, '3');
  await goto('/sheets/issued');
  const grid = page().getByRole('grid', { name: 'Журнал распечаток' });
  await grid.getByText('Ёлкина').waitFor();
  await checkAccess();
  await grid.getByText('Ёлкина').dblclick();
  await page().getByRole('heading', { name: 'Распечатка: Ёлкина Вера Ильинична' }).waitFor();
  const changes = page().getByRole('table', { name: 'Что изменилось с тех пор' });
  const mark = changes.getByRole('row').filter({ hasText: 'оценка' });
  await mark.waitFor();
  expect((await mark.textContent())?.replaceAll(/\s/gu, '')).toContain('оценка53');
  await checkAccess();

  await button('Отметить выдачу').click();
  await dialog('Отметка о выдаче').waitFor();
  await page().keyboard.press('Enter');
  await button('Снять отметку о выдаче').waitFor();
  expect((await issued(school.vera))[0]?.handedOn).toBe(school.today);
  await button('Снять отметку о выдаче').click();
  await button('Отметить выдачу').waitFor();
  expect((await issued(school.vera))[0]?.handedOn).toBeNull();
}, 90_000);

const printFromCard = async (): Promise<void> => {
  await button('Напечатать лист…').click();
  const request = dialog('Лист ученику по просьбе');
  await request.getByRole('button', { name: 'Далее' }).click();
  await dialog('Лист: Зуев Глеб').waitFor();
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
};

test("the student's card shows the last sheets and prints another", async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/students/${school.zuev}?tab=sheets`);
  await page().getByText('Этому ученику листов ещё не печатали.').waitFor();
  await printFromCard();
  await page()
    .getByRole('table', { name: 'Распечатки за неделю' })
    .getByText(russianDate(school.today))
    .waitFor();
  await checkAccess();
  expect(await issued(school.zuev)).toHaveLength(1);
}, 90_000);

test('the history takes no first sheet from under the second', async () => {
  const { goto, checkAccess } = school.office;
  await school.mark(school.zuev, '4');
  await goto(`/students/${school.zuev}?tab=sheets`);
  await printFromCard();
  await expect.poll(async () => (await issued(school.zuev)).length).toBe(2);
  await goto('/history');
  // The newest first: the second sheet, then the first.
  const prints = page().getByRole('gridcell', { name: 'Печать распечаток за неделю' });
  const details = dialog('Печать распечаток за неделю');
  await prints.nth(1).click();
  await details.getByRole('button', { name: 'Отменить действие' }).click();
  const refusal = page().getByRole('alert').filter({ hasText: 'Не получилось' });
  await refusal.getByText(/за ту же неделю уже напечатана распечатка № 2/u).waitFor();
  expect((await issued(school.zuev)).map(({ number }) => number)).toEqual([2, 1]);
  await refusal.getByRole('button').click();
  await page().keyboard.press('Escape');
  await prints.first().click();
  await details.getByRole('button', { name: 'Отменить действие' }).click();
  const question = dialog(/^Отменить печать распечаток за неделю: Зуев/u);
  await question.getByText(/Напечатано на бумаге: 1 распечатка/u).waitFor();
  await checkAccess();
  await question.getByRole('button', { name: 'Отменить действие' }).click();
  await expect
    .poll(async () => (await issued(school.zuev)).map(({ number }) => number))
    .toEqual([1]);
}, 90_000);

test('a week that owes nothing says why and leads to the statements', async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/sheets?week=${addDays(school.week, -14)}`);
  await page().getByText('За эту неделю распечатки никому не положены').waitFor();
  await checkAccess();
  await button('Открыть заявления').click();
  await page().getByRole('tab', { name: 'Обслуживание на бумаге', selected: true }).waitFor();
}, 90_000);

test('settings of the sheets are kept and used by the next run', async () => {
  const { goto, checkAccess, call } = school.office;
  await goto('/settings?tab=sheets');
  await page().getByRole('radio', { name: 'Полоски для дневника' }).check();
  const homework = (name: RegExp) => page().getByRole('checkbox', { name });
  expect(await homework(/семьям, которые отказались/u).isChecked()).toBe(false);
  await homework(/семьям, которые отказались/u).check();
  await homework(/если родитель не отказывался/u).uncheck();
  await page().getByRole('checkbox', { name: 'Одна семья – одна распечатка' }).uncheck();
  await checkAccess();
  await page().keyboard.press('Control+s');
  await page().getByText('Настройки сохранены').waitFor();
  expect((await call('settings.get', {})).sheets).toEqual({
    layout: 'strips',
    homework: false,
    homeworkOnRefusal: true,
    averages: true,
    perHousehold: false,
    countFrom: null,
  });
  await goto(`/sheets?week=${school.week}`);
  await page().getByRole('grid').getByText('Жилин').waitFor();
  await pressFor(page(), 'Control+p', dialog('Печать положенных распечаток'));
  expect(await page().getByRole('radio', { name: 'Полоски для дневника' }).isChecked()).toBe(true);
  await page().keyboard.press('Escape');
}, 60_000);

test('a week of holidays says so', async () => {
  const { goto, checkAccess, call } = school.office;
  const startYear = Number(school.yearStart.slice(0, 4));
  const { parallels, movedDays } = await call('calendar.get', { startYear });
  const november = `${startYear}-11-05`;
  const monday = addDays(november, 1 - weekday(november));
  const holiday = {
    parallel: null,
    kind: 'vacation',
    title: 'Осенние каникулы',
    startsOn: monday,
    endsOn: addDays(monday, 6),
  } as const;
  await call('calendar.saveYear', { startYear, parallels, movedDays, holidays: [holiday] });
  await goto(`/sheets?week=${monday}`);
  await page().getByText('Каникулы: уроков на этой неделе нет').waitFor();
  await checkAccess();
  await button('К последней учебной неделе').click();
  await page().getByRole('grid', { name: 'Распечатки недели' }).waitFor();
}, 60_000);
