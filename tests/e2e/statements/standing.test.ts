import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, russianDate } from '../../support/http-school.ts';
import type { StatingSchool } from './family.ts';
import { openStatingSchool } from './family.ts';

/** Who may speak for whom at the desk of statements: a guardian, parents who differ, an adult. */

let school: StatingSchool;
let father: number;

const yearsBefore = (iso: string, years: number): string =>
  `${Number(iso.slice(0, 4)) - years}${iso.slice(4).replace('-02-29', '-02-28')}`;

beforeAll(async () => {
  school = await openStatingSchool();
  const { call } = school.office;
  father = (
    await call('people.saveGuardian', {
      id: null,
      lastName: 'Ёлкин',
      firstName: 'Илья',
      middleName: 'Петрович',
      link: { studentId: school.vera, relation: 'father' },
    })
  ).id;
  await call('people.saveGuardian', {
    id: null,
    lastName: 'Опекунова',
    firstName: 'Мария',
    middleName: 'Ивановна',
    link: { studentId: school.petr, relation: 'guardian' },
  });
}, 90_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const field = (name: string) => page().getByRole('textbox', { name, exact: true });
const sheetSays = async (text: string): Promise<void> =>
  expect
    .poll(
      async () => {
        const sheet = page().frameLocator('iframe').last().locator('body');
        return (await sheet.textContent())?.replaceAll('\u00A0', ' ');
      },
      { timeout: 15_000 },
    )
    .toContain(text);
const confirmNames = async (): Promise<void> => {
  const mark = page().getByRole('checkbox', { name: 'Имена проверены, падежи верны' });
  if (await mark.isVisible()) await mark.check();
};
const signed = () => page().getByRole('checkbox', { name: /^Заявление уже подписано/u });
const register = () => button('Зарегистрировать').click();

test('a guardian speaks of his ward; a forbidden date keeps what was typed', async () => {
  await school.office.goto(`/statements/new?kind=refusal&studentId=${school.petr}`);
  await button(/настаивает на отказе/u).click();
  await sheetSays('в отношении моего подопечного');
  await sheetSays('ученика 8А класса');
  // Nobody has said yet that the service was offered.
  expect(
    await page()
      .getByRole('checkbox', { name: /услуга была предложена/u })
      .isChecked(),
  ).toBe(false);
  await field('Причина').fill('так решила семья');
  await field('Адрес').fill('г. Заречный, ул. Новая, д. 3');
  await field('Дата регистрации').fill(russianDate(addDays(school.today, 5)));
  await page()
    .getByText(/не может быть позже сегодняшнего дня/u)
    .first()
    .waitFor();
  expect(await field('Причина').inputValue()).toBe('так решила семья');
  await field('Дата регистрации').fill(russianDate(addDays(school.yearStart, -30)));
  await page()
    .getByText(/Дата регистрации раньше даты заявления/u)
    .first()
    .waitFor();
  expect(await field('Причина').inputValue()).toBe('так решила семья');
  expect(await field('Адрес').inputValue()).toBe('г. Заречный, ул. Новая, д. 3');
  await field('Дата на заявлении').fill(russianDate(school.today));
  await field('Дата регистрации').fill(russianDate(school.today));
  await sheetSays('так решила семья');
  await signed().check();
  await confirmNames();
  await register();
  await page().getByRole('heading', { name: 'Отказ от услуги № 1' }).waitFor();
}, 90_000);

test('parents differ: the login waits for the decision of the school', async () => {
  const { goto, call, checkAccess } = school.office;
  await call('statements.register', {
    kind: 'refusal',
    studentId: school.vera,
    guardianId: father,
    date: school.today,
    registeredOn: school.today,
    signed: true,
    confirmedDeclensions: true,
  });
  await goto('/');
  await page()
    .getByText(/1 вопрос по заявлениям/u)
    .waitFor();
  await page().getByRole('link', { name: 'Решить', exact: true }).click();
  await page().getByRole('gridcell', { name: 'родители расходятся' }).waitFor();
  await checkAccess();
  await goto(`/students/${school.vera}?tab=service`);
  await page()
    .getByText(/Один родитель отказался, другой нет/u)
    .waitFor();
  await checkAccess();
  await button('Решение школы').click();
  const dialog = page().getByRole('dialog', { name: 'Решение школы' });
  await dialog.getByRole('radio', { name: /Выдавать логин ученику/u }).check();
  await dialog.getByRole('textbox', { name: 'Основание' }).fill('педсовет, протокол № 3');
  await checkAccess();
  await page().keyboard.press('Control+s');
  await page().getByText('Решение записано').waitFor();
  await page()
    .getByText(/педсовет, протокол № 3/u)
    .first()
    .waitFor();
  await goto('/statements?tab=doubts');
  await page().getByText('Решать нечего').waitFor();
}, 90_000);

test('of age the student states himself and permits a parent', async () => {
  const { goto, call, checkAccess } = school.office;
  await call('people.saveStudent', {
    id: school.vera,
    lastName: 'Ёлкина',
    firstName: 'Вера',
    middleName: 'Ильинична',
    birthDate: yearsBefore(school.today, 18),
    sex: 'female',
    address: null,
  });
  await goto(`/students/${school.vera}?tab=service`);
  await page().getByText('Ученику есть 18 лет: он действует сам.').waitFor();
  await page().getByText('прекращено: ученику 18 лет').first().waitFor();
  await checkAccess();
  await button('Невозможность получения').first().click();
  expect(await page().getByRole('radio', { name: 'Сам ученик' }).isChecked()).toBe(true);
  await sheetSays('Я, Ёлкина Вера Ильинична');
  await sheetSays('достигла 18 лет');
  await checkAccess();
  await signed().check();
  await confirmNames();
  await register();
  await page()
    .getByRole('heading', { name: /^Невозможность получения № 3/u })
    .waitFor();
  const on = { studentId: school.vera, on: school.today };
  expect((await call('statements.serviceMode', on)).student.mode).toBe('paper-impossibility');

  await goto(`/statements/new?kind=permission-18&studentId=${school.vera}&guardianId=${father}`);
  await sheetSays('РАЗРЕШЕНИЕ');
  await sheetSays('Ёлкин Илья Петрович');
  await signed().check();
  await confirmNames();
  await register();
  await page()
    .getByRole('heading', { name: /^Разрешение совершеннолетнего № 4/u })
    .waitFor();
  const { parents } = await call('statements.serviceMode', on);
  expect(parents.map(({ mode }) => mode.mode)).toEqual(['student-of-age', 'electronic']);
}, 90_000);
