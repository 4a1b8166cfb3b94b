import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAnew } from '../support/http-office.ts';
import type { HttpSchool } from '../support/http-school.ts';
import { addDays, openHttpSchool } from '../support/http-school.ts';

/** Ctrl+Z and Ctrl+Y: what they take back, what they ask, and in which order. */

let school: HttpSchool;
beforeAll(async () => {
  school = await openHttpSchool();
}, 120_000);
afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const press = (keys: string) => page().keyboard.press(keys);
const dialog = (name: string | RegExp) => page().getByRole('dialog', { name });
const absences = async () =>
  (await school.office.call('absences.list', {})).rows.map(({ studentId }) => studentId);
const toList = () => page().getByRole('grid').focus();

const absenceOf = (studentId: number, days: number) =>
  school.office.call('absences.save', {
    studentId,
    from: addDays(school.today, -days),
    to: addDays(school.today, -days),
    reason: 'family',
    excused: false,
  });

const removeFirst = async (): Promise<void> => {
  await toList();
  await press('Delete');
  await page().getByRole('button', { name: 'Удалить пропуск' }).click();
};

test('two small steps of this screen go back and forth in order, each named', async () => {
  await absenceOf(school.petr, 2);
  await absenceOf(school.vera, 5);
  const both = await absences();
  await school.office.goto('/absences');
  await page().getByRole('gridcell', { name: 'Жилин Пётр', exact: true }).waitFor();
  await removeFirst();
  await expect.poll(absences).toHaveLength(1);
  const [left] = await absences();
  await removeFirst();
  await expect.poll(absences).toEqual([]);
  await press('Control+z');
  await expect.poll(absences).toEqual([left]);
  await page()
    .getByText(/Отменено: удаление пропуска — (?:Жилин|Ёлкина)/u)
    .first()
    .waitFor();
  await press('Control+z');
  await expect.poll(absences).toEqual(both);
  await press('Control+z');
  await page().getByText('Отменять нечего').waitFor();
  await press('Control+y');
  await expect.poll(absences).toEqual([left]);
  await page()
    .getByText(/Возвращено: удаление пропуска/u)
    .first()
    .waitFor();
  await press('Control+Shift+z');
  await expect.poll(absences).toEqual([]);
  await press('Control+y');
  await page().getByText('Возвращать нечего').waitFor();
  await press('Control+z');
  await expect.poll(absences).toEqual([left]);
  // In a text box the keys are the text's.
  const search = page().getByRole('searchbox', { name: 'Поиск по списку' });
  await search.fill('а');
  await press('Control+z');
  await search.fill('');
  expect(await absences()).toEqual([left]);
}, 120_000);

test('on another screen it asks, with the safe answer in focus, and a dialog comes first', async () => {
  const before = await absences();
  await page().getByRole('link', { name: 'Педагоги' }).click();
  await page().getByRole('heading', { name: 'Педагоги' }).waitFor();
  await press('Control+y');
  const question = dialog(/Вернуть удаление пропуска: (?:Жилин|Ёлкина)/u);
  await question.getByText(/Сделано на экране «Пропуски/u).waitFor();
  await school.office.checkAccess();
  await press('Control+z');
  await page()
    .getByText(/^Сначала закройте открытую форму/u)
    .waitFor();
  await press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(await absences()).toEqual(before);
  await press('Control+y');
  await question.getByRole('button', { name: 'Вернуть действие' }).click();
  await question.waitFor({ state: 'detached' });
  await expect.poll(absences).toHaveLength(before.length - 1);
}, 60_000);

const pupils = 635;

test('an import of the whole contingent is named and counted before it is taken back, and comes back', async () => {
  const { office } = school;
  const letters = 'абвгдежзиклмнопрстуфхцчшщэюя'.split('');
  const rows = letters
    .flatMap((one) => letters.map((two) => `Сосновская${one}${two}`))
    .slice(0, pupils)
    .map((name, n) => `9Б;${name};Мария;Петровна;0${(n % 9) + 1}.02.2011;Ж`);
  const students = async () => (await office.call('people.listStudents', {})).total;
  const before = await students();
  await office.goto('/import');
  const chooser = page().waitForEvent('filechooser');
  await page().getByRole('button', { name: 'Выбрать файлы…' }).click();
  const text = ['Класс;Фамилия;Имя;Отчество;Дата рождения;Пол', ...rows].join('\r\n');
  await (
    await chooser
  ).setFiles([{ name: 'девятые.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  await page().getByRole('button', { name: 'Применить' }).click();
  await expect.poll(students).toBe(before + pupils);
  await page().getByRole('button', { name: 'Отменить импорт' }).waitFor();
  await press('Control+z');
  const question = dialog(/Отменить импорт из файла: 635 обучающихся/u);
  await question.getByText('девятые.csv').waitFor();
  await press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(await students()).toBe(before + pupils);
  await press('Control+z');
  await question.getByRole('button', { name: 'Отменить действие' }).click();
  await expect.poll(students).toBe(before);
  await page()
    .getByText(/Отменено: импорт из файла — 635 обучающихся/u)
    .waitFor();
  await press('Control+y');
  await dialog(/Вернуть импорт из файла: 635 обучающихся/u)
    .getByRole('button', { name: 'Вернуть действие' })
    .click();
  await expect.poll(students).toBe(before + pupils);
}, 120_000);

test('what stands in the way is named, and the step falls out', async () => {
  const { office } = school;
  const { rows } = await office.call('people.listStudents', { search: 'Сосновскаяаа' });
  await absenceOf(rows[0]?.id ?? 0, 3);
  await page()
    .getByText(/Возвращено: импорт/u)
    .waitFor();
  await press('Control+z');
  await page()
    .getByText(/Ссылаются: 1 пропуск/u)
    .waitFor();
  expect(await absences()).toContain(rows[0]?.id);
  await press('Control+z');
  expect((await office.call('people.listStudents', { search: 'Сосновскаяаа' })).total).toBe(1);
}, 60_000);

test('behind the lock no key takes anything back; after it the steps are still there', async () => {
  const { call, goto } = school.office;
  const password = 'Сирень у крыльца 7';
  const before = await absences();
  await call('lock.setPassword', { password, repeat: password });
  await page().reload();
  await goto('/absences');
  await removeFirst();
  await expect.poll(absences).toEqual([]);
  await press('Control+KeyL');
  await page().getByRole('heading', { name: 'Программа заблокирована' }).waitFor();
  await press('Control+z');
  await page()
    .getByLabel(/^Пароль(?: \*)?$/u)
    .fill(password);
  await press('Enter');
  await page().getByText('Пропусков пока нет').waitFor();
  expect(await absences()).toEqual([]);
  await press('Control+z');
  await expect.poll(absences).toEqual(before);
}, 60_000);

/** Holds the answers of removals back. */
const late = async (route: Route): Promise<void> => {
  if (route.request().postData()?.includes('absences.delete') !== true) {
    await route.continue();
    return;
  }
  const response = await route.fetch();
  await new Promise((resolve) => {
    setTimeout(resolve, 1500);
  });
  await route.fulfill({ response });
};

test('a key pressed before the answer came speaks of the step that waits for it', async () => {
  for (const { id } of (await school.office.call('absences.list', {})).rows)
    await school.office.call('absences.delete', { id });
  await absenceOf(school.petr, 12);
  await absenceOf(school.vera, 15);
  await school.office.goto('/absences');
  await loadAnew(page(), page().url());
  await page().getByRole('gridcell', { name: 'Жилин Пётр', exact: true }).waitFor();
  const both = await absences();
  await removeFirst();
  await expect.poll(absences).toHaveLength(1);
  await page()
    .getByText(/Удалено|удал[её]н/iu)
    .first()
    .waitFor();
  const kept = await absences();
  await page().route('**/api/call', late);
  await removeFirst();
  await expect.poll(absences).toEqual([]);
  await press('Control+z');
  await expect.poll(absences).toEqual(kept);
  await page().unroute('**/api/call', late);
  await press('Control+z');
  await expect.poll(absences).toEqual(both);
}, 90_000);
