import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../src-main/domain/dates.ts';
import { requisites } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** What the home screen shows of a school at work. */

let office: HttpOffice;
let today = '';
let student = 0;

/** Lessons on every weekday of the year, so that the test does not depend on the season. */
const fullYear = (startYear: number) => ({
  startYear,
  parallels: [7, 8].map((parallel) => ({
    parallel,
    weekDays: 5 as const,
    termKind: 'half-year' as const,
    terms: [{ startsOn: `${startYear}-09-01`, endsOn: `${startYear + 1}-08-31` }],
  })),
  holidays: [],
  movedDays: [],
});

const addStudent = async (lastName: string, birthDate: string, classId: number) => {
  const { id } = await office.call('people.saveStudent', {
    id: null,
    lastName,
    firstName: 'Илья',
    middleName: null,
    birthDate,
    sex: 'male',
    address: null,
    enrol: { classId, startsOn: addDays(today, -50) },
    namesake: true,
  });
  return id;
};

const addAbsence = (studentId: number, days: number) =>
  office.call('absences.save', {
    studentId,
    from: addDays(today, -days),
    to: null,
    reason: 'illness',
    excused: true,
  });

beforeAll(async () => {
  office = await openHttpOffice();
  ({ today } = await office.call('home.overview', {}));
  await office.call('settings.saveSchool', requisites);
  const year = Number(today.slice(0, 4));
  for (const startYear of [year - 1, year])
    await office.call('calendar.saveYear', fullYear(startYear));
  const { id: classId } = await office.call('people.saveClass', {
    id: null,
    parallel: 8,
    letter: 'А',
    programmeName: null,
  });
  student = await addStudent('Длиннов', '2012-02-29', classId);
  await addAbsence(student, 25);
  await addAbsence(await addStudent('Почтинедельный', '2012-05-01', classId), 12);
  await addStudent('Семёнов', '2012-05-02', classId);
  await addStudent('Семенов', '2012-05-02', classId);
  const { id: guardianId } = await office.call('people.saveGuardian', {
    id: null,
    lastName: 'Длиннова',
    firstName: 'Ольга',
    middleName: null,
    phone: null,
    email: null,
    address: null,
    link: { studentId: student, relation: 'mother' },
  });
  await office.call('appeals.register', {
    studentId: student,
    guardianId,
    subject: 'Алгебра',
    lessonTopic: 'Корни',
    channel: 'visit',
    date: addDays(today, -20),
    registeredOn: addDays(today, -20),
  });
  await office.goto('/');
});
afterAll(() => office.close());

const table = (name: string) => office.page.getByRole('table', { name });

test('overdue appeals stand first and open their card', async () => {
  const { page } = office;
  const late = table('Просроченные обращения');
  await late.getByText('Длиннов И., 8А').waitFor();
  await late.getByText('10 дней').waitFor();
  await page.getByText('В работе: 1').waitFor();
  await late.getByRole('link').click();
  await expect.poll(() => page.url()).toMatch(/\/appeals\/\d+$/u);
});

test('children past two weeks and close to them, duplicates and counts', async () => {
  const { page } = office;
  await office.goto('/');
  await table('Отсутствовали более двух недель').getByText('Длиннов Илья').waitFor();
  await table('Скоро две недели').getByText('Почтинедельный Илья').waitFor();
  expect(await table('Отсутствовали более двух недель').getByRole('link').count()).toBe(1);
  await page.getByText('1 группа похожих записей ждёт решения').waitFor();
  await page.getByRole('link', { name: '4 обучающихся' }).waitFor();
  await page
    .getByRole('link', { name: /Открыть обращение/u })
    .first()
    .hover();
  await office.checkAccess();
});

test('the last summary and whether the data have changed since', async () => {
  const { page } = office;
  await page.getByText('Справка ещё не зафиксирована').waitFor();
  await office.call('summary.finalise', { from: addDays(today, -40), to: today });
  await office.goto('/');
  await page.getByText('данные не менялись').waitFor();
  await office.call('appeals.register', {
    studentId: student,
    guardianId: (await office.call('people.listGuardians', {})).rows[0]?.id ?? 0,
    subject: 'Физика',
    lessonTopic: 'Сила',
    channel: 'phone',
    date: today,
  });
  await office.goto('/');
  await page.getByText('данные изменились').waitFor();
  await page.getByText('Изменились показатели: Обращения.').waitFor();
  await page.getByRole('link', { name: 'Посмотреть изменения' }).click();
  await page.getByRole('heading', { name: /версия 1/ }).waitFor();
});

test('everyday actions go by one key each', async () => {
  const { page } = office;
  for (const [key, address] of [
    ['F2', '/appeals/new'],
    ['F4', '/absences/new'],
    ['F8', '/import'],
    ['F9', '/summary'],
  ] as const) {
    await office.goto('/');
    await page.getByRole('button', { name: 'Новое обращение' }).waitFor();
    await page.keyboard.press(key);
    await expect.poll(() => page.url()).toContain(`#${address}`);
  }
});

test('an appeal is begun for a child who is away', async () => {
  const { page } = office;
  await office.goto('/');
  await page
    .getByRole('button', { name: 'Зарегистрировать обращение: Почтинедельный Илья' })
    .click();
  await expect.poll(() => page.url()).toMatch(/\/appeals\/new\?studentId=\d+/u);
});
