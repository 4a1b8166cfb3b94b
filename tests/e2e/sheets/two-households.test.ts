import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetSchool } from './school.ts';
import { openSheetSchool, printFromPreview } from './school.ts';

/**
 * The secretary prints for two households of one child (S2 §7): the mother, with whom Вера lives,
 * refuses; the father lives apart and has no internet.
 */

const mother = 'Ёлкина Алёна Викторовна';
const father = 'Ёлкин Илья Петрович';
let school: SheetSchool;
let fatherId = 0;

beforeAll(async () => {
  school = await openSheetSchool();
  const { call } = school.office;
  const [lastName = '', firstName = '', middleName = ''] = father.split(' ');
  const link = { studentId: school.vera, relation: 'father' as const, livesApart: true };
  fatherId = (
    await call('people.saveGuardian', { id: null, lastName, firstName, middleName, link })
  ).id;
  await call('statements.register', {
    kind: 'impossibility',
    studentId: school.vera,
    guardianId: fatherId,
    date: school.week,
    registeredOn: school.week,
    reason: 'нет интернета',
    signed: true,
    confirmedDeclensions: true,
  });
}, 90_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const dialog = (name: string | RegExp) => page().getByRole('dialog', { name });
const grid = () => page().getByRole('grid', { name: 'Распечатки недели' });
const rowOf = (parent: string) => grid().getByRole('row').filter({ hasText: parent });
const choose = async (...parents: readonly string[]): Promise<void> => {
  for (const parent of parents) await rowOf(parent).getByRole('checkbox').check();
};

/** What stands on every paper shown: the first sheet of the run behind, all of them before it. */
const papers = async (): Promise<string> => {
  const texts = page()
    .frames()
    .map((frame) => frame.locator('body').textContent());
  return (await Promise.all(texts)).join('\n').replaceAll('\u00A0', ' ');
};

const issued = async () =>
  (await school.office.call('sheets.listIssued', { filters: { studentId: school.vera } })).rows
    .map(({ recipientId, number, copies }) => `${recipientId ?? 'семья'} № ${number} +${copies}`)
    .toSorted();

test('both sheets are owed, printed in one run, and the father’s says for whom', async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/sheets?week=${school.week}`);
  await rowOf(mother).getByText('отказ', { exact: true }).waitFor();
  await rowOf(father).getByText('невозможность').waitFor();
  await button(/^Положено 4$/u).waitFor();
  await choose(mother, father);
  await button('Напечатать выбранные (2)').click();
  await button('Напечатать (2)').click();
  await page()
    .getByText(/^Страница 1 из 2$/u)
    .waitFor();
  await expect.poll(papers).toContain('Для: Ёлкин И. П.');
  await printFromPreview(school.office);
  await rowOf(father)
    .getByText(/ждёт выдачи|выдача просрочена/u)
    .waitFor();
  await checkAccess();
  expect(await issued()).toEqual([`${fatherId} № 1 +0`, 'семья № 1 +0']);
}, 120_000);

test('one’s refusal does not end the other’s «не реже»: the second sheet is the father’s only', async () => {
  const { goto } = school.office;
  await school.office.call('sheets.markHandedOver', { selection: { week: school.week } });
  await school.mark(school.vera, '2');
  await goto(`/sheets?week=${school.week}`);
  await choose(mother, father);
  await button('Напечатать выбранные (2)').click();
  const run = dialog('Печать выбранных распечаток');
  await run
    .getByText('1 ученику лист за эту неделю уже выдан: второй, другой не положен')
    .waitFor();
  await run.getByRole('radio', { name: /Ничего не печатать/u }).check();
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  expect(await issued()).toEqual([`${fatherId} № 1 +0`, `${fatherId} № 2 +0`, 'семья № 1 +0']);
}, 90_000);

test('on request the secretary says for whom, and the register tells it', async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/students/${school.vera}?tab=sheets`);
  await button('Напечатать лист…').click();
  const request = dialog('Лист ученику по просьбе');
  await request.getByRole('radio', { name: father }).check();
  await checkAccess();
  await request.getByRole('button', { name: 'Далее' }).click();
  const run = dialog('Лист: Ёлкина Вера Ильинична');
  await run.getByText('Копий тех же листов').waitFor();
  await button('Напечатать (1)').click();
  await printFromPreview(school.office);
  await run.waitFor({ state: 'detached' });
  await expect.poll(issued).toEqual([`${fatherId} № 1 +0`, `${fatherId} № 2 +1`, 'семья № 1 +0']);
  await goto('/sheets/issued');
  const register = page().getByRole('grid', { name: 'Журнал распечаток' });
  await register.getByRole('row').filter({ hasText: father }).nth(1).waitFor();
  await register.getByRole('row').filter({ hasText: 'для семьи' }).waitFor();
  await checkAccess();
}, 90_000);

test('the mother has hers; the father is handed his second one', async () => {
  const { goto, call } = school.office;
  await goto(`/sheets?week=${school.week}`);
  await rowOf(mother).getByText('выдана', { exact: true }).waitFor();
  await choose(father);
  await page().keyboard.press('F8');
  await dialog('Отметка о выдаче').waitFor();
  await page().keyboard.press('Enter');
  await dialog('Отметка о выдаче').waitFor({ state: 'detached' });
  const handed = async () =>
    (await call('sheets.listIssued', { filters: { studentId: school.vera } })).rows
      .map(
        ({ recipientId, number, handedOn }) =>
          `${recipientId ?? 'семья'} № ${number} ${handedOn ?? '-'}`,
      )
      .toSorted();
  await expect
    .poll(handed)
    .toEqual([
      `${fatherId} № 1 ${school.today}`,
      `${fatherId} № 2 ${school.today}`,
      `семья № 1 ${school.today}`,
    ]);
}, 60_000);
