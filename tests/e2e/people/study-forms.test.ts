import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** The form and place of education on the card, the school's rules, and the additional class. */

let office: HttpOffice;
let studentId = 0;

beforeAll(async () => {
  office = await openHttpOffice();
  const name = { lastName: 'Ким', firstName: 'Ева', birthDate: '2012-02-01', sex: null };
  studentId = (await office.call('people.saveStudent', { id: null, ...name })).id;
}, 60_000);

afterAll(async () => office.close(), 60_000);

const pick = async (label: string, option: string): Promise<void> => {
  await office.page.getByRole('combobox', { name: label }).click();
  await office.page.getByRole('option', { name: option, exact: true }).click();
};

test('a period of семейное образование is written and stands on the card', async () => {
  const { page, call, goto } = office;
  await goto(`/students/${studentId}`);
  await page.getByText('Учится очно, в школе').waitFor();
  await page.getByRole('button', { name: 'Добавить период' }).click();
  await pick('Форма', 'семейное образование');
  // The only place that this form can have came with it.
  await page.getByRole('textbox', { name: 'С какого дня' }).fill('02.02.2026');
  await office.checkAccess();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page
    .getByRole('table', { name: 'Форма и место обучения' })
    .getByText('семейное образование')
    .waitFor();
  const { studyPeriods } = await call('people.student', { id: studentId });
  expect(studyPeriods).toMatchObject([
    { form: 'family', place: 'school', startsOn: '2026-02-02', endsOn: null },
  ]);
}, 120_000);

test('the school says where pupils of заочная форма are', async () => {
  const { page, call, goto } = office;
  await goto('/settings?tab=rules');
  const box = page.getByRole('checkbox', {
    name: 'Заочная: ученик в журнале класса',
    exact: true,
  });
  await box.uncheck();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Сохранить' }).last().click();
  await expect
    .poll(async () => (await call('settings.get', {})).studyForms.extramural.journal)
    .toBe(false);
}, 60_000);

test('a class «1 дополнительный» is made as 0 and named «1допА»', async () => {
  const { page, call, goto } = office;
  await goto('/classes');
  await page.getByRole('button', { name: 'Новый класс' }).click();
  await page.getByText('0 — «1 дополнительный»').waitFor();
  await page.getByRole('textbox', { name: 'Параллель (1–12)' }).fill('0');
  await page.getByRole('textbox', { name: 'Буква' }).fill('А');
  await office.checkAccess();
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { level: 1, name: /1допА/u }).waitFor();
  const { rows } = await call('people.listClasses', {});
  expect(rows).toMatchObject([{ className: '1допА', parallel: 0 }]);
}, 60_000);
