import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationInput } from '../../src-main/contract/operations.ts';
import { requisites } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/**
 * The desk and what the family has stated: Костя is 14 and in class 5, his mother refuses, his
 * father does not.
 */

const password = 'Сирень у крыльца 7';
let office: HttpOffice;
let today = '';
let kostya = 0;
let mother = 0;
let father = 0;

const addGuardian = async (lastName: string, relation: 'mother' | 'father') => {
  const { id } = await office.call('people.saveGuardian', {
    id: null,
    lastName,
    firstName: 'Саша',
    middleName: 'Игоревич',
    link: { studentId: kostya, relation },
    namesake: true,
  });
  return id;
};

const register = (
  kind: OperationInput<'statements.register'>['kind'],
  guardianId: number,
  more: Partial<OperationInput<'statements.register'>> = {},
) =>
  office.call('statements.register', {
    kind,
    studentId: kostya,
    guardianId,
    date: today,
    registeredOn: today,
    signed: true,
    confirmedDeclensions: true,
    ...more,
  });

beforeAll(async () => {
  office = await openHttpOffice();
  ({ today } = await office.call('home.overview', {}));
  await office.call('settings.saveSchool', requisites);
  await office.call('lock.setPassword', { password, repeat: password });
  const { id: classId } = await office.call('people.saveClass', {
    id: null,
    parallel: 5,
    letter: 'А',
  });
  ({ id: kostya } = await office.call('people.saveStudent', {
    id: null,
    lastName: 'Ершов',
    firstName: 'Костя',
    birthDate: `${Number(today.slice(0, 4)) - 15}-01-15`,
    sex: 'male',
    enrol: { classId, startsOn: today },
  }));
  mother = await addGuardian('Берёзова', 'mother');
  father = await addGuardian('Ершов', 'father');
  const add = (owner: 'student' | 'guardian', ownerId: number, login: string) =>
    office.call('credentials.save', {
      id: null,
      owner,
      ownerId,
      kind: 'password',
      login,
      secret: `тайна-${login}`,
    });
  await add('student', kostya, 'kostya1');
  await add('guardian', mother, 'mother1');
  await add('guardian', father, 'father1');
  await register('refusal', mother);
});
afterAll(() => office.close());

/** A busy machine draws late. */
const patient = { timeout: 30_000 };

/** Opens the desk at the person whose login it is. */
const comes = async (login: string, name: string): Promise<void> => {
  const { page } = office;
  await office.goto('/credentials?tab=desk');
  const field = page.getByRole('combobox', { name: 'Кто пришёл: фамилия ребёнка или родителя' });
  await field.fill(login);
  await expect
    .poll(() => page.getByRole('option', { selected: true }).innerText(), patient)
    .toContain(name);
  await page.keyboard.press('Enter');
};
const button = (name: string) => office.page.getByRole('button', { name });
const stateOf = async (login: string) =>
  (await office.call('credentials.list', {})).rows.find((row) => row.login === login)?.state;

test('while the parents differ the child’s login waits for the school', async () => {
  const { page } = office;
  await comes('kostya1', 'Ершов Костя, ученик');
  await page.getByRole('heading', { name: 'Выдать сейчас нечего' }).waitFor();
  await page
    .getByText(/пока школа не решит/u)
    .first()
    .waitFor();
  await office.checkAccess();
  // The father still receives his own; the child's is not among it.
  await comes('father1', 'Ершов Саша');
  await page.getByRole('checkbox', { name: 'Подпись получена' }).waitFor();
  expect(await page.getByRole('checkbox', { name: /ребёнка/u }).count()).toBe(0);
  await button('Решить в карточке ученика…').click();
  await button('Решение школы').waitFor();
  await office.call('statements.decideAccess', {
    studentId: kostya,
    allowed: true,
    reason: 'Отец просит',
  });
  await comes('father1', 'Ершов Саша');
  await page.getByRole('checkbox', { name: /ребёнка/u }).waitFor();
});

test('a refusing parent is told the refusal and led to its annulment', async () => {
  const { page } = office;
  await comes('mother1', 'Берёзова');
  await page.getByRole('heading', { name: 'Выдать сейчас нечего' }).waitFor();
  await page
    .getByText(/Действует отказ № 1\/\d{4}: логин выдаётся после аннулирования отказа/u)
    .first()
    .waitFor();
  await office.checkAccess();
  await button('Оформить аннулирование отказа…').click();
  await page.getByText(/^Отказ № 1/u).waitFor();
  const names = page.getByRole('checkbox', { name: 'Имена проверены, падежи верны' });
  if (await names.isVisible()) await names.check();
  await page.getByRole('checkbox', { name: 'Заявление уже подписано' }).check();
  await button('Зарегистрировать').click();
  await page.getByRole('heading', { name: 'Аннулирование отказа № 2' }).waitFor();
  await comes('mother1', 'Берёзова');
  await page.getByRole('checkbox', { name: 'Подпись получена' }).waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
});

test('a pupil of class 5 who consented at 14 receives his own', async () => {
  const { page } = office;
  await register('refusal', mother);
  await register('refusal', father);
  await comes('kostya1', 'Ершов Костя, ученик');
  await button('Оформить аннулирование отказа… (Берёзова Саша Игоревич)').waitFor();
  await button('Оформить аннулирование отказа… (Ершов Саша Игоревич)').waitFor();
  await button('Оформить согласие ученика…').waitFor();
  await register('consent-14', mother, { passportShown: true });
  await comes('kostya1', 'Ершов Костя, ученик');
  await page
    .getByText(/Ученик дал согласие сам/u)
    .first()
    .waitFor();
  await page.getByRole('checkbox', { name: 'Подпись получена' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('1 выдача отмечена').waitFor();
  expect(await stateOf('kostya1')).toBe('issued');
});

test('the list says what is withheld and what to revoke; cards say what they leave out', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=list&right=withheld');
  await page
    .getByText(/не выдавать: действует отказ/u)
    .first()
    .waitFor();
  await office.checkAccess();
  await office.goto('/credentials?tab=print');
  await page.getByRole('checkbox', { name: 'Только не выданные' }).uncheck();
  await button('Просмотр и печать карточек').click();
  await page
    .getByText(/Не вошли, выдавать сегодня нельзя: действует отказ — 2/u)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await register('annulment', mother);
  await office.call('credentials.issue', {
    ids: (await office.call('credentials.list', { filters: { guardianId: mother } })).rows.map(
      ({ id }) => id,
    ),
    receivedBy: 'guardian',
    receiverId: mother,
  });
  await register('refusal', mother);
  await office.goto('/');
  await page.getByRole('link', { name: 'Показать логины' }).click();
  await page
    .getByText(/отозвать: действует отказ/u)
    .first()
    .waitFor();
});
