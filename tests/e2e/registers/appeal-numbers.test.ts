import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../../support/http-school.ts';

/**
 * The secretary registers a paper of last week, one that was forgotten between two numbers, corrects
 * a wrong child and prints the book (S1 Приложение 1; domain.md §2).
 */

let school: HttpSchool;

const ago = (days: number): string => addDays(school.today, -days);

beforeAll(async () => {
  school = await openHttpSchool();
  const { call } = school.office;
  await call('people.saveGuardian', {
    id: null,
    lastName: 'Жилина',
    firstName: 'Анна',
    link: { studentId: school.petr, relation: 'mother' },
  });
  for (const days of [5, 1])
    await call('appeals.register', {
      studentId: school.vera,
      guardianId: school.mother,
      date: ago(days),
      registeredOn: ago(days),
      subject: 'История',
      lessonTopic: 'Реформы',
      channel: 'phone',
    });
}, 60_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const press = (name: string | RegExp) => page().getByRole('button', { name }).first().click();
const box = (name: string) => page().getByRole('combobox', { name });
const line = (name: string) => page().getByRole('textbox', { name });
const choose = async (label: string, typed: string, option: RegExp): Promise<void> => {
  await box(label).fill(typed);
  await page().getByRole('option', { name: option }).click();
};
const year = (iso: string): string => iso.slice(0, 4);
const found = async (search: string) => {
  const { rows } = await school.office.call('appeals.list', { search });
  if (!rows[0]) throw new Error('no appeals');
  return rows[0];
};

const fillIn = async (subject: string): Promise<void> => {
  await school.office.goto('/appeals/new');
  await choose('Ребёнок', 'ел', /Ёлкина Вера/u);
  await page()
    .getByText(/общего образования, 8А класс/u)
    .waitFor();
  await box('Предмет').fill(subject);
  await box('Тема пропущенного урока').fill('Повторение');
};

test('a paper of last week keeps its day; its number is of today', async () => {
  await fillIn('Химия');
  await line('Дата обращения').fill(russianDate(ago(7)));
  await page().keyboard.press('Control+s');
  await page().getByText('Обращение зарегистрировано').waitFor();
  expect(await found('химия')).toMatchObject({
    date: ago(7),
    registeredOn: school.today,
    dueOn: addDays(ago(7), 10),
    letter: null,
  });
}, 60_000);

test('a day out of order is refused; by the keyboard the letter number is the next step', async () => {
  const { checkAccess } = school.office;
  await fillIn('Биология');
  await press('Зарегистрировано другим днём');
  await line('Дата регистрации').fill(russianDate(ago(3)));
  await page()
    .getByText(/Номера идут в порядке регистрации/u)
    .waitFor();
  await checkAccess();
  await line('Дата обращения').fill(russianDate(ago(3)));
  await page().keyboard.press('Control+s');
  await page()
    .getByRole('alert')
    .first()
    .getByText(/последним стоит обращение/u)
    .waitFor();

  const letter = page().getByRole('button', { name: 'Зарегистрировать с литерой 1а' });
  await letter.focus();
  await page().keyboard.press('Enter');
  // The field of the reason takes the focus.
  await line('Почему с литерой').waitFor();
  await page().keyboard.press('Control+s');
  await page().getByText('Укажите, почему номер с литерой').first().waitFor();
  await line('Почему с литерой').fill('забыта в папке приёмной');
  await checkAccess();
  await page().keyboard.press('Control+s');
  await page()
    .getByText(`№ 1а / ${year(ago(3))}`)
    .waitFor();
  expect(await found('биология')).toMatchObject({
    printedNumber: '1а',
    letterReason: 'забыта в папке приёмной',
    registeredOn: ago(3),
  });
  await school.office.goto('/appeals');
  await page().getByRole('gridcell', { name: '1а', exact: true }).waitFor();
}, 90_000);

test('a wrong child is corrected under its number, and the book prints it all', async () => {
  const { goto, checkAccess } = school.office;
  const { id, printedNumber } = await found('химия');
  await goto(`/appeals/${id}`);
  await press('Исправить ребёнка или дату');
  const dialog = page().getByRole('dialog', { name: 'Исправить ребёнка или дату обращения' });
  await choose('Ребёнок', 'жи', /Жилин/u);
  await dialog.getByRole('radio', { name: 'Жилина Анна' }).waitFor();
  await checkAccess();
  await page().keyboard.press('Control+s');
  await dialog.getByText('Заполните поле').waitFor();
  await dialog.getByRole('textbox', { name: 'Причина исправления' }).fill('выбран однофамилец');
  await page().keyboard.press('Control+s');
  await page().getByText('Причина: выбран однофамилец').waitFor();
  await checkAccess();
  expect(await found('химия')).toMatchObject({ id, printedNumber, studentName: 'Жилин Пётр' });

  await goto('/appeals');
  await press('Печать журнала');
  await page()
    .getByText(/Период считается по дням регистрации/u)
    .waitFor();
  await press('Показать и напечатать');
  await page()
    .getByText(/Страница 1 из \d/u)
    .waitFor();
  const sheet = page().frameLocator('iframe').locator('body');
  const text = ((await sheet.textContent()) ?? '').replaceAll('\u00A0', ' ');
  expect(text).toContain(`${russianDate(ago(7))} (зарег. ${russianDate(school.today)})`);
  expect(text).toContain('Номер 1а с литерой, причина: забыта в папке приёмной.');
  expect(text).toMatch(/вместо «обучающийся Ёлкина Вера Ильинична.*причина: выбран однофамилец/u);
}, 120_000);
