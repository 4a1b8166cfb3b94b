import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { chooseClass8a, chooseFiles, openSchoolA } from './school-a.ts';
import { expectedSchool, schoolFile } from '../../support/fixtures.ts';

/** The report of a class through the screen: plan, result, nothing the second time, undo. */

let office: HttpOffice;
let class8a = 0;
beforeAll(async () => {
  ({ office, class8a } = await openSchoolA());
});
afterAll(() => office.close());

const press = (name: string) => office.page.getByRole('button', { name, exact: true }).click();

const marksOf8a = () =>
  office.call('marks.listMarks', { filters: { classId: class8a }, limit: 100_000 });

/** Marks, not cells, of each student: «Б 3/3» holds two. */
const marksByStudent = async (): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const { fullName, shown } of (await marksOf8a()).rows)
    counts[fullName] = (counts[fullName] ?? 0) + (shown.match(/[1-5]/gu)?.length ?? 0);
  return counts;
};

const planOf = (text: string | RegExp) =>
  office.page.getByRole('table', { name: 'По классам' }).getByText(text);

test('without marks the grid leads to the import', async () => {
  const { page } = office;
  await office.goto('/marks');
  await page.getByText('Уроков за этот период нет').waitFor();
  await office.checkAccess();
  await press('Загрузить из файла');
  await page.getByText('Перетащите файлы сюда').waitFor();
  await office.checkAccess();
});

test('the report is previewed by class and written on demand', async () => {
  const { page } = office;
  await chooseFiles(office, 'Выбрать файлы…', [schoolFile('otchet-8А.xlsx')]);
  await planOf('найдено 26').waitFor();
  await page.getByText('Отчёт об успеваемости и посещаемости ученика').waitFor();
  await page
    .getByRole('table', { name: 'Пояснения из файлов' })
    .getByText('Болезнь')
    .first()
    .waitFor();
  await office.checkAccess();
  expect((await marksOf8a()).total).toBe(0);
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  await office.checkAccess();
  expect(await marksByStudent()).toEqual(expectedSchool().marks['8А']);
});

test('the same report and the journal of the same class bring nothing new', async () => {
  const { page } = office;
  await press('Загрузить ещё');
  await chooseFiles(office, 'Выбрать файлы…', [
    schoolFile('otchet-8А.xlsx'),
    schoolFile('zhurnal-8А.xls'),
  ]);
  await page.getByRole('table', { name: 'Выбранные файлы' }).getByText('zhurnal-8А.xls').waitFor();
  await planOf(/^без изменений [\d\s]+$/u)
    .first()
    .waitFor();
  await page.getByText('Загружать нечего').waitFor();
  expect(await page.getByRole('button', { name: 'Применить' }).isDisabled()).toBe(true);
  await press('Убрать все');
});

test('a broken file among good ones is told with its reason and may be left out', async () => {
  const { page } = office;
  await chooseFiles(office, 'Выбрать файлы…', [
    schoolFile('uroki-8А.xlsx'),
    {
      name: 'обрыв.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004'),
    },
  ]);
  const refused = page.getByRole('table', { name: 'Непринятые файлы' });
  await refused.getByText('обрыв.xlsx').waitFor();
  await office.checkAccess();
  expect(await page.getByRole('button', { name: 'Применить' }).isDisabled()).toBe(true);
  await page.getByLabel('Загрузить без 1 непрочитанного файла').check();
  await press('Применить');
  await page.getByRole('heading', { name: 'Загрузка завершена' }).waitFor();
  const described = await office.call('marks.listLessons', {
    filters: { classId: class8a, missing: 'description' },
  });
  const all = await office.call('marks.listLessons', { filters: { classId: class8a } });
  expect(all.total - described.total).toBe(287);
});

test('lists show what came; the history takes the first import back', async () => {
  const { page } = office;
  await office.goto('/marks?tab=lessons');
  await chooseClass8a(office);
  await page.getByRole('combobox', { name: 'Чего не хватает' }).click();
  await page.getByRole('option', { name: 'Нет домашнего задания' }).click();
  await page.getByRole('grid', { name: 'Уроки' }).waitFor();
  await office.checkAccess();
  await page.getByRole('tab', { name: 'Оценки', exact: true }).click();
  const newest = page.getByRole('grid', { name: 'Оценки' }).getByText('22.05.2026');
  await newest.first().waitFor();
  await office.checkAccess();
  await page.getByRole('tab', { name: 'Загрузка' }).click();
  await page.getByText('История загрузок').click();
  const history = page.getByRole('grid', { name: 'История загрузок оценок и уроков' });
  await history.getByText('uroki-8А.xlsx').waitFor();
  await office.checkAccess();
  for (const name of ['uroki-8А.xlsx', 'otchet-8А.xlsx']) {
    await history
      .getByRole('row', { name: new RegExp(name, 'u') })
      .getByRole('button', { name: 'Отменить импорт' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Отменить импорт' }).click();
    await history
      .getByRole('row', { name: new RegExp(name, 'u') })
      .getByText('отменена')
      .waitFor();
  }
  expect((await marksOf8a()).total).toBe(0);
});
