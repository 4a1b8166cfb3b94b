import { afterAll, beforeAll, expect, test } from 'vitest';
import { requisites } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** The issue desk: a family of three, a mother with a child of class 2 and one of class 8. */

const password = 'Сирень у крыльца 7';
let office: HttpOffice;
let today = '';
let mother = 0;

const addStudent = async (firstName: string, parallel: number) => {
  const { id: classId } = await office.call('people.saveClass', {
    id: null,
    parallel,
    letter: 'А',
    programmeName: null,
  });
  const { id } = await office.call('people.saveStudent', {
    id: null,
    lastName: 'Ёлкин',
    firstName,
    middleName: 'Петрович',
    birthDate: null,
    sex: null,
    address: null,
    enrol: { classId, startsOn: today },
    namesake: true,
  });
  return id;
};

const addLogin = (owner: 'student' | 'guardian', ownerId: number, login: string, secret: string) =>
  office.call('credentials.save', { id: null, owner, ownerId, kind: 'password', login, secret });

beforeAll(async () => {
  office = await openHttpOffice();
  ({ today } = await office.call('home.overview', {}));
  await office.call('settings.saveSchool', requisites);
  await office.call('lock.setPassword', { password, repeat: password });
  const young = await addStudent('Антон', 2);
  const elder = await addStudent('Пётр', 8);
  ({ id: mother } = await office.call('people.saveGuardian', {
    id: null,
    lastName: 'Берёзова',
    firstName: 'Мария',
    middleName: 'Игоревна',
    phone: null,
    email: null,
    address: null,
    link: { studentId: young, relation: 'mother' },
  }));
  const link = { studentId: elder, guardianId: mother, relation: 'mother' } as const;
  await office.call('people.linkGuardian', link);
  await addLogin('student', young, 'young1', 'vesna2026');
  await addLogin('student', elder, 'elder1', 'leto2026');
  await addLogin('guardian', mother, 'mother1', 'zima2026');
});
afterAll(() => office.close());

const press = (name: string | RegExp) => office.page.getByRole('button', { name }).click();
const rows = async () => (await office.call('credentials.list', {})).rows;
const rowOf = async (login: string) => (await rows()).find((row) => row.login === login);
const stateOf = async (login: string) => (await rowOf(login))?.state;

/** A busy machine draws late. */
const patient = { timeout: 30_000 };
const deskSearch = () =>
  office.page.getByRole('combobox', { name: 'Кто пришёл: фамилия ребёнка или родителя' });
const isFocused = (what: ReturnType<HttpOffice['page']['locator']>) =>
  expect.poll(() => what.evaluate((one) => one === document.activeElement), patient).toBe(true);
const chosen = () => office.page.getByRole('option', { selected: true });

test('the queue at the desk is served by the keyboard alone, the signature by hand', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=desk');
  await isFocused(deskSearch());
  await page.keyboard.type('берез');
  await page.getByText(/До 7-го класса родитель получает/u).waitFor();
  await expect.poll(() => chosen().innerText(), patient).toContain('Берёзова');
  await office.checkAccess();
  await page.keyboard.press('Enter');
  const signature = page.getByRole('checkbox', { name: 'Подпись получена' });
  await isFocused(signature);
  expect(await signature.isChecked()).toBe(false);
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await page.keyboard.press('Space');
  await page.getByText(/Пароль сотрётся через 30 минут/u).waitFor();
  await office.checkAccess();
  await page.keyboard.press('Enter');
  await page.getByText('Берёзова Мария Игоревна: 2 выдачи отмечены').waitFor();
  for (const login of ['young1', 'mother1'])
    expect(await rowOf(login)).toMatchObject({
      state: 'issued',
      issuedOn: today,
      signed: true,
      hasSecret: true,
      receivedBy: 'guardian',
      receiverId: mother,
    });
  await isFocused(deskSearch());
  expect(await deskSearch().inputValue()).toBe('');
});

test('the one already served stays chosen; Enter Enter wipes nobody’s password', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=desk');
  for (const typed of ['young1', 'Ёлкин Антон Петрович']) {
    await deskSearch().fill(typed);
    await expect
      .poll(() => chosen().innerText(), patient)
      .toContain('Ёлкин Антон Петрович, ученик');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('heading', { name: 'Уже выдано' });
    await panel.waitFor();
    await page
      .getByText(/уже выдано .*, подпись получена; кому: Берёзова/u)
      .first()
      .waitFor();
    await isFocused(page.getByRole('button', { name: 'К поиску (Esc)' }));
    await office.checkAccess();
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'hidden' });
  }
  expect(await stateOf('elder1')).toBe('new');
  const states = (await rows()).map(({ login, hasSecret }) => [login, hasSecret]);
  expect(new Map(states as [string, boolean][])).toEqual(
    new Map([
      ['young1', true],
      ['mother1', true],
      ['elder1', true],
    ]),
  );
});

test('the card of the chosen person prints at the desk', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=desk');
  await deskSearch().fill('elder1');
  await expect.poll(() => chosen().innerText(), patient).toContain('Ёлкин Пётр Петрович, ученик');
  await page.keyboard.press('Enter');
  await isFocused(page.getByRole('checkbox', { name: 'Подпись получена' }));
  await page.keyboard.press('Control+KeyP');
  await page.getByText('Страница 1 из 1').waitFor();
  await page.frameLocator('iframe').getByText('leto2026').waitFor();
  await page.keyboard.press('Escape');
  expect(await stateOf('elder1')).toBe('new');
});

test('an issue is taken back in time; unsigned, then signed later; after the time refused', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=desk');
  await deskSearch().fill('mother1');
  await expect.poll(() => chosen().innerText(), patient).toContain('Берёзова');
  await page.keyboard.press('Enter');
  await page
    .getByText(/взять назад можно до/u)
    .first()
    .waitFor();
  await press('Взять выдачу назад');
  await page.getByText('Выдача взята назад').waitFor();
  expect(await stateOf('mother1')).toBe('new');
  // The child's, handed to the mother, is taken back with hers: the row speaks of both.
  expect(await stateOf('young1')).toBe('new');

  await deskSearch().fill('elder1');
  await expect.poll(() => chosen().innerText(), patient).toContain('Ёлкин Пётр');
  await page.keyboard.press('Enter');
  await isFocused(page.getByRole('checkbox', { name: 'Подпись получена' }));
  await page.keyboard.press('Enter');
  await page.getByText('1 выдача отмечена').waitFor();
  expect(await rowOf('elder1')).toMatchObject({ state: 'issued', signed: false, hasSecret: true });
  const { credentials } = await office.call('settings.get', {});
  await office.call('settings.saveCredentials', { ...credentials, takeBackMinutes: 0 });
  await office.goto('/credentials?tab=desk');
  await deskSearch().fill('elder1');
  await expect.poll(() => chosen().innerText(), patient).toContain('подписи нет');
  await page.keyboard.press('Enter');
  await press('Подпись получена');
  await page.getByText('Подпись отмечена').waitFor();
  expect(await rowOf('elder1')).toMatchObject({ signed: true, hasSecret: false });
  await expect(
    office.call('credentials.takeBack', { ids: [(await rowOf('elder1'))?.id ?? 0] }),
  ).rejects.toThrow(/take-back-late.*уже нельзя/u);
});
