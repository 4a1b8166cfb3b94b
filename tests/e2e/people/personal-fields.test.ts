import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** A school gives up parents' phones: settings, form, import, emptying for all, undo. */

let office: HttpOffice;
const phone = '+79101112233';

beforeAll(async () => {
  office = await openHttpOffice();
  const { call } = office;
  const { id: studentId } = await call('people.saveStudent', {
    id: null,
    lastName: 'Ким',
    firstName: 'Ева',
    birthDate: '2014-02-01',
    sex: 'female',
  });
  await call('people.saveGuardian', {
    id: null,
    lastName: 'Ким',
    firstName: 'Анна',
    middleName: 'Львовна',
    phone,
    link: { studentId, relation: 'mother' },
  });
}, 60_000);

afterAll(async () => office.close(), 60_000);

const press = (name: string) => office.page.getByRole('button', { name, exact: true }).click();
const mother = async () =>
  (await office.call('people.listGuardians', { search: 'ким анна' })).rows[0];
const keptBox = () => office.page.getByRole('checkbox', { name: 'Телефон родителя', exact: true });

const parents = [
  'ФИО родителя;Степень родства;Телефон;E-mail;ФИО ученика;Дата рождения ученика',
  'Ким Олег Ильич;отец;8 (920) 111-22-33;oleg@example.org;Ким Ева;01.02.2014',
].join('\r\n');

test('turns the phone off, and writes what another field is for', async () => {
  const { page, call, goto } = office;
  await goto('/settings?tab=personal');
  await page.getByText('Есть у 1 родителя.').waitFor();
  await keptBox().uncheck();
  await page
    .getByRole('textbox', { name: 'Зачем хранить: Адрес родителя' })
    .fill('доставка распечаток');
  await office.checkAccess();
  await press('Сохранить');
  await page.getByText('Скрыто, но записано у 1 родителя.').waitFor();
  const { personalFields } = await call('settings.get', {});
  expect(personalFields.guardianPhone.kept).toBe(false);
  expect(personalFields.guardianAddress).toEqual({ kept: true, purpose: 'доставка распечаток' });
}, 60_000);

test('lists, card and form have no phone, and an edit leaves the hidden one', async () => {
  const { page, goto } = office;
  await goto('/guardians?withoutPhone=true');
  await page.getByRole('grid').getByText('Ким Анна Львовна').waitFor();
  expect(await page.getByText('Телефон', { exact: true }).count()).toBe(0);
  await goto(`/guardians/${(await mother())?.id}`);
  await page.getByText('Электронная почта', { exact: true }).waitFor();
  expect(await page.getByText('Телефон', { exact: true }).count()).toBe(0);
  await press('Изменить');
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill('anna@example.org');
  expect(await page.getByRole('textbox', { name: 'Телефон' }).count()).toBe(0);
  await office.checkAccess();
  await press('Сохранить');
  await expect.poll(async () => (await mother())?.email).toBe('anna@example.org');
  const { counts } = await office.call('people.countPersonalFields', {});
  expect(counts.guardianPhone).toBe(1);
}, 60_000);

test('an import says that the phone is not taken, and leaves the e-mail out when asked', async () => {
  const { page, goto, call } = office;
  await goto('/import');
  const chooser = page.waitForEvent('filechooser');
  await press('Выбрать файлы…');
  const buffer = Buffer.from(parents, 'utf8');
  await (await chooser).setFiles([{ name: 'родители.csv', mimeType: 'text/csv', buffer }]);
  await page.getByText('Не берётся: Телефон родителя — школа этого не хранит.').waitFor();
  const email = page.getByRole('checkbox', { name: 'Взять: Электронная почта родителя' });
  expect(await email.isChecked()).toBe(true);
  await page.getByText('Зачем: письма и ответы родителям. В файле: 1 значение').waitFor();
  await office.checkAccess();
  await email.click();
  await expect.poll(() => email.isChecked()).toBe(false);
  await press('Применить');
  await page.getByText('Загрузка завершена').waitFor();
  const { rows } = await call('people.listGuardians', { search: 'ким олег' });
  expect(rows).toMatchObject([{ phone: null, email: null }]);
  expect((await call('people.countPersonalFields', {})).counts.guardianPhone).toBe(1);
}, 60_000);

test('the phones are emptied for all by one action that names how many', async () => {
  const { page, goto, call } = office;
  await goto('/settings?tab=personal');
  await press('Удалить у всех: Телефон родителя');
  const dialog = page.getByRole('dialog', { name: 'Удалить у всех: Телефон родителя?' });
  await dialog.getByText(/будет удалено у 1 родителя/u).waitFor();
  await office.checkAccess();
  await dialog.getByRole('button', { name: 'Удалить у 1 родителя' }).click();
  await expect
    .poll(async () => (await call('people.countPersonalFields', {})).counts.guardianPhone)
    .toBe(0);
  await page.getByText('Удалено у 1 родителя').waitFor();
  await goto('/history');
  await page.getByRole('grid').getByText('Удаление сведения у всех').first().waitFor();
}, 60_000);

test('one undo brings them back, and the field shows them when it is kept again', async () => {
  const { page, goto, call } = office;
  await page.getByRole('gridcell', { name: 'Удаление сведения у всех' }).click();
  await press('Отменить действие');
  await page
    .getByRole('dialog', { name: /Отменить удаление сведения у всех/u })
    .getByRole('button', { name: 'Отменить действие' })
    .click();
  await expect
    .poll(async () => (await call('people.countPersonalFields', {})).counts.guardianPhone)
    .toBe(1);
  await goto('/settings?tab=personal');
  await keptBox().check();
  await press('Сохранить');
  await expect.poll(async () => (await mother())?.phone).toBe(phone);
}, 60_000);
