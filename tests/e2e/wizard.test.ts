import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** A new office sets itself up: the steps follow one another. */

let office: HttpOffice;
beforeAll(async () => {
  office = await openHttpOffice();
});
afterAll(() => office.close());

const step = (name: string) => office.page.locator('[aria-current="step"]', { hasText: name });

test('an empty office opens with the wizard, begun by Enter', async () => {
  const { page } = office;
  await step('Уровень').waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Начать' }).waitFor();
  await page.keyboard.press('Enter');
  await step('Реквизиты').waitFor();
});

test('requisites are checked in place and typed without a mouse', async () => {
  const { page } = office;
  await page.getByLabel('Полное наименование').waitFor();
  await page.keyboard.press('Control+s');
  await expect.poll(() => page.getByText('Заполните поле').count()).toBe(5);
  const name = page.getByLabel('Полное наименование');
  await expect
    .poll(() => name.evaluate((element) => element === element.ownerDocument.activeElement))
    .toBe(true);
  await office.checkAccess();
  await page.keyboard.insertText('Муниципальное общеобразовательное учреждение «Школа № 5»');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('МОУ «Школа № 5»');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('Заозёрный район');
  await page.keyboard.press('Tab');
  await page.getByText(/Код сообщает орган управления образованием/u).waitFor();
  const director = page.getByLabel('Фамилия, имя, отчество руководителя');
  await director.fill('директор');
  await page.keyboard.press('Enter');
  await page.getByText('Проверьте отмеченные поля').waitFor();
  await page.getByLabel(/^Код организации/u).fill('0007');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Всё написано строчными буквами/u)
    .first()
    .waitFor();
  await director.fill('Незнамова М. П.');
  await page
    .getByText(/Инициалы не склоняются/u)
    .first()
    .waitFor();
  await office.checkAccess();
  await director.fill('Незнамова Мария Петровна');
  await page.keyboard.press('Enter');
  await step('Учебный год').waitFor();
  const { school } = await office.call('settings.get', {});
  expect(school).toMatchObject({
    level: 'school',
    shortName: 'МОУ «Школа № 5»',
    municipality: 'Заозёрный район',
    directorPosition: 'Директор',
    executorName: null,
  });
});

test('the school year is stored as it is shown', async () => {
  const { page } = office;
  await page.getByRole('combobox', { name: '11 класс: Учебная неделя' }).click();
  await page.getByRole('option', { name: '6 дней' }).click();
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click();
  await step('Люди').waitFor();
  const { years } = await office.call('calendar.years', {});
  expect(years).toMatchObject([{ current: true }]);
  const year = await office.call('calendar.get', {});
  expect(year.parallels.at(-1)).toMatchObject({ parallel: 11, weekDays: 6 });
  await office.checkAccess();
});

test('left for later, it is reminded of and goes on where it was', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Продолжить позже' }).click();
  await page.getByText('Настройка не закончена').waitFor();
  await page.getByText('списки обучающихся, родителей и педагогов').waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Продолжить настройку' }).click();
  await step('Люди').waitFor();
  // The next start of the program.
  await office.goto('/');
  await page.reload();
  await step('Люди').waitFor();
});

test('a step that is done may be visited again', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Реквизиты' }).click();
  expect(await page.getByLabel('Сокращённое наименование').inputValue()).toBe('МОУ «Школа № 5»');
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click();
  await step('Учебный год').waitFor();
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click();
  await step('Люди').waitFor();
});

test('lists and password may wait; what a lost password means is said beforehand', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Пропустить шаг' }).click();
  await step('Пароль').waitFor();
  await page.getByText('Потеряны и пароль, и код').waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Задать позже' }).click();
  await step('Готово').waitFor();
  expect((await office.call('lock.state', {})).state).toBe('not-set');
});

test('with people in the base the wizard ends and does not come back', async () => {
  const { page } = office;
  const { today } = await office.call('home.overview', {});
  const { id: classId } = await office.call('people.saveClass', {
    id: null,
    parallel: 3,
    letter: 'Б',
    programmeName: null,
  });
  await office.call('people.saveStudent', {
    id: null,
    lastName: 'Первый',
    firstName: 'Олег',
    middleName: null,
    birthDate: '2016-02-29',
    sex: 'male',
    address: null,
    enrol: { classId, startsOn: today },
  });
  await office.goto('/start');
  await step('Готово').waitFor();
  await page.getByText('Можно работать').waitFor();
  await page.getByText('1 обучающийся').waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'На главную' }).click();
  await page.getByRole('heading', { name: 'Главная' }).waitFor();
  await office.goto('/');
  await page.getByRole('heading', { name: 'Просроченные обращения' }).waitFor();
  expect(await page.getByText('Настройка не закончена').count()).toBe(0);
});
