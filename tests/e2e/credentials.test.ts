import { afterAll, beforeAll, expect, test } from 'vitest';
import { requisites } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** Credentials of the diary from the file to the signature, through the screens. */

const password = 'Сирень у крыльца 7';
let office: HttpOffice;
let today = '';

const addClass = async (parallel: number, letter: string) =>
  (await office.call('people.saveClass', { id: null, parallel, letter, programmeName: null })).id;

const addStudent = async (lastName: string, firstName: string, classId: number) => {
  const { id } = await office.call('people.saveStudent', {
    id: null,
    lastName,
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

beforeAll(async () => {
  office = await openHttpOffice();
  ({ today } = await office.call('home.overview', {}));
  await office.call('settings.saveSchool', requisites);
  const young = await addStudent('Ёлкин', 'Антон', await addClass(2, 'А'));
  const elder = await addStudent('Ёлкин', 'Пётр', await addClass(8, 'Б'));
  const { id: guardianId } = await office.call('people.saveGuardian', {
    id: null,
    lastName: 'Берёзова',
    firstName: 'Мария',
    middleName: 'Игоревна',
    phone: null,
    email: null,
    address: null,
    link: { studentId: young, relation: 'mother' },
  });
  await office.call('people.linkGuardian', { studentId: elder, guardianId, relation: 'mother' });
});
afterAll(() => office.close());

const press = (name: string | RegExp) => office.page.getByRole('button', { name }).click();
const field = (name: string) => office.page.getByLabel(new RegExp(`^${name}(?: \\*)?$`, 'u'));
const rows = async () => (await office.call('credentials.list', {})).rows;
const stateOf = async (login: string) => (await rows()).find((row) => row.login === login)?.state;

test('without a password the screen says what to do first', async () => {
  const { page } = office;
  await office.goto('/credentials');
  await page.getByText('Логинов и паролей пока нет').waitFor();
  await office.checkAccess();
  await press('Задать пароль');
  await expect.poll(() => page.url()).toContain('/settings?tab=security');
  await office.call('lock.setPassword', { password, repeat: password });
});

test('a file is previewed, the doubtful row is answered, all rows come or none', async () => {
  const { page } = office;
  const text = [
    'young1 vesna2026 Ёлкин Антон Петрович 2А',
    'elder1 leto2026 Ёлкин Пётр Петрович 8Б',
    'nobody1 osen2026 Никтошин Никто Никтович 8Б',
  ].join('\r\n');
  await office.goto('/credentials?tab=import');
  const chooser = page.waitForEvent('filechooser');
  await press('Выбрать файл…');
  const buffer = Buffer.from(text, 'utf8');
  await (await chooser).setFiles([{ name: 'логины.txt', mimeType: 'text/plain', buffer }]);
  await page.getByRole('heading', { name: 'Что узнали в файле' }).waitFor();
  await office.checkAccess();
  await page.getByText('Новые (2)').click();
  await page.getByText('Логин: young1').waitFor();
  expect(await page.getByText('vesna2026').count()).toBe(0);
  await page.getByText(/^(?:Вопросы|Не приняты) \(1\)$/u).click();
  await page.getByText('Никтошин Никто Никтович').waitFor();
  const skip = page.getByLabel('Строки без ответа пропустить');
  if (await skip.isVisible()) await skip.check();
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  expect(new Set((await rows()).map(({ login }) => login))).toEqual(new Set(['elder1', 'young1']));
});

test('the mother’s are typed by hand and looked at with a mark in the history', async () => {
  const { page } = office;
  await office.goto('/credentials/new');
  await page.getByText('родитель', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Родитель' }).fill('Бер');
  await page.getByRole('option', { name: /Берёзова/u }).click();
  await field('Логин').fill('mother1');
  await field('Пароль').fill('zima2026');
  await office.checkAccess();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Берёзова Мария Игоревна' }).waitFor();
  await press('Показать');
  const dialog = page.getByRole('dialog', { name: 'Пароль на экране' });
  await dialog.getByText('zima2026').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('table', { name: 'История' }).getByText('пароль просмотрен').waitFor();
  expect(await page.getByText('zima2026').count()).toBe(0);
  await office.checkAccess();
});

test('cards are previewed and mark nothing', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=print');
  await page.getByText('Подходит 3 записи').waitFor();
  await office.checkAccess();
  const cards = page.getByRole('combobox', { name: 'Класс' }).first();
  await cards.fill('2А');
  await page.getByRole('option', { name: '2А' }).click();
  await page.getByText('Подходит 2 записи').waitFor();
  await press('Просмотр и печать карточек');
  await page.getByText('Страница 1 из 1').waitFor();
  const sheet = page.frameLocator('iframe');
  await sheet.getByText('РОДИТЕЛЬ').first().waitFor();
  await sheet.getByText('УЧЕНИК').first().waitFor();
  await sheet.getByText('vesna2026').waitFor();
  await page.keyboard.press('Escape');
  await press('Просмотр и печать ведомости');
  await page.getByText(/Страница 1 из/u).waitFor();
  await sheet.getByText('Подпись').first().waitFor();
  await page.keyboard.press('Escape');
  expect((await rows()).every(({ state }) => state === 'new')).toBe(true);
});

test('a print run that takes long shows itself and stops on demand', async () => {
  const { page } = office;
  await office.goto('/credentials?tab=print');
  await page.getByText('Подходит 3 записи').waitFor();
  // Even 1,600 cards are made before the dialog would show: the answer is held back.
  await page.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes('credentials.printCards') !== true)
      return route.continue();
    await page.getByText('Остановлено по вашей просьбе').waitFor();
    return route.abort();
  });
  await press('Просмотр и печать карточек');
  await page.getByRole('dialog', { name: 'Готовим карточки' }).waitFor();
  await press('Остановить');
  await page.getByText('Остановлено по вашей просьбе').waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(await page.locator('iframe').count()).toBe(0);
  expect((await rows()).every(({ state }) => state === 'new')).toBe(true);
});

test('the report counts by class, the chart has its table', async () => {
  const { page } = office;
  for (const { id, owner } of await rows()) {
    const given = { ids: [id], receivedBy: owner, receiverId: null, signed: true };
    if (owner === 'guardian') await office.call('credentials.issue', given);
  }
  const { rows: adults } = await office.call('people.listGuardians', { search: 'Берёзова' });
  const children = (await rows()).filter(({ owner }) => owner === 'student');
  await office.call('credentials.issue', {
    ids: children.map(({ id }) => id),
    receivedBy: 'guardian',
    receiverId: adults[0]?.id ?? 0,
    signed: true,
  });
  await office.goto('/credentials?tab=report');
  await page
    .getByRole('figure', { name: /Ученики/u })
    .getByText('1 из 1')
    .first()
    .waitFor();
  await page.getByRole('table', { name: 'Выдача по классам, числа' }).getByText('8Б').waitFor();
  await office.checkAccess();
});

test('a forgotten password is issued anew, a stolen one is revoked', async () => {
  const { page } = office;
  await office.goto('/credentials');
  await page.getByRole('row', { name: /Ёлкин Пётр/u }).dblclick();
  await press('Повторная выдача…');
  await field('Пароль').fill('novyj2026');
  await page.keyboard.press('Enter');
  await page.getByText('Новые данные записаны').waitFor();
  expect(await stateOf('elder1')).toBe('new');
  await press('Отозвать…');
  await field('Причина отзыва').fill('Пароль увидел посторонний');
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать…' }).click();
  await page.getByText('Данные для входа отозваны').waitFor();
  expect(await stateOf('elder1')).toBe('revoked');
  await page.getByText('Пароль увидел посторонний').waitFor();
});

test('the system, its site and the threshold are settings', async () => {
  const { page } = office;
  await office.goto('/settings?tab=diary');
  await page.getByText('другая', { exact: true }).click();
  await field('Название системы').fill('Сетевой город');
  await field('Адрес сайта').fill('https://дневник.рф');
  await office.checkAccess();
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await office.call('settings.get', {})).credentials)
    .toMatchObject({ systemName: 'Сетевой город', siteUrl: 'https://дневник.рф', personalFrom: 7 });
});
