import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** An office that holds past years only: their classes are there without choosing a year. */

let office: HttpOffice;
/** Year of the September of the school year of today. */
let present = 0;
let teacherId = 0;

const september = (year: number): string => `${year}-09-01`;
const title = (year: number): string => `${year}/${year + 1}`;
const yearField = () => office.page.getByRole('combobox', { name: 'Учебный год' });
const shownYear = (year: number) =>
  expect.poll(() => yearField().inputValue(), { timeout: 5000 }).toBe(title(year));
const classes = () => office.page.getByRole('grid', { name: 'Классы' });
const addClass = async (parallel: number, year: number): Promise<number> =>
  (
    await office.call('people.saveClass', {
      id: null,
      parallel,
      letter: 'А',
      onDate: september(year),
    })
  ).id;

beforeAll(async () => {
  office = await openHttpOffice();
  const now = new Date();
  present = now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
  await office.call('settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'СОШ № 7',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
}, 60_000);

afterAll(async () => office.close(), 60_000);

test('a year older than those offered is shown and named', async () => {
  await addClass(4, present - 13);
  await office.goto('/classes');
  await classes().getByText('4А', { exact: true }).waitFor();
  await shownYear(present - 13);
});

test('the last year is shown with its classes; another one is empty when chosen', async () => {
  const { page, call, goto } = office;
  const classId = await addClass(6, present - 1);
  await call('people.saveStudent', {
    id: null,
    lastName: 'Ёлкина',
    firstName: 'Вера',
    middleName: 'Ильинична',
    birthDate: null,
    sex: 'female',
    enrol: { classId, startsOn: september(present - 1) },
  });
  teacherId = (
    await call('people.saveTeacher', {
      id: null,
      lastName: 'Белова',
      firstName: 'Ольга',
      middleName: 'Игоревна',
      onDate: september(present - 1),
      assignments: [{ classId, subject: 'Алгебра' }],
    })
  ).id;
  await goto('/classes');
  await classes().getByText('6А', { exact: true }).waitFor();
  await shownYear(present - 1);
  await yearField().click();
  await page.getByRole('option', { name: title(present) }).click();
  await classes().getByText('6А', { exact: true }).waitFor({ state: 'detached' });
  await shownYear(present);
});

test('a teacher is shown and entered with the classes of that year', async () => {
  const { page, goto } = office;
  await goto(`/teachers/${teacherId}`);
  await page.getByRole('table', { name: 'Учебная нагрузка' }).getByText('6А').waitFor();
  await shownYear(present - 1);
  await goto('/teachers/new');
  await page.getByText(`Нагрузка на ${title(present - 1)} учебный год`).waitFor();
});
