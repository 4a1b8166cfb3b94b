import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** Two cards of one child: compared, merged with the right spelling, taken back, told apart. */

let office: HttpOffice;

const save = (lastName: string, address: string) =>
  office.call('people.saveStudent', {
    id: null,
    lastName,
    firstName: 'Пётр',
    middleName: 'Ильич',
    birthDate: '2014-03-02',
    sex: null,
    address,
    namesake: true,
  });

beforeAll(async () => {
  office = await openHttpOffice();
  await save('Семёнов', '');
  await save('Семенов', 'ул. Садовая, д. 3');
}, 60_000);

afterAll(async () => office.close(), 60_000);

const lastNames = async (): Promise<readonly string[]> =>
  (await office.call('people.listStudents', {})).rows
    .map(({ lastName, address }) => `${lastName}: ${address ?? ''}`)
    .toSorted();

const openGroup = async (): Promise<void> => {
  await office.goto('/duplicates');
  await office.page
    .getByRole('gridcell', { name: /Семёнов/u })
    .first()
    .click();
  await office.page.getByRole('dialog', { name: 'Это один человек?' }).waitFor();
};

test('a merge takes the chosen spelling, fills the empty address and can be undone', async () => {
  const { page } = office;
  await openGroup();
  await office.checkAccess();
  await page.getByRole('radio', { name: 'Фамилия: взять из карточки 2' }).check();
  await page.getByRole('button', { name: 'Объединить' }).click();
  await page.getByText('Похожих карточек нет').waitFor();
  const merged = await lastNames();
  expect(merged).toHaveLength(1);
  expect(merged[0]).toContain('ул. Садовая, д. 3');
  await page.getByRole('button', { name: 'Отменить' }).click();
  await page
    .getByRole('gridcell', { name: /Семёнов/u })
    .first()
    .waitFor();
  expect(await lastNames()).toEqual(['Семенов: ул. Садовая, д. 3', 'Семёнов: ']);
}, 90_000);

test('people told apart are not shown again', async () => {
  const { page, call } = office;
  await openGroup();
  await page.getByRole('button', { name: 'Это разные люди' }).click();
  await page.getByText('Похожих карточек нет').waitFor();
  expect((await call('people.listDuplicates', { filters: { kind: 'student' } })).total).toBe(0);
  expect(await lastNames()).toHaveLength(2);
}, 60_000);
