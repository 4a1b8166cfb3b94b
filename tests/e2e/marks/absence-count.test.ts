import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolYearTitle } from '../../../src-main/domain/calendar.ts';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../../support/http-school.ts';

/** The same absences on every screen, codes not understood beside them; marks of a day off. */

let school: HttpSchool;
let monday = '';
let classId = 0;

const lastYear = (): number => Number(school.yearStart.slice(0, 4)) - 1;

beforeAll(async () => {
  school = await openHttpSchool();
  school.office.page.setDefaultTimeout(20_000);
  monday = mondayOf(`${lastYear()}-10-10`);
  const { call } = school.office;
  const filters = { onDate: `${lastYear()}-09-01` };
  classId = (await call('people.listClasses', { filters })).rows[0]?.id ?? 0;
  for (const [days, text] of [
    [0, 'Н'],
    [1, 'Б'],
    [2, 'Щ 5'],
    // Sunday.
    [6, '2'],
  ] as const) {
    const lesson = { id: null, classId, subject: 'Алгебра', date: addDays(monday, days) };
    const { id: lessonId } = await call('marks.saveLesson', lesson);
    await call('marks.saveCells', { cells: [{ lessonId, studentId: school.vera, text }] });
  }
}, 60_000);
afterAll(() => school.office.close());

const page = () => school.office.page;
const words = '2 урока: по болезни 1, причина не указана 1; не распознано: «Щ» — 1';

const choose = async (label: string, option: string): Promise<void> => {
  await page().getByRole('combobox', { name: label, exact: true }).click();
  await page().getByRole('option', { name: option, exact: true }).click();
};

test('the card names what was missed, why, and what was not understood', async () => {
  await school.office.goto(`/students/${school.vera}?tab=marks`);
  await choose('Учебный год', schoolYearTitle(lastYear()));
  await choose('Период', '1 четверть');
  const marks = page().getByRole('table', { name: 'Оценки по предметам' });
  await marks.getByRole('row', { name: /Алгебра.*5,00/u }).waitFor();
  await page().getByText(`Пропущено всего: ${words}.`).waitFor();
  const dayOff = marks.getByTitle(
    `${russianDate(addDays(monday, 6))} — нерабочий день по календарю: в средний балл не входит`,
  );
  expect(await dayOff.innerText()).toBe('2');
  await school.office.checkAccess();
});

test('the grid calls the day off by its name and leaves it out of the average', async () => {
  const lesson = { classId: String(classId), subject: 'Алгебра', date: monday };
  await school.office.goto(`/marks?${new URLSearchParams({ tab: 'class', ...lesson })}`);
  await page().getByText('вых.', { exact: true }).waitFor();
  await page()
    .getByRole('row', { name: /Ёлкина Вера.*5,00/u })
    .waitFor();
  await school.office.checkAccess();
});

test('control says the same', async () => {
  await school.office.goto('/control');
  await choose('Учебный год', schoolYearTitle(lastYear()));
  await choose('Период', '1 четверть');
  await page().getByText(`Пропущено учениками: ${words}.`).waitFor();
  await school.office.checkAccess();
});

test('an absence being typed shows what the journal tells of its days', async () => {
  await school.office.goto(`/absences/new?studentId=${school.vera}`);
  await page().getByRole('textbox', { name: 'Первый день' }).fill(russianDate(monday));
  await page()
    .getByRole('textbox', { name: 'Последний день' })
    .fill(russianDate(addDays(monday, 6)));
  await page().getByText(`По журналу пропущено: ${words}.`).waitFor();
  await school.office.checkAccess();
});

const meaning = (code: string) =>
  page().getByRole('combobox', { name: `Значение кода ${code}`, exact: true });

test('the table of codes tells «Н» from an absence without a valid excuse', async () => {
  await school.office.goto('/marks?tab=codes');
  await expect.poll(() => meaning('1').inputValue()).toBe('Отсутствие, причина не указана');
  await expect.poll(() => meaning('2').inputValue()).toBe('Отсутствие без уважительной причины');
});
