import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressFor } from '../support/http-office.ts';
import type { HttpSchool } from '../support/http-school.ts';
import { openHttpSchool, russianDate } from '../support/http-school.ts';

/**
 * The printed journal through the screens, on the school year before this one: all of its terms
 * are over whatever the day. The steps follow one another.
 */

let school: HttpSchool;
let startYear: number;
let seventh: number;
const folder = mkdtempSync(join(tmpdir(), 'school-office-journals-'));

const lesson = async (subject: string, day: string, topic: string | null): Promise<number> =>
  (
    await school.office.call('marks.saveLesson', {
      id: null,
      classId: seventh,
      subject,
      date: `${startYear}-${day}`,
      topic,
      homework: '§ 12',
      teacherId: school.teacher,
    })
  ).id;

beforeAll(async () => {
  school = await openHttpSchool();
  const { office } = school;
  office.page.setDefaultTimeout(15_000);
  startYear = Number(school.yearStart.slice(0, 4)) - 1;
  const onDate = `${startYear}-09-01`;
  await office.call('people.saveClass', { id: null, parallel: 9, letter: 'Б', onDate });
  await office.call('people.saveClass', { id: null, parallel: 10, letter: 'А', onDate });
  const { rows } = await office.call('people.listClasses', { filters: { onDate } });
  seventh = rows.find(({ className }) => className === '7А')?.id ?? 0;
  const algebra = await lesson('Алгебра', '09-10', 'Линейные уравнения');
  await lesson('Физика', '09-11', null);
  await office.call('marks.saveCells', {
    cells: [{ lessonId: algebra, studentId: school.vera, text: '5' }],
  });
});
afterAll(async () => {
  await school.office.close();
  rmSync(folder, { recursive: true, force: true });
});

const cell = (name: string | RegExp) => school.office.page.getByRole('button', { name });
/** The form of certification stands over the journal's own dialog. */
const dialog = () => school.office.page.getByRole('dialog').first();
const printsOf = async () => (await school.office.call('journal.listPrints', {})).rows;

test('the home screen tells in red what is not certified and leads to the register', async () => {
  const { office } = school;
  const { page } = office;
  await office.goto('/');
  await page.getByText('не заверено: ', { exact: false }).waitFor();
  await page
    .getByRole('link', { name: `I четверть ${startYear}/${startYear + 1}`, exact: true })
    .click();
  await cell('7А, I четверть: Не напечатан').waitFor();
  await cell('10А, I полугодие: Не напечатан').waitFor();
  await office.checkAccess();
});

test('arrows walk over the register and Enter opens a journal', async () => {
  const { office } = school;
  const { page } = office;
  await cell('7А, I четверть: Не напечатан').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await dialog().getByText('7А: I четверть').waitFor();
  await dialog().getByText('Этот журнал ещё не печатали.').waitFor();
  await office.checkAccess();
});

test('gaps are listed before printing and lead to the lessons', async () => {
  const { office } = school;
  const { page } = office;
  await dialog().getByRole('button', { name: 'Напечатать', exact: true }).click();
  await dialog().getByText('1 предмет без тем', { exact: false }).waitFor();
  await office.checkAccess();
  await dialog().getByRole('link', { name: 'нет темы: 1 урок из 1' }).click();
  await expect.poll(() => page.url()).toContain('/marks?tab=lessons');
  await page.getByText('Физика').first().waitFor();
});

test('a class is printed: preview, sheets, the register', async () => {
  const { office } = school;
  const { page } = office;
  await office.goto(`/journal?year=${startYear}`);
  await cell('7А, I четверть: Не напечатан').click();
  await dialog().getByRole('button', { name: 'Напечатать', exact: true }).click();
  await dialog().getByRole('button', { name: 'Напечатать журнал', exact: true }).click();
  await page.getByText(/^Страница 1 из \d+$/u).waitFor();
  const paper = page.frameLocator('iframe').last().locator('body');
  await expect.poll(() => paper.textContent()).toContain('Общие сведения об обучающихся');
  expect(await paper.textContent()).toContain('Сводная ведомость учёта посещаемости');
  // Nothing is printed yet.
  expect(await printsOf()).toEqual([]);
  const shown = await page.getByText(/^Страница 1 из \d+$/u).textContent();
  const pages = Number(shown?.split(' ').at(-1));
  await page.keyboard.press('PageDown');
  await page.getByText(`Страница 2 из ${pages}`).waitFor();
  const asked = page.getByRole('dialog', { name: 'Распечаталось?' });
  await pressFor(page, 'Control+p', asked.getByText('В реестр будет внесено: 1 журнал'));
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  expect(await printsOf()).toEqual([]);
  await page.getByText('Ничего не записано').first().waitFor();
  await pressFor(page, 'Control+p', asked);
  await page.keyboard.press('Enter');
  await cell('7А, I четверть: Напечатан, не заверен').waitFor();
  const [print] = await printsOf();
  expect(print).toMatchObject({ className: '7А', title: 'I четверть', certifiedOn: null, pages });
  expect(print?.leaves).toBe(pages / 2);
});

test('the paper is certified; a day to come and gaps without the director’s word are refused', async () => {
  const { office } = school;
  const { page } = office;
  await cell('7А, I четверть: Напечатан, не заверен').click();
  await dialog().getByRole('button', { name: 'Заверить журнал', exact: false }).click();
  const day = page.getByLabel('Дата заверения');
  await day.fill('01.01.2099');
  await page.getByRole('button', { name: 'Отметить' }).click();
  await page.getByText('Этот день ещё не наступил.').first().waitFor();
  await office.checkAccess();
  await day.fill(russianDate(school.today));
  await page.getByLabel('Кто заверил').fill('Директор Соколова М. К.');
  await page.getByText('Физика: нет темы: 1 урок из 1').waitFor();
  await page.getByRole('button', { name: 'Отметить' }).click();
  await page.getByText('В напечатанном журнале недостаёт: ', { exact: false }).first().waitFor();
  await office.checkAccess();
  await page.getByLabel('Кто разрешил заверить').fill('Директор Соколова М. К.');
  await page.getByLabel('Причина').fill('Учитель физики болел');
  await page.getByRole('button', { name: 'Отметить' }).click();
  await dialog()
    .getByText(`${russianDate(school.today)}, Директор Соколова М. К.`)
    .waitFor();
  await dialog().getByText('Причина: Учитель физики болел', { exact: false }).waitFor();
  const [print] = await printsOf();
  expect(print).toMatchObject({
    certifiedOn: school.today,
    certifiedBy: 'Директор Соколова М. К.',
    allowedReason: 'Учитель физики болел',
  });
  await page.keyboard.press('Escape');
  await cell('7А, I четверть: Заверен').waitFor();
});

test('the whole school goes into a folder, a Word file for each class', async () => {
  const { office } = school;
  const { page } = office;
  await page.getByRole('button', { name: 'Напечатать журналы' }).click();
  await dialog().getByLabel('Период').click();
  await page.getByRole('option', { name: 'Учебный год' }).click();
  await dialog().getByText('Сохранить файлы Word в папку').click();
  const target = join(folder, 'за год');
  mkdirSync(target);
  await dialog().getByLabel('Папка').fill(target);
  await dialog().getByRole('button', { name: 'Напечатать журналы (3)' }).click();
  // The files are there before the question, the register after it.
  const asked = page.getByRole('dialog', { name: 'Распечаталось?' });
  await asked.waitFor();
  expect(readdirSync(target)).toHaveLength(3);
  expect(await printsOf()).toHaveLength(1);
  await page.keyboard.press('Enter');
  await asked.waitFor({ state: 'detached' });
  await dialog().getByText('Файлы записаны:').waitFor();
  const years = `${startYear}-${startYear + 1}`;
  expect(readdirSync(target).toSorted()).toEqual([
    `Классный журнал 10А за ${years} учебный год.docx`,
    `Классный журнал 7А за ${years} учебный год.docx`,
    `Классный журнал 9Б за ${years} учебный год.docx`,
  ]);
  await office.checkAccess();
  await page.keyboard.press('Escape');
  await cell('10А, Учебный год: Напечатан, не заверен').waitFor();
});

test('the history shows every print of the year', async () => {
  const { office } = school;
  const { page } = office;
  await page.getByRole('tab', { name: 'История печати' }).click();
  await page.getByText('4 записи').waitFor();
  await office.checkAccess();
});

test('a year without classes says what to do', async () => {
  const { office } = school;
  await office.goto('/journal?year=2010');
  await office.page.getByText('В этом учебном году нет классов').waitFor();
  await office.checkAccess();
});

test('a pupil taught at home has a journal of his own in the register, printed by itself', async () => {
  const { office } = school;
  const { page } = office;
  const inQuarter = await lesson('Алгебра', '09-24', 'Степени');
  await office.call('marks.saveCells', {
    cells: [{ lessonId: inQuarter, studentId: school.vera, text: '4/4' }],
  });
  await office.call('people.saveStudyPeriod', {
    id: null,
    studentId: school.vera,
    form: 'full-time',
    place: 'home',
    startsOn: `${startYear}-09-21`,
    endsOn: `${startYear}-09-30`,
  });
  await office.goto(`/journal?year=${startYear}`);
  await page.getByText('Журналы обучения на дому').waitFor();
  await office.checkAccess();
  await cell(/на дому, I четверть: Не напечатан/u).click();
  await dialog().getByText('Этот журнал ещё не печатали.').waitFor();
  await dialog().getByRole('button', { name: 'Напечатать', exact: true }).click();
  await dialog().getByText('Всё внесено: 1 предмет, 1 урок').waitFor();
  await office.checkAccess();
  await dialog().getByRole('button', { name: 'Напечатать журнал', exact: true }).click();
  const sheet = page.frameLocator('iframe').last().locator('body');
  await expect.poll(() => sheet.textContent()).toContain('ЖУРНАЛ ОБУЧЕНИЯ НА ДОМУ');
  const asked = page.getByRole('dialog', { name: 'Распечаталось?' });
  await pressFor(page, 'Control+p', asked.getByText('В реестр будет внесено: 1 журнал'));
  await page.keyboard.press('Enter');
  await cell(/на дому, I четверть: Напечатан, не заверен/u).waitFor();
  const { rows } = await office.call('journal.listPrints', { filters: { own: true } });
  expect(rows).toMatchObject([{ studentId: school.vera, gapCount: 0 }]);
}, 60_000);

test('a pupil who left is given an extract, certified at once', async () => {
  const { office } = school;
  const { page } = office;
  const { id: studentId } = await office.call('people.saveStudent', {
    id: null,
    lastName: 'Громов',
    firstName: 'Егор',
    birthDate: null,
    sex: null,
    enrol: { classId: seventh, startsOn: `${startYear}-09-01` },
  });
  await office.call('people.leave', {
    studentId,
    endsOn: `${startYear}-09-24`,
    reason: 'transferred',
  });
  await office.goto(`/journal?year=${startYear}`);
  await page.getByText('Выписки для выбывших').waitFor();
  await office.checkAccess();
  await cell('Громов Егор, 7А, выписка, I четверть: По запросу').click();
  await dialog().getByRole('button', { name: 'Напечатать', exact: true }).click();
  // Only the extract: the journals of the school are not offered along with it.
  expect(await dialog().getByRole('checkbox').count()).toBe(2);
  await dialog().getByRole('button', { name: 'Напечатать журнал', exact: true }).click();
  const sheet = page.frameLocator('iframe').last().locator('body');
  await expect.poll(() => sheet.textContent()).toContain('ВЫПИСКА');
  const asked = page.getByRole('dialog', { name: 'Распечаталось?' });
  await pressFor(page, 'Control+p', asked.getByText('В реестр будет внесено: 1 журнал'));
  await page.keyboard.press('Enter');
  await cell('Громов Егор, 7А, выписка, I четверть: Напечатан, не заверен').click();
  await dialog().getByRole('button', { name: 'Заверить журнал', exact: false }).click();
  await page.getByRole('button', { name: 'Отметить' }).click();
  await dialog().getByText('Директор', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await cell('Громов Егор, 7А, выписка, I четверть: Заверен').waitFor();
  const { rows } = await office.call('journal.listPrints', { filters: { extract: true } });
  expect(rows).toMatchObject([{ studentId, extract: true, certifiedOn: school.today }]);
}, 60_000);
