import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** Students, parents, teachers and classes as a secretary enters them, key by key. */

let office: HttpOffice;
const ids = { fifth: 0, sixth: 0 };

beforeAll(async () => {
  office = await openHttpOffice();
  await office.call('settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'СОШ № 7',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  const fifth = await office.call('people.saveClass', { id: null, parallel: 5, letter: 'А' });
  const sixth = await office.call('people.saveClass', { id: null, parallel: 5, letter: 'Б' });
  Object.assign(ids, { fifth: fifth.id, sixth: sixth.id });
}, 60_000);

afterAll(async () => office.close(), 60_000);

const field = (label: string) => office.page.getByRole('textbox', { name: label });
const press = (name: string | RegExp) => office.page.getByRole('button', { name }).click();
const choose = async (label: string, typed: string, option: RegExp): Promise<void> => {
  await office.page.getByRole('combobox', { name: label }).fill(typed);
  await office.page.getByRole('option', { name: option }).click();
};
const heading = (name: string) => office.page.getByRole('heading', { level: 1, name }).waitFor();

test('a student is entered, gets a parent, changes the class and leaves', async () => {
  const { page, call, goto } = office;
  await goto('/students');
  await press('Новый обучающийся');
  await field('Фамилия').fill('Ёлкина');
  await field('Имя').fill('Вера');
  await field('Отчество').fill('Ильинична');
  await field('Дата рождения').fill('29.02.2016');
  await choose('Зачислить в класс', '5А', /^5А/u);
  await page.keyboard.press('Control+s');
  await heading('Ёлкина Вера Ильинична');
  const { rows } = await call('people.listStudents', {});
  expect(rows).toMatchObject([
    { fullName: 'Ёлкина Вера Ильинична', birthDate: '2016-02-29', className: '5А' },
  ]);
  const { id } = rows[0] ?? { id: 0 };

  await press('Добавить родителя');
  await page.getByText('Новый', { exact: true }).click();
  await field('Фамилия').fill('Ёлкин');
  await field('Имя').fill('Илья');
  await field('Телефон').fill('+7 900 000-00-01');
  await press('Сохранить');
  await page.getByText('Проверьте отмеченные поля').waitFor();
  await page.getByRole('combobox', { name: 'Кем приходится' }).click();
  await page.getByRole('option', { name: 'отец' }).click();
  await press('Сохранить');
  await page.getByRole('link', { name: 'Ёлкин Илья' }).waitFor();
  const card = await call('people.student', { id });
  expect(card.guardians).toMatchObject([{ fullName: 'Ёлкин Илья', relation: 'father' }]);

  await press('Перевести');
  await choose('В какой класс', '5Б', /^5Б/u);
  await press('Перевести в другой класс');
  await page.getByRole('table', { name: 'Классы' }).getByRole('link', { name: '5Б' }).waitFor();
  expect((await call('people.student', { id })).enrolments.map((row) => row.className)).toEqual([
    '5Б',
    '5А',
  ]);
  await office.checkAccess();

  await press('Выбытие');
  await page.getByRole('radio', { name: 'Переведён в другую школу' }).check();
  await press('Оформить выбытие');
  const classes = page.getByRole('table', { name: 'Классы' });
  await classes.getByText('учится').waitFor({ state: 'detached' });
  const last = async () => (await call('people.student', { id })).enrolments[0]?.leaveReason;
  expect(await last()).toBe('transferred');
  await page.keyboard.press('Control+z');
  await classes.getByText('учится').waitFor();
  expect(await last()).toBeNull();
}, 120_000);

test('a namesake born on the same day is refused until a person confirms', async () => {
  const { page, call, goto } = office;
  await goto('/students/new');
  await field('Фамилия').fill('Елкина');
  await field('Имя').fill('Вера');
  await field('Отчество').fill('Ильинична');
  await field('Дата рождения').fill('29.02.2016');
  await press('Сохранить');
  await page.getByText('Похожий ученик уже есть').waitFor();
  expect((await call('people.listStudents', {})).total).toBe(1);
  await page.getByRole('checkbox', { name: /Это другой человек/u }).check();
  await press('Сохранить');
  await heading('Елкина Вера Ильинична');
  expect((await call('people.listStudents', {})).total).toBe(2);
}, 60_000);

test('a date that does not exist stays in its field with the reason', async () => {
  const { page, call, goto } = office;
  const before = (await call('people.listStudents', {})).total;
  await goto('/students/new');
  await field('Фамилия').fill('Иванов');
  await field('Имя').fill('Пётр');
  await field('Дата рождения').fill('29.02.2015');
  await press('Сохранить');
  await page.getByText('Проверьте отмеченные поля').waitFor();
  expect(await field('Дата рождения').getAttribute('aria-invalid')).toBe('true');
  expect((await call('people.listStudents', {})).total).toBe(before);
}, 60_000);

test('a teacher gets subjects with classes and becomes a class teacher', async () => {
  const { page, call, goto } = office;
  await goto('/teachers/new');
  await field('Фамилия').fill('Грачёва');
  await field('Имя').fill('Анна');
  await press('Добавить предмет');
  await page.getByRole('combobox', { name: 'Предмет' }).fill('Алгебра');
  await page.keyboard.press('Escape');
  await choose('Классы', '5', /5А/u);
  await choose('Классы', '5', /5Б/u);
  await choose('Классный руководитель в классах', '5А', /5А/u);
  await page.keyboard.press('Control+s');
  await heading('Грачёва Анна');
  const { rows } = await call('people.listTeachers', {});
  expect(rows).toMatchObject([
    { fullName: 'Грачёва Анна', subjects: ['Алгебра'], classNames: ['5А', '5Б'] },
  ]);
  expect(rows[0]?.classTeacherOf).toEqual(['5А']);
  await office.checkAccess();
}, 60_000);

test('a subject without classes is not lost but asked about', async () => {
  const { page, call, goto } = office;
  const { rows } = await call('people.listTeachers', {});
  await goto(`/teachers/${rows[0]?.id}`);
  await press('Изменить');
  await press('Добавить предмет');
  await page.getByRole('combobox', { name: 'Предмет' }).nth(1).fill('Геометрия');
  await press('Сохранить');
  await page.getByText('Проверьте отмеченные поля').waitFor();
  expect((await call('people.listTeachers', {})).rows[0]?.subjects).toEqual(['Алгебра']);
}, 60_000);

test('the list of a class opens for printing with a blank column', async () => {
  const { page, goto } = office;
  await goto('/classes');
  await page.getByRole('gridcell', { name: '5Б' }).click();
  await heading('5Б класс');
  await office.checkAccess();
  await press('Напечатать список');
  await press('Добавить пустой столбец');
  await page.getByRole('textbox', { name: 'Название пустого столбца 1' }).fill('Сдал');
  await press('Показать документ');
  const paper = async (): Promise<string> => {
    const frame = page.frames().find((one) => one.url().includes('/print/'));
    return (await frame?.locator('body').innerText()) ?? '';
  };
  await expect.poll(paper).toMatch(/Сдал[\s\S]*Ёлкина Вера Ильинична/u);
}, 60_000);

test('lists of people are clean for axe', async () => {
  for (const path of ['/students', '/guardians', '/teachers', '/students/new']) {
    await office.goto(path);
    await office.page.getByRole('heading', { level: 1 }).waitFor();
    await office.checkAccess();
  }
}, 120_000);
