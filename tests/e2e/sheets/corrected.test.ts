import { afterAll, beforeAll, expect, test } from 'vitest';
import { russianDate } from '../../support/http-school.ts';
import type { SheetSchool } from './school.ts';
import { openSheetSchool, printFromPreview } from './school.ts';

/**
 * A held week replayed by the secretary (S2 §7; domain.md §6): printed, corrected, handed over,
 * copied, a second one refused. Ёлкина's mother refuses, Зуев's has no internet.
 */

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
const register = () => page().getByRole('grid', { name: 'Журнал распечаток' });
const today = () => russianDate(school.today);

/** Sheets of a student as the register tells them, oldest first. */
const told = async (studentId: number): Promise<readonly string[]> =>
  (await school.office.call('sheets.listIssued', { filters: { studentId } })).rows
    .toSorted((a, b) => a.number - b.number)
    .map(
      ({ number, state, copies, handedOn }) =>
        `№ ${number} ${state} +${copies} ${handedOn === null ? '-' : 'handed'}`,
    );

/** What stands on the papers shown: the first sheet behind, all of them before it. */
const papersSay = async (text: string): Promise<void> =>
  expect
    .poll(
      async () => {
        const frames = page()
          .frames()
          .map((frame) => frame.locator('body').textContent());
        return (await Promise.all(frames)).join('\n').replaceAll('\u00A0', ' ');
      },
      { timeout: 15_000 },
    )
    .toContain(text);

const mark = async (text: string): Promise<void> => {
  await school.mark(school.vera, text);
  await school.mark(school.zuev, text);
};

/** The run for both children, chosen on the screen of the week. */
const runForBoth = async () => {
  await school.office.goto(`/sheets?week=${school.week}`);
  for (const name of ['Ёлкина', 'Зуев']) await rowOf(name).getByRole('checkbox').check();
  await button('Напечатать выбранные (2)').click();
  return dialog('Печать выбранных распечаток');
};

test('homework stands on the sheet of the impossibility, not on that of the refusal', async () => {
  const run = await runForBoth();
  await run.getByText(/По настройкам – всем, кроме семей, которые отказались/u).waitFor();
  await button('Напечатать (2)').click();
  await papersSay('Упражнение 7, выучить правило');
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  await rowOf('Зуев')
    .getByText(/ждёт выдачи|выдача просрочена/u)
    .waitFor();
  const homework = async (studentId: number) => {
    const { rows } = await school.office.call('sheets.listIssued', { filters: { studentId } });
    const { content } = await school.office.call('sheets.get', { id: rows[0]?.id ?? 0 });
    return content.homework?.length ?? null;
  };
  expect([await homework(school.vera), await homework(school.zuev)]).toEqual([null, 2]);
}, 120_000);

test('before handing over both are corrected, and the old ones are void', async () => {
  await mark('2');
  const run = await runForBoth();
  await run.getByText('Исправленных листов').waitFor();
  await run.getByText(/прежние станут недействительными. Уберите их и не выдавайте/u).waitFor();
  await papersSay(`Распечатка № 2, исправленная, взамен распечатки № 1 от ${today()}`);
  await school.office.checkAccess();
  await button('Напечатать (2)').click();
  await page()
    .getByText(/^Страница 1 из 2$/u)
    .waitFor();
  await page().keyboard.press('Control+p');
  await dialog('Распечаталось?')
    .getByText('Будет записано: 2 исправленные (прежние недействительны)')
    .waitFor();
  await page().keyboard.press('Enter');
  await run.waitFor({ state: 'detached' });
  const states = ['№ 1 void +0 -', '№ 2 corrected +0 -'];
  await expect.poll(() => told(school.vera)).toEqual(states);
  expect(await told(school.zuev)).toEqual(states);
}, 120_000);

test('the register tells the void one, which can be seen and not handed over', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/sheets/issued');
  const old = register().getByRole('row').filter({ hasText: '№ 1 недействительна' });
  await old.first().waitFor();
  expect(await old.count()).toBe(2);
  expect(await register().getByText('№ 2 исправленная', { exact: true }).count()).toBe(2);
  await checkAccess();
  await old.filter({ hasText: 'Ёлкина' }).dblclick();
  await page().getByRole('heading', { name: 'Распечатка: Ёлкина Вера Ильинична' }).waitFor();
  const link = page().getByRole('link', {
    name: `Недействительна, заменена распечаткой № 2 от ${today()}`,
  });
  await papersSay(`Недействительна, заменена распечаткой № 2 от ${today()}`);
  expect(await button('Отметить выдачу').count()).toBe(0);
  expect(await button('Копия…').count()).toBe(0);
  await checkAccess();
  await link.click();
  await page()
    .getByText(`Распечатка № 2, исправленная, взамен распечатки № 1 от ${today()}`)
    .waitFor();
  await button('Отметить выдачу').waitFor();
}, 90_000);

test('the class is handed over: the corrected sheets only', async () => {
  await school.office.goto(`/sheets?week=${school.week}`);
  await button(/^Отметить выдачу \(2\)$/u).waitFor();
  await page().keyboard.press('F8');
  await dialog('Отметка о выдаче').waitFor();
  await page().keyboard.press('Enter');
  await rowOf('Ёлкина').getByText('выдана', { exact: true }).waitFor();
  await rowOf('Зуев').getByText('выдана', { exact: true }).waitFor();
  for (const child of [school.vera, school.zuev])
    expect(await told(child)).toEqual(['№ 1 void +0 -', '№ 2 corrected +0 handed']);
}, 60_000);

test('a reprint says on the paper that it is a copy, and which', async () => {
  await rowOf('Ёлкина').getByRole('checkbox').check();
  await button('Другие действия').click();
  await page().getByRole('menuitem', { name: 'Копии выбранных (1)…' }).click();
  const copy = dialog('Напечатать копию?');
  await copy.getByText('копия № 1').waitFor();
  await papersSay(`Копия № 1 распечатки № 2 от ${today()}`);
  await school.office.checkAccess();
  await button('Напечатать копию').click();
  await printFromPreview(school.office);
  await copy.waitFor({ state: 'detached' });
  await expect.poll(() => told(school.vera)).toEqual(['№ 1 void +0 -', '№ 2 corrected +1 handed']);
}, 90_000);

test('after it the refusing family is refused a second one; the other gets an additional one', async () => {
  await mark('3');
  const run = await runForBoth();
  await run
    .getByText('1 ученику лист за эту неделю уже выдан: второй, другой не положен')
    .waitFor();
  await run
    .getByText(
      new RegExp(
        `распечатка № 2 .* уже выдана ${today()} \\(кому: Ёлкина Алёна Викторовна\\)`,
        'u',
      ),
    )
    .waitFor();
  await run.getByRole('radio', { name: /Ничего не печатать/u }).check();
  await papersSay(`Распечатка № 3 за эту неделю, дополнительная к выданной ${today()}`);
  await school.office.checkAccess();
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  await expect.poll(async () => (await told(school.zuev)).at(-1)).toBe('№ 3 valid +0 -');
  expect(await told(school.vera)).toHaveLength(2);
}, 90_000);

test('with the mark of handing over taken off, the card prints a correction; undo restores the old one', async () => {
  const { goto, call } = school.office;
  const { rows } = await call('sheets.listIssued', { filters: { studentId: school.zuev } });
  const second = rows.find(({ number }) => number === 2)?.id ?? 0;
  const third = rows.find(({ number }) => number === 3)?.id ?? 0;
  await mark('4');
  await goto(`/sheets/${second}`);
  await button('Снять отметку о выдаче').click();
  await button('Отметить выдачу').waitFor();
  await goto(`/sheets/${third}`);
  await button('Исправленная…').click();
  const run = dialog(/^Исправленный лист: Зуев Глеб/u);
  // Both are not handed over by now.
  const numbers = `взамен распечаток № 2 от ${today()}, № 3 от ${today()}`;
  await papersSay(`Распечатка № 4, исправленная, ${numbers}`);
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  await page()
    .getByRole('link', { name: /Недействительна, заменена распечаткой № 4/u })
    .waitFor();
  expect(await told(school.zuev)).toEqual([
    '№ 1 void +0 -',
    '№ 2 void +0 -',
    '№ 3 void +0 -',
    '№ 4 corrected +0 -',
  ]);
  await goto('/history');
  await page().getByRole('gridcell', { name: 'Печать распечаток за неделю' }).first().click();
  const details = dialog('Печать распечаток за неделю');
  await details.getByRole('button', { name: 'Отменить действие' }).click();
  const question = dialog(/^Отменить печать распечаток за неделю: Зуев/u);
  await question.getByText(/снова станут действительны: 2 распечатки/u).waitFor();
  await question.getByRole('button', { name: 'Отменить действие' }).click();
  await expect
    .poll(() => told(school.zuev))
    .toEqual(['№ 1 void +0 -', '№ 2 corrected +0 -', '№ 3 valid +0 -']);
}, 120_000);
