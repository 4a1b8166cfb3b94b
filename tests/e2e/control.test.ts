import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolYearTitle } from '../../src-main/domain/calendar.ts';
import { mondayOf } from '../../src-main/domain/dates.ts';
import type { HttpSchool } from '../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../support/http-school.ts';

/**
 * Control through the screens, over two weeks of the school year before: lessons told by a person,
 * marks loaded from a table that names the day of entry of some. The steps follow one another.
 */

let school: HttpSchool;
let monday = '';
const folder = mkdtempSync(join(tmpdir(), 'school-office-control-'));

const lastYear = (): number => Number(school.yearStart.slice(0, 4)) - 1;

const fillLessons = async (classId: number): Promise<void> => {
  const { office, teacher } = school;
  const algebra = { subject: 'Алгебра', topic: 'Квадратные уравнения', homework: '§ 12' };
  const physics = { subject: 'Физика', topic: '', homework: '' };
  for (const [days, lesson] of [
    [0, algebra],
    [1, algebra],
    [7, algebra],
    [9, { ...algebra, homework: '' }],
    [1, physics],
  ] as const)
    await office.call('marks.saveLesson', {
      id: null,
      classId,
      date: addDays(monday, days),
      teacherId: lesson === physics ? null : teacher,
      ...lesson,
    });
};

const day = (days: number): string => russianDate(addDays(monday, days));

const fillMarks = async (): Promise<void> => {
  const path = join(folder, 'оценки.csv');
  const vera = 'Ёлкина Вера Ильинична;7А';
  writeFileSync(
    path,
    [
      'Ученик;Класс;Предмет;Дата;Оценка;Дата выставления',
      `${vera};Алгебра;${day(0)};5;${day(2)}`,
      `Жилин Пётр;7А;Алгебра;${day(0)};4;${day(9)}`,
      `${vera};Алгебра;${day(1)};3;`,
      `${vera};Физика;${day(1)};4;${day(1)}`,
    ].join('\r\n'),
  );
  const { handle } = await school.office.upload(path);
  const { plan } = await school.office.call('marks.previewImport', { files: [{ file: handle }] });
  await school.office.call('marks.commitImport', { plan });
};

beforeAll(async () => {
  school = await openHttpSchool();
  school.office.page.setDefaultTimeout(20_000);
  monday = mondayOf(`${lastYear()}-10-10`);
  const { rows } = await school.office.call('people.listClasses', {
    filters: { onDate: `${lastYear()}-09-01` },
  });
  await fillLessons(rows[0]?.id ?? 0);
  await fillMarks();
});
afterAll(async () => {
  await school.office.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => school.office.page;

/** Pictures for looking at, when their folder is named. */
const shoot = async (name: string): Promise<void> => {
  const pictures = process.env['CONTROL_PICTURES'];
  if (pictures === undefined) return;
  for (const [width, height] of [
    [1280, 800],
    [1024, 768],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().setViewportSize({ width, height });
      await page().emulateMedia({ colorScheme });
      await page().waitForTimeout(300);
      await page().screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
    }
  await page().setViewportSize({ width: 1280, height: 800 });
  await page().emulateMedia({ colorScheme: 'light' });
};

const choose = async (label: string, option: string): Promise<void> => {
  await page().getByRole('combobox', { name: label, exact: true }).click();
  await page().getByRole('option', { name: option, exact: true }).click();
};

test('a year without lessons says so and offers the import', async () => {
  await school.office.goto('/control');
  await page().getByText('За этот период нет ни одного урока').waitFor();
  await page().getByRole('button', { name: 'Загрузить журнал' }).waitFor();
  await school.office.checkAccess();
});

test('the figures of a term; what is unknown stands apart', async () => {
  await choose('Учебный год', schoolYearTitle(lastYear()));
  await choose('Период', '1 четверть');
  const figures = page().getByRole('list', { name: 'Показатели за период' });
  const value = (name: string) => figures.getByRole('button', { name: new RegExp(`^${name}`) });
  await figures.waitFor();
  expect(await value('Позднее 7 дней').innerText()).toContain('1\n');
  expect(await value('Срок не известен').innerText()).toContain('1\n');
  expect(await value('Без домашнего задания').innerText()).toContain('2\n');
  expect(await value('Без темы').innerText()).toContain('1\n');
  expect(await value('Недель без оценок').innerText()).toContain('1\n');
  expect(await value('По расписанию').innerText()).toContain('не известно');
  await page().getByText('По педагогам', { exact: true }).click();
  await page()
    .getByRole('row', { name: /Белова Ольга Игоревна/ })
    .waitFor();
  await page()
    .getByRole('row', { name: /Педагог не указан/ })
    .waitFor();
  await school.office.checkAccess();
  await shoot('overview');
});

test('a figure opens its rows, a row its lesson', async () => {
  await page()
    .getByRole('button', { name: /^Позднее 7 дней/ })
    .click();
  const row = page().getByRole('row', { name: /Жилин Пётр/ });
  await row.waitFor();
  expect(await row.innerText()).toContain(russianDate(addDays(monday, 9)));
  await school.office.checkAccess();
  await shoot('faults');
  await page()
    .getByRole('button', { name: /^Срок не известен/ })
    .click();
  await page()
    .getByRole('row', { name: /Ёлкина Вера.*не позднее/ })
    .waitFor();
  await page()
    .getByRole('button', { name: /^Недели без оценок/ })
    .click();
  await page()
    .getByRole('row', { name: new RegExp(russianDate(addDays(monday, 7))) })
    .waitFor();
  await page()
    .getByRole('button', { name: /^Без домашнего задания/ })
    .click();
  await page()
    .getByRole('row', { name: /Физика/ })
    .dblclick();
  await expect.poll(() => page().url()).toContain('/marks?');
  expect(page().url()).toContain(`date=${addDays(monday, 1)}`);
  await page().goBack();
});

test('a list goes to a workbook', async () => {
  await page()
    .getByRole('row', { name: /Физика/ })
    .waitFor();
  const download = page().waitForEvent('download');
  await page().getByRole('button', { name: /XLSX/ }).click();
  expect((await download).suggestedFilename()).toBe('Контроль журнала. Без домашнего задания.xlsx');
});

test('the heat map is walked by arrows and opens what stands behind a cell', async () => {
  await page().getByRole('tab', { name: 'Тепловая карта' }).click();
  await page().getByText('По предметам', { exact: true }).click();
  const map = page().getByRole('grid', { name: /Поздние оценки. По предметам/ });
  await map.waitFor();
  const cell = (name: RegExp) => map.getByRole('button', { name });
  expect(await cell(/^Алгебра.*: 1 из 2 позднее 7 дней, не известно 1$/).innerText()).toBe('1?');
  expect(await cell(/^Физика.*: 0 из 1 позднее 7 дней$/).innerText()).toBe('0');
  await school.office.checkAccess();
  await shoot('heat');
  await cell(/^Алгебра.*: 1 из 2/).focus();
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('ArrowUp');
  await page().keyboard.press('Enter');
  await page()
    .getByRole('row', { name: /Жилин Пётр/ })
    .waitFor();
  const from = page().getByRole('textbox', { name: 'С', exact: true });
  expect(await from.inputValue()).toBe(russianDate(monday));
  await choose('Период', '1 четверть');
  await page().getByRole('button', { name: 'Сбросить отбор' }).click();
});

test('the timetable is typed by keys, saved, and judges the volume', async () => {
  await page().getByRole('tab', { name: 'Расписание' }).click();
  const cell = page().getByRole('textbox', { name: 'Алгебра, 7А' });
  await cell.fill('40');
  await page().getByRole('alert').filter({ hasText: 'Целое число от 1 до 20' }).waitFor();
  await cell.fill('3');
  await page().keyboard.press('Enter');
  await page().keyboard.type('2');
  await school.office.checkAccess();
  await shoot('loads');
  await page().keyboard.press('Control+KeyS');
  await page()
    .getByText(/Расписание сохранено: изменено 2/)
    .waitFor();
  const { loads } = await school.office.call('control.loads', { startYear: lastYear() });
  expect(loads.map(({ lessons }) => lessons).toSorted((a, b) => a - b)).toEqual([2, 3]);
  await page().getByRole('tab', { name: 'Нарушения' }).click();
  await page()
    .getByRole('button', { name: /^Объём уроков/ })
    .click();
  await page()
    .getByRole('row', { name: /Алгебра.*-\d+/ })
    .waitFor();
});

test('the statement opens as a document with a place for signatures', async () => {
  await page().getByRole('button', { name: 'Справка', exact: true }).click();
  await page().getByRole('menuitem', { name: 'Справка с перечнем нарушений' }).click();
  const sheet = page().frameLocator('iframe').locator('body');
  await expect
    .poll(() => sheet.innerText(), { timeout: 20_000 })
    .toContain('контроле ведения электронного журнала');
  const text = await sheet.innerText();
  expect(text).toContain('Заместитель директора');
  expect(text).toContain('Жилин Пётр');
  await page().keyboard.press('Escape');
});
