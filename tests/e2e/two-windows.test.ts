import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { loadAnew } from '../support/http-office.ts';
import type { HttpSchool } from '../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../support/http-school.ts';

/** Two windows of one office: the second save shows both values and asks. */

let school: HttpSchool;
let other: Page;
beforeAll(async () => {
  school = await openHttpSchool();
  other = await school.office.page.context().newPage();
  await other.goto(school.office.origin);
}, 90_000);
afterAll(() => school.office.close(), 60_000);

const mine = () => school.office.page;
const both = async (address: string): Promise<void> => {
  for (const page of [mine(), other]) await loadAnew(page, `${school.office.origin}/#${address}`);
};
const question = () => mine().getByRole('dialog', { name: 'Запись изменили в другом окне' });
/** One row of the question: what is typed here and what stands. */
const row = async (field: string): Promise<readonly string[]> => {
  await question().waitFor();
  return question()
    .getByRole('row')
    .filter({ has: mine().getByRole('rowheader', { name: field }) })
    .getByRole('cell')
    .allInnerTexts();
};
const answer = async (name: string): Promise<void> => {
  await question().getByRole('button', { name }).click();
  await question().waitFor({ state: 'hidden' });
};
const save = (within: Page | Locator): Promise<void> =>
  within.getByRole('button', { name: 'Сохранить', exact: true }).first().click();

const endOfTerm = (page: Page) =>
  page.getByLabel('5 класс, период 1, окончание', { exact: true }).and(page.locator('input'));
const marksOf = (page: Page) => page.getByRole('grid', { name: 'Оценки: 8А, Алгебра' });
const wordingIn = (page: Page) => page.getByRole('textbox', { name: 'Текст заявления' });

const typeMark = async (page: Page, mark: string): Promise<void> => {
  await marksOf(page).focus();
  for (const key of ['Control+Home', mark, 'Enter']) await page.keyboard.press(key);
};

/** Opens the dialog of a record in both windows; the other one saves first. */
const edit = async (button: string, dialog: string) => {
  const forms: Locator[] = [];
  for (const page of [mine(), other]) {
    await page.getByRole('button', { name: button }).first().click();
    const form = page.getByRole('dialog', { name: dialog });
    await form.waitFor();
    forms.push(form);
  }
  const [here, there] = forms;
  if (!here || !there) throw new Error('two dialogs');
  return { here, there };
};

test('settings: mine, the base and what only the other side changed', async () => {
  await both('/settings');
  await other.getByLabel('Телефон', { exact: true }).first().fill('+7 000 111');
  await save(other);
  await other.getByText('Настройки сохранены').first().waitFor();
  await mine().getByLabel('Сайт').fill('school.example');
  await save(mine());
  expect(await row('Телефон')).toEqual(['пусто', '+7 000 111']);
  await answer('Вернуться к форме');
  expect(await mine().getByLabel('Сайт').inputValue()).toBe('school.example');
  await save(mine());
  await question().waitFor();
  await answer('Сохранить моё');
  await mine().getByText('Настройки сохранены').first().waitFor();
  expect((await school.office.call('settings.get', {})).school).toMatchObject({
    phone: '+7 000 111',
    site: 'school.example',
  });
}, 60_000);

test('a card of a student: the value of the base is taken', async () => {
  await both(`/students/${school.vera}`);
  const { here, there } = await edit('Изменить', 'Изменить сведения');
  await there.getByLabel('Адрес').fill('ул. Мира, 1');
  await save(there);
  await there.waitFor({ state: 'hidden' });
  await here.getByLabel('Адрес').fill('ул. Мира, 2');
  await save(here);
  expect(await row('Адрес')).toEqual(['ул. Мира, 2', 'ул. Мира, 1']);
  await answer('Взять из базы');
  expect(await here.getByLabel('Адрес').inputValue()).toBe('ул. Мира, 1');
  const { student } = await school.office.call('people.student', { id: school.vera });
  expect(student.address).toBe('ул. Мира, 1');
}, 60_000);

test('an appeal: my topic and the other day stand together', async () => {
  const { today, vera, mother, teacher } = school;
  const { id } = await school.office.call('appeals.register', {
    studentId: vera,
    guardianId: mother,
    date: today,
    subject: 'Алгебра',
    lessonTopic: 'Дроби',
    channel: 'visit',
    responsibleId: teacher,
  });
  const due = addDays(today, 7);
  await both(`/appeals/${id}`);
  const { here, there } = await edit('Изменить', 'Изменить обращение');
  await there.getByRole('textbox', { name: 'Ответить до' }).fill(russianDate(due));
  await there.getByLabel('Тема пропущенного урока').fill('Дроби и проценты');
  await save(there);
  await there.waitFor({ state: 'hidden' });
  await here.getByLabel('Тема пропущенного урока').fill('Проценты');
  await save(here);
  expect(await row('Тема пропущенного урока')).toEqual(['Проценты', 'Дроби и проценты']);
  expect((await row('Ответить до')).at(-1)).toBe(russianDate(due));
  await answer('Сохранить моё');
  await here.waitFor({ state: 'hidden' });
  const { appeal } = await school.office.call('appeals.card', { id });
  expect(appeal).toMatchObject({ lessonTopic: 'Проценты', dueOn: due });
}, 60_000);

test('a year of the calendar: the dates of a term', async () => {
  const startYear = Number(school.yearStart.slice(0, 4));
  await both(`/calendar?year=${startYear}`);
  await endOfTerm(other).fill(`21.10.${startYear}`);
  await save(other);
  await other.getByText('Учебный год сохранён').first().waitFor();
  await endOfTerm(mine()).fill(`22.10.${startYear}`);
  await save(mine());
  await question().waitFor();
  const shown = await question().getByRole('table').innerText();
  expect(shown).toContain(`21.10.${startYear}`);
  expect(shown).toContain(`22.10.${startYear}`);
  await answer('Сохранить моё');
  await mine().getByText('Учебный год сохранён').first().waitFor();
  const year = await school.office.call('calendar.get', { startYear });
  const fifth = year.parallels.find(({ parallel }) => parallel === 5);
  expect(fifth?.terms[0]?.endsOn).toBe(`${startYear}-10-22`);
}, 60_000);

test('a mark in its cell', async () => {
  const { today, vera } = school;
  const { call } = school.office;
  const { enrolments } = await call('people.student', { id: vera });
  const classId = enrolments[0]?.classId ?? 0;
  const lesson = { id: null, classId, subject: 'Алгебра', date: today };
  const { id: lessonId } = await call('marks.saveLesson', lesson);
  const place = { tab: 'class', classId: String(classId), subject: 'Алгебра', date: today };
  await both(`/marks?${new URLSearchParams(place).toString()}`);
  for (const page of [mine(), other]) await marksOf(page).waitFor();
  const standing = async () =>
    (await call('marks.history', { lessonId, studentId: vera })).marks
      .filter(({ endedAt }) => endedAt === null)
      .map(({ text }) => text);
  await typeMark(other, '4');
  await expect.poll(standing).toEqual(['4']);
  await typeMark(mine(), '5');
  expect(await row('Ёлкина Вера')).toEqual(['5', '4']);
  expect(await standing()).toEqual(['4']);
  await answer('Сохранить моё');
  await expect.poll(standing).toEqual(['5']);
}, 60_000);

test('the wording of a statement', async () => {
  await both('/settings?tab=statements');
  const original = await wordingIn(mine()).inputValue();
  const [theirs, own] = [`${original}\nДата ознакомления.`, `${original}\nПодпись родителя.`];
  await wordingIn(other).fill(theirs);
  await save(other);
  await other.getByText('Текст заявления сохранён').first().waitFor();
  await wordingIn(mine()).fill(own);
  await save(mine());
  expect(await row('Текст заявления')).toEqual([own, theirs]);
  await answer('Взять из базы');
  expect(await wordingIn(mine()).inputValue()).toBe(theirs);
}, 60_000);
