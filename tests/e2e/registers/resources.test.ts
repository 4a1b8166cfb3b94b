import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpSchool } from '../../support/http-school.ts';
import { openHttpSchool } from '../../support/http-school.ts';

/** Digital resources and the teachers' hours through the screens (domain.md §2). */

let school: HttpSchool;

beforeAll(async () => {
  school = await openHttpSchool();
}, 60_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const field = (name: string) => page().getByRole('textbox', { name });
const box = (name: string) => page().getByRole('combobox', { name });
const press = (name: string | RegExp) => page().getByRole('button', { name }).first().click();

test('a resource is entered, corrected, and deleted with undo', async () => {
  const { goto, call, checkAccess } = school.office;
  await goto('/resources');
  await page().getByText('Ресурсов пока нет').waitFor();
  await page().keyboard.press('F2');
  await box('Название').fill('Дроби: видеоурок');
  await field('Адрес на портале').fill('portal.example/1');
  await box('Предмет').fill('Математика');
  await field('Класс').fill('13');
  await box('Тема').fill('Дроби');
  await box('Тема').press('Control+s');
  await page().getByText('Класс от 1 до 12').waitFor();
  await field('Класс').fill('5');
  await field('Класс').press('Control+s');
  await page().getByRole('alert').waitFor();
  await field('Адрес на портале').fill('https://portal.example/1');
  await field('Адрес на портале').press('Enter');
  await page().getByRole('heading', { level: 1, name: 'Дроби: видеоурок' }).waitFor();
  await checkAccess();
  const { rows } = await call('resources.list', {});
  expect(rows).toMatchObject([
    { title: 'Дроби: видеоурок', parallel: 5, authorId: null, url: 'https://portal.example/1' },
  ]);

  await press('Изменить');
  await box('Автор').fill('бе');
  await page()
    .getByRole('option', { name: /Белова/u })
    .click();
  await press('Сохранить');
  await page().getByText('Белова Ольга Игоревна').first().waitFor();

  await press('Удалить');
  await press('Удалить ресурс');
  await page().getByRole('heading', { level: 1, name: 'Ресурсы (ЦОР)' }).waitFor();
  expect((await call('resources.list', {})).total).toBe(0);
  await page().getByRole('button', { name: 'Отменить' }).last().click();
  await page().getByRole('gridcell', { name: 'Дроби: видеоурок' }).waitFor();
  await checkAccess();
  expect((await call('resources.list', {})).rows[0]?.authorId).toBe(school.teacher);
}, 90_000);

test('hours are kept by quarters, tied to an appeal and summed per teacher', async () => {
  const { goto, call, checkAccess } = school.office;
  await call('appeals.register', {
    studentId: school.vera,
    guardianId: school.mother,
    subject: 'Алгебра',
    lessonTopic: 'Уравнения',
    channel: 'visit',
    date: school.today,
  });
  await goto('/hours');
  await page().getByText('Записей о работе пока нет').waitFor();
  await page().keyboard.press('F2');
  await box('Педагог').fill('бе');
  await page()
    .getByRole('option', { name: /Белова/u })
    .click();
  await field('Часы').fill('2 ч 45 мин');
  await box('Обращение').fill('Ёлкина');
  await page()
    .getByRole('option', { name: /№ 1 от/u })
    .click();
  await checkAccess();
  await press('Сохранить');
  await page().getByRole('gridcell', { name: '2 ч 45 мин' }).waitFor();
  await checkAccess();
  const { rows } = await call('resources.listWorkEntries', {});
  expect(rows).toMatchObject([
    { quarterHours: 11, teacherId: school.teacher, kind: 'preparation' },
  ]);
  expect(rows[0]?.appealTitle).toContain('№ 1');
  await call('resources.saveWorkEntry', {
    teacherId: school.teacher,
    workedOn: school.today,
    quarterHours: 5,
    kind: 'search',
  });
  await goto('/hours?tab=totals');
  await page().getByText('Итого 4 ч, 1 педагог').waitFor();
  await checkAccess();
}, 90_000);
