import { afterAll, beforeAll, expect, test } from 'vitest';
import { requisites } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** The password, the lock and the recovery code as the person at the desk meets them. */

const first = 'Сирень у крыльца 7';
const second = 'Каштан во дворе 12';
const third = 'Рябина за окном 3';

let office: HttpOffice;
let code = '';

beforeAll(async () => {
  office = await openHttpOffice();
  await office.call('settings.saveSchool', requisites);
});
afterAll(() => office.close());

const lockScreen = () => office.page.getByRole('heading', { name: 'Программа заблокирована' });
/** A required field has a star after its name. */
const field = (name: string) => office.page.getByLabel(new RegExp(`^${name}(?: \\*)?$`, 'u'));
const markup = () => office.page.evaluate(() => document.documentElement.outerHTML);

const unlock = async (password: string): Promise<void> => {
  await field('Пароль').fill(password);
  await office.page.keyboard.press('Enter');
};

const keepCode = async (): Promise<string> => {
  const { page } = office;
  const dialog = page.getByRole('dialog', { name: 'Код восстановления' });
  await dialog.waitFor();
  const groups = await dialog.getByRole('listitem').allInnerTexts();
  expect(groups.join('-')).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}$/u);
  await dialog.getByLabel('Последняя группа кода').fill('ХХХХХ');
  await page.keyboard.press('Enter');
  await dialog.getByText('Это не последняя группа кода').waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Последняя группа кода').fill((groups[5] ?? '').toLowerCase());
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect((await office.call('lock.state', {})).recoveryKept).toBe(true);
  return groups.join('-');
};

test('the first password: the consequences beforehand, the code once', async () => {
  const { page } = office;
  await office.goto('/settings?tab=security');
  await page.getByText('Потеряны и пароль, и код').waitFor();
  await office.checkAccess();
  await field('Пароль').fill('коротко');
  await field('Пароль ещё раз').fill('коротко');
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await page.getByText('Не короче 8 знаков', { exact: true }).waitFor();
  await field('Пароль').fill(first);
  await field('Пароль ещё раз').fill(second);
  await page.keyboard.press('Enter');
  await page.getByText('Пароли не совпадают').first().waitFor();
  await field('Пароль ещё раз').fill(first);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Код восстановления' });
  await dialog.waitFor();
  // The form goes away with a transition.
  await expect.poll(markup).not.toContain(first);
  await office.checkAccess();
  await dialog.getByRole('button', { name: 'Напечатать лист' }).click();
  const sheet = page.frameLocator('iframe').getByText('Для чего он нужен');
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  code = await keepCode();
  await page.getByText('лист сохранён').waitFor();
  expect(await markup()).not.toContain(code.slice(0, 11));
  await office.checkAccess();
});

test('Ctrl+L hides everything and the right password brings it back', async () => {
  const { page } = office;
  await office.goto('/settings?tab=school');
  await field('Код организации').fill('не сохранено');
  await page.keyboard.press('Control+KeyL');
  await lockScreen().waitFor();
  expect((await office.call('lock.state', {})).state).toBe('locked');
  expect(await page.getByText(requisites.shortName).first().isVisible()).toBe(false);
  expect(await page.locator('body').ariaSnapshot()).not.toContain(requisites.shortName);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(requisites.shortName);
  await office.checkAccess();

  // Keys of the screens behind do nothing.
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Control+KeyS');
  await page.keyboard.press('F1');
  await unlock(first);
  await lockScreen().waitFor({ state: 'hidden' });
  expect(page.url()).toContain('/settings?tab=school');
  expect(await field('Код организации').inputValue()).toBe('не сохранено');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect((await office.call('settings.get', {})).school?.code).toBe(requisites.code);
  expect(await markup()).not.toContain(first);
});

test('a wrong password is refused, waited for and leaves no trace on the page', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Заблокировать', exact: true }).click();
  await lockScreen().waitFor();
  await unlock('мимо и снова мимо');
  await page.getByRole('alert').getByText('Пароль неверный').waitFor();
  expect(await markup()).not.toContain('мимо и снова мимо');
  expect(await field('Пароль').inputValue()).toBe('');
  await page.getByRole('button', { name: /^Подождите/ }).waitFor();
  await page.getByRole('button', { name: 'Открыть' }).waitFor();
  await unlock(first);
  await lockScreen().waitFor({ state: 'hidden' });
});

test('any refusal because of the lock brings the lock screen by itself', async () => {
  const { page } = office;
  await office.call('lock.lock', {});
  await page.getByRole('tab', { name: 'Безопасность' }).click();
  await lockScreen().waitFor();
  await unlock(first);
  await lockScreen().waitFor({ state: 'hidden' });
});

test('a lock that comes without the user shows by itself', async () => {
  const { page } = office;
  await office.call('lock.lock', {});
  await lockScreen().waitFor({ timeout: 10_000 });
  expect(await page.getByRole('tab').count()).toBe(0);
  await unlock(first);
  await lockScreen().waitFor({ state: 'hidden' });
});

test('a locked program starts with the lock screen', async () => {
  const { page } = office;
  await office.call('lock.lock', {});
  await office.goto('/students');
  await lockScreen().waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await unlock(first);
  await page.getByRole('heading', { name: 'Обучающиеся' }).waitFor();
});

test('the password is changed, the idle time is set', async () => {
  const { page } = office;
  await office.goto('/settings?tab=security');
  await page.getByRole('button', { name: 'Сменить пароль…' }).click();
  await field('Нынешний пароль').fill(first);
  await field('Новый пароль').fill(second);
  await field('Новый пароль ещё раз').fill(second);
  await page.keyboard.press('Enter');
  await page.getByText('Пароль изменён').waitFor();
  const minutes = page.getByLabel('Блокировать при бездействии через');
  await minutes.fill('3');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await office.call('lock.state', {})).idleMinutes).toBe(3);
});

test('the printed code opens the program instead of a forgotten password', async () => {
  const { page } = office;
  await page.keyboard.press('Control+KeyL');
  await lockScreen().waitFor();
  await page.getByRole('button', { name: 'Забыли пароль?' }).click();
  await office.checkAccess();
  await field('Код восстановления').fill(code.toLowerCase());
  await field('Новый пароль').fill(third);
  await field('Новый пароль ещё раз').fill(third);
  await page.keyboard.press('Enter');
  const next = await keepCode();
  expect(next).not.toBe(code);
  await page.keyboard.press('Control+KeyL');
  await unlock(third);
  await lockScreen().waitFor({ state: 'hidden' });
});
