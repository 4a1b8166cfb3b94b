import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressFor } from '../../support/http-office.ts';
import { russianDate } from '../../support/http-school.ts';
import type { SheetSchool } from './school.ts';
import { openSheetSchool, printFromPreview } from './school.ts';

/** The week's run for a class: printed, handed over, repeated, a second sheet refused (S2 §7). */

let school: SheetSchool;

beforeAll(async () => {
  school = await openSheetSchool();
}, 90_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const dialog = (name: string | RegExp) => page().getByRole('dialog', { name });
const grid = () => page().getByRole('grid', { name: 'Распечатки недели' });
const rowOf = (name: string) => grid().getByRole('row').filter({ hasText: name });
const weekLink = (week: string) => `/sheets?week=${week}`;

const due = async (week = school.week) =>
  (await school.office.call('sheets.listDue', { filters: { week } })).rows;
const dueOf = async (name: string, week = school.week) =>
  (await due(week)).find(({ studentName }) => studentName.startsWith(name));

/** What stands on the previewed sheet; a sheet runs no scripts, so it is asked again and again. */
const sheetSays = async (text: string): Promise<void> =>
  expect
    .poll(
      async () => {
        const sheet = page().frameLocator('iframe').last().locator('body');
        return (await sheet.textContent())?.replaceAll('\u00A0', ' ');
      },
      { timeout: 15_000 },
    )
    .toContain(text);

test('the due list counts who is owed a sheet of the week', async () => {
  const { goto, checkAccess } = school.office;
  await goto(weekLink(school.week));
  await grid().waitFor();
  await rowOf('Ёлкина').getByText('отказ', { exact: true }).waitFor();
  await rowOf('Зуев').getByText('невозможность').waitFor();
  expect(await rowOf('Юдин').count()).toBe(0);
  await button(/^Положено 3$/u).waitFor();
  expect(await button(/^Напечатать положенные \(3\)$/u).isEnabled()).toBe(true);
  expect(await button(/^Отметить выдачу/u).isDisabled()).toBe(true);
  await checkAccess();
}, 90_000);

test('all due of the class are previewed, printed and kept', async () => {
  const { checkAccess, call } = school.office;
  await page()
    .getByRole('navigation', { name: 'Классы' })
    .getByRole('button', { name: new RegExp(school.className, 'u') })
    .click();
  await button(`Напечатать ${school.className} (3)`).waitFor();
  const run = dialog('Печать положенных распечаток');
  await pressFor(page(), 'Control+p', run.getByText('Новых листов'));
  await sheetSays('Ёлкина Вера Ильинична');
  await run.getByText('Две А5 на листе').click();
  await run.getByRole('radiogroup', { name: 'Домашние задания' }).getByText('Никому').click();
  await checkAccess();
  const noneKept = async () =>
    expect((await due()).every(({ sheetId }) => sheetId === null)).toBe(true);
  const preview = page().getByText(/Страница 1 из 2/u);
  // Looking at all of them keeps nothing.
  await button('Напечатать (3)').click();
  await preview.waitFor();
  await sheetSays('Ёлкина Вера Ильинична');
  await page().keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  await run.waitFor();
  await noneKept();

  // The paper jammed: Esc and «no» record nothing, say so, and leave the preview to print again.
  await button('Напечатать (3)').click();
  await preview.waitFor();
  const asked = dialog('Распечаталось?').getByText('Будет записано: 3 распечатки');
  await pressFor(page(), 'Control+p', asked);
  await checkAccess();
  await page().keyboard.press('Escape');
  await page().getByText('Ничего не записано').first().waitFor();
  await dialog('Распечаталось?').waitFor({ state: 'detached' });
  expect(await preview.isVisible()).toBe(true);
  await noneKept();
  await button('Сохранить DOCX').click();
  await button('Нет, ничего не записывать').click();
  await dialog('Распечаталось?').waitFor({ state: 'detached' });
  await noneKept();

  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  await preview.waitFor({ state: 'detached' });
  await rowOf('Ёлкина')
    .getByText(/ждёт выдачи|выдача просрочена/u)
    .waitFor();
  const rows = await due();
  expect(rows.map(({ printedOn, copies }) => [printedOn, copies])).toEqual([
    [school.today, 0],
    [school.today, 0],
    [school.today, 0],
  ]);
  const { sheet, content } = await call('sheets.get', { id: rows[0]?.sheetId as number });
  expect(sheet).toMatchObject({ layout: 'a5', mode: 'paper-refusal', number: 1 });
  expect(content.homework).toBeNull();
}, 120_000);

test('the class is handed over by F8, and the mark can be taken back', async () => {
  const { checkAccess } = school.office;
  await button(/^Отметить выдачу \(3\)$/u).waitFor();
  await page().keyboard.press('F8');
  const hand = dialog('Отметка о выдаче');
  await hand.getByText(new RegExp(`Класс ${school.className}: 3 распечатки`, 'u')).waitFor();
  expect(await hand.getByRole('textbox', { name: 'Дата выдачи' }).inputValue()).toBe(
    russianDate(school.today),
  );
  await checkAccess();
  await page().keyboard.press('Enter');
  await hand.waitFor({ state: 'detached' });
  await rowOf('Ёлкина').getByText('выдана', { exact: true }).waitFor();
  expect((await due()).map(({ handedOn }) => handedOn)).toEqual([
    school.today,
    school.today,
    school.today,
  ]);
  await page().getByRole('button', { name: 'Отменить' }).last().click();
  await button(/^Отметить выдачу \(3\)$/u).waitFor();
  expect((await due()).every(({ handedOn }) => handedOn === null)).toBe(true);
  await page().keyboard.press('F8');
  await hand.waitFor();
  await page().keyboard.press('Enter');
  await hand.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dueOf('Жилин'))?.handedOn).toBe(school.today);
}, 90_000);

test('a reprint after a jam is the same sheet and counts as a copy', async () => {
  const { checkAccess } = school.office;
  await rowOf('Жилин').getByRole('checkbox').check();
  await button('Другие действия').click();
  await page().getByRole('menuitem', { name: 'Копии выбранных (1)…' }).click();
  const copy = dialog('Напечатать копию?');
  // What is printed: which sheet, of which day, and how it looks.
  await copy.getByText('копия № 1').waitFor();
  await copy.getByText(russianDate(school.today)).waitFor();
  await sheetSays('Жилин Пётр');
  await checkAccess();
  await button('Напечатать копию').click();
  await page()
    .getByRole('heading', { name: /^Копия распечатки за неделю.*Жилин Пётр/u })
    .waitFor();
  await page().keyboard.press('Escape');
  await copy.waitFor();
  expect((await dueOf('Жилин'))?.copies).toBe(0);
  await button('Напечатать копию').click();
  await printFromPreview(school.office);
  await copy.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dueOf('Жилин'))?.copies).toBe(1);
  await rowOf('Жилин')
    .getByText(`${russianDate(school.today)} +1`)
    .waitFor();
}, 90_000);

test('a second, different sheet of a refusing family is refused, a copy is offered', async () => {
  const { goto, checkAccess, call } = school.office;
  const before = await dueOf('Ёлкина');
  await school.mark(school.vera, '2');
  await goto(weekLink(school.week));
  await rowOf('Ёлкина').getByRole('checkbox').check();
  await button('Напечатать выбранные (1)').click();
  const run = dialog('Печать выбранных распечаток');
  await run
    .getByText('1 ученику лист за эту неделю уже выдан: второй, другой не положен')
    .waitFor();
  await run.getByText(/Родитель отказался от электронной услуги.*не реже и не чаще/su).waitFor();
  await checkAccess();
  // Printing nothing instead leaves nothing to print.
  await run.getByRole('radio', { name: /Ничего не печатать/u }).check();
  expect(await button('Печатать нечего').getAttribute('aria-disabled')).toBe('true');
  await run.getByRole('radio', { name: /Копия выданного листа/u }).check();
  await button('Напечатать копию (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  const after = await dueOf('Ёлкина');
  expect(after).toMatchObject({ sheetId: before?.sheetId, sheets: 1, copies: 1 });
  const { content, differences } = await call('sheets.get', { id: after?.sheetId as number });
  expect(JSON.stringify(content)).toContain('5');
  expect(differences).toContainEqual(
    expect.objectContaining({ subject: 'Алгебра', kind: 'mark', was: '5', now: '2' }),
  );
}, 90_000);

test('a family without internet gets a second sheet of the week', async () => {
  const { goto, call } = school.office;
  await school.mark(school.zuev, '4');
  await goto(weekLink(school.week));
  await rowOf('Зуев').getByRole('checkbox').check();
  const run = dialog('Печать выбранных распечаток');
  await pressFor(page(), 'Control+p', run.getByText('Новых листов'));
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  expect(await dueOf('Зуев')).toMatchObject({ sheets: 2, copies: 0 });
  const { rows } = await call('sheets.listIssued', { filters: { studentId: school.zuev } });
  expect(rows.map(({ number, handedOn }) => [number, handedOn])).toEqual([
    [2, null],
    [1, school.today],
  ]);
  await rowOf('Зуев').getByRole('checkbox').check();
  await page().keyboard.press('F8');
  await dialog('Отметка о выдаче').waitFor();
  await page().keyboard.press('Enter');
  await dialog('Отметка о выдаче').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await call('sheets.get', { id: rows[0]?.id ?? 0 })).sheet.handedOn)
    .toBe(school.today);
}, 60_000);

test('the next week begins anew, one key away', async () => {
  const { goto } = school.office;
  await goto(weekLink(school.week));
  await rowOf('Ёлкина').getByText('выдана', { exact: true }).waitFor();
  await page().keyboard.press('Alt+PageDown');
  await rowOf('Ёлкина').getByText('ждёт печати').waitFor();
  await button(/^Напечатать положенные \(3\)$/u).waitFor();
  expect((await due(school.nextWeek)).map(({ sheetId }) => sheetId)).toEqual([null, null, null]);
  // One sheet of the week before is printed again and waits to be handed over.
  await page().keyboard.press('Alt+PageUp');
  await rowOf('Ёлкина').getByText('выдана', { exact: true }).waitFor();
}, 60_000);

test('a week about which nothing is known is not printed unless it is chosen', async () => {
  const { goto, checkAccess } = school.office;
  await goto(weekLink(school.nextWeek));
  await button(/^Напечатать положенные \(3\)$/u).click();
  const run = dialog('Печать положенных распечаток');
  await run.getByText('Нет данных за неделю: 3 ученика').waitFor();
  await run.getByText('Жилин Пётр', { exact: false }).waitFor();
  expect(await button('Печатать нечего').getAttribute('aria-disabled')).toBe('true');
  await checkAccess();
  await run.getByRole('checkbox', { name: /Всё равно напечатать пустые листы/u }).check();
  await button('Напечатать (3)').waitFor();
  await sheetSays('За неделю нет сведений об уроках.');
  await run.getByRole('checkbox', { name: /Всё равно напечатать пустые листы/u }).uncheck();
  await button('Печатать нечего').waitFor();
  await run.getByRole('button', { name: 'Загрузить оценки' }).click();
  await expect.poll(() => page().url()).toContain('/marks?tab=import');
  expect((await due(school.nextWeek)).map(({ sheetId }) => sheetId)).toEqual([null, null, null]);
}, 90_000);
