import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** Who represents the child: asked by the import, corrected on the card. */

let office: HttpOffice;
let studentId = 0;

beforeAll(async () => {
  office = await openHttpOffice();
  const { id } = await office.call('people.saveStudent', {
    id: null,
    lastName: 'Ким',
    firstName: 'Ева',
    birthDate: '2012-02-01',
    sex: null,
  });
  studentId = id;
}, 60_000);

afterAll(async () => office.close(), 60_000);

const press = (name: string | RegExp) => office.page.getByRole('button', { name }).click();
const pick = async (label: string, option: string): Promise<void> => {
  await office.page.getByRole('combobox', { name: label }).click();
  await office.page.getByRole('option', { name: option, exact: true }).click();
};

const table = [
  'ФИО родителя;Степень родства;ФИО ученика',
  'Ким Анна Львовна;мать;Ким Ева',
  'Цой Зоя Ильинична;бабушка;Ким Ева',
].join('\r\n');

test('a word that does not tell it is asked; the card corrects it by a paper', async () => {
  const { page, call, goto } = office;
  await goto('/import');
  const chooser = page.waitForEvent('filechooser');
  await press('Выбрать файлы…');
  const buffer = Buffer.from(table, 'utf8');
  await (await chooser).setFiles([{ name: 'родители.csv', mimeType: 'text/csv', buffer }]);
  await page.getByRole('heading', { name: 'Кем приходится ребёнку' }).waitFor();
  expect(await page.getByRole('button', { name: 'Применить' }).isDisabled()).toBe(true);
  await page.getByText('Вероятно, не представитель').waitFor();
  await pick('Кем считать: «бабушка»', 'не представитель');
  await office.checkAccess();
  await press('Принять выбор');
  await expect
    .poll(() => page.getByRole('button', { name: 'Применить' }).isEnabled(), { timeout: 20_000 })
    .toBe(true);
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();

  await goto(`/students/${studentId}`);
  await press('Изменить, кем приходится: Цой Зоя Ильинична');
  await page.getByText('Не подписывает заявлений').waitFor();
  await pick('Кем приходится', 'опекун (попечитель)');
  await page.getByRole('textbox', { name: 'Документ-основание' }).fill('постановление № 45');
  await page.getByRole('checkbox', { name: /Живёт отдельно/u }).check();
  await office.checkAccess();
  await press('Сохранить');
  await page.getByText('постановление № 45, живёт отдельно').waitFor();
  const { guardians } = await call('people.student', { id: studentId });
  expect(guardians).toMatchObject([
    { relation: 'mother', represents: true },
    { relation: 'guardian', basis: 'постановление № 45', livesApart: true },
  ]);
}, 120_000);
