import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** Import of people through the screen: preview, question, refusal, result, undo. */

let office: HttpOffice;

beforeAll(async () => {
  office = await openHttpOffice();
  await office.call('people.saveStudent', {
    id: null,
    lastName: 'Соколов',
    firstName: 'Иван',
    middleName: 'Петрович',
    birthDate: null,
    sex: null,
  });
}, 60_000);

afterAll(async () => office.close(), 60_000);

const contingent = [
  'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол;Адрес проживания',
  '7А;Громова;Дарья;Игоревна;12.05.2013;Ж;ул. Мира, д. 1',
  '7А;Соколов;Иван;Петрович;03.04.2013;М;ул. Мира, д. 2',
  '7А;Лось;;;31.02.2013;М;',
].join('\r\n');

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'utf8'),
});

const press = (name: string | RegExp) => office.page.getByRole('button', { name }).click();

const choose = async (files: readonly ReturnType<typeof file>[]): Promise<void> => {
  const chooser = office.page.waitForEvent('filechooser');
  await press('Выбрать файлы…');
  await (await chooser).setFiles([...files]);
};

const namesOf = async (): Promise<readonly string[]> =>
  (await office.call('people.listStudents', {})).rows.map(({ fullName }) => fullName);

test('several files: one is applied with an answer, the other is refused with a reason', async () => {
  const { page, call, goto } = office;
  await goto('/import');
  await office.checkAccess();
  await choose([file('контингент.csv', contingent), file('меню.csv', 'Блюдо;Цена\r\nКаша;40')]);
  await page.getByRole('heading', { name: 'Что узнали в файле' }).waitFor();
  await page.getByText('1 вопрос без ответа').waitFor();
  expect(await page.getByRole('button', { name: 'Применить' }).isDisabled()).toBe(true);
  await office.checkAccess();

  await page.getByText('Не приняты (1)').click();
  await page.getByRole('table', { name: 'Не приняты' }).getByText(/4/u).first().waitFor();
  await page.getByText('Вопросы (1)').click();
  await page.getByRole('radio', { name: 'Новый человек' }).check();
  expect(await namesOf()).toHaveLength(1);
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  expect((await namesOf()).toSorted()).toEqual([
    'Громова Дарья Игоревна',
    'Соколов Иван Петрович',
    'Соколов Иван Петрович',
  ]);

  await press('Отменить импорт');
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить импорт' }).click();
  await page.getByText('отменён', { exact: true }).waitFor();
  expect(await namesOf()).toEqual(['Соколов Иван Петрович']);

  await press('Следующий файл');
  await page.getByText('Файл не принят, в базе ничего не изменено').waitFor();
  await office.checkAccess();
  const { rows } = await call('people.listImports', {});
  expect(rows).toMatchObject([{ fileName: 'контингент.csv', undone: true, new: 2 }]);
}, 120_000);

test('questions nobody answered may be skipped, the history takes an import back', async () => {
  const { page, goto } = office;
  await goto('/import');
  await choose([file('контингент.csv', contingent)]);
  await page.getByRole('checkbox', { name: 'Строки без ответа пропустить' }).check();
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  expect(await namesOf()).toHaveLength(2);
  await page.getByRole('tab', { name: 'История загрузок' }).click();
  await page.getByRole('gridcell', { name: 'контингент.csv' }).first().waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Отменить импорт' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить импорт' }).click();
  await page.getByText('Импорт отменён').first().waitFor();
  expect(await namesOf()).toEqual(['Соколов Иван Петрович']);
}, 120_000);

test('rejected rows are saved to a file', async () => {
  const { page, goto } = office;
  await goto('/import');
  await choose([file('контингент.csv', contingent)]);
  const download = page.waitForEvent('download');
  await press('Сохранить непринятые строки в файл');
  expect((await download).suggestedFilename()).toMatch(/\.(?:xlsx|csv)$/u);
}, 60_000);
