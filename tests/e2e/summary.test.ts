import { readFileSync, readdirSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectedFigures, fillSchool, period, requisites } from '../contract/summary/scenario.ts';
import type { SmallSchool } from '../contract/summary/scenario.ts';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';

/** The information summary through the screens: the steps follow one another. */

let office: HttpOffice;
let school: SmallSchool;
const folder = mkdtempSync(join(tmpdir(), 'school-office-out-'));

beforeAll(async () => {
  office = await openHttpOffice();
  office.page.setDefaultTimeout(15_000);
  school = await fillSchool(office);
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const figureLinks = () => office.page.getByRole('table', { name: 'Показатели за период' });
const shownFigures = () => figureLinks().locator('tbody').getByRole('link').allTextContents();

test('figures of the period of the letter, heads word for word', async () => {
  const { page } = office;
  await office.goto('/summary');
  await page.getByRole('button', { name: '1 марта – 15 мая' }).click();
  await expect.poll(shownFigures).toEqual(['1', '2', '2', '12,5', '1']);
  const { heads, figures, ruleText } = await office.call('summary.compute', period);
  expect(figures).toEqual(expectedFigures);
  const shown = await figureLinks().getByRole('columnheader').allTextContents();
  expect(shown).toEqual(heads.map(({ text }) => text));
  await page.getByText(ruleText).waitFor();
  await office.checkAccess();
});

test('a figure opens its rows, a row its card, and back finds the period', async () => {
  const { page } = office;
  await page.getByRole('link', { name: /^2\. .*зарегистрированных обращений/ }).click();
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  await page.getByText('2 записи').waitFor();
  await office.checkAccess();
  await page
    .getByText(/Длиннов/)
    .first()
    .dblclick();
  await expect.poll(() => page.url()).toContain('/appeals/');
  await page.goBack();
  await page.getByRole('link', { name: 'Справка', exact: true }).click();
  await expect.poll(shownFigures).toEqual(['1', '2', '2', '12,5', '1']);
});

test('what is not counted stands beside, with the reason', async () => {
  const { page } = office;
  await figureLinks()
    .getByRole('link', { name: /^Не учтено 1\. .*обращений/ })
    .click();
  await page.getByText('Не учтено: 1', { exact: true }).waitFor();
  await page.getByText(/12 календарных дней \(9 учебных дней\), не больше 14/).waitFor();
  await office.checkAccess();
  await page.getByText('Учтено: 2', { exact: true }).click();
  await page.getByText('2 записи').waitFor();
  await page.getByRole('link', { name: 'Справка', exact: true }).click();
  await expect.poll(shownFigures).toEqual(['1', '2', '2', '12,5', '1']);
});

test('a period upside down and one not over are explained', async () => {
  const { page } = office;
  await page.getByLabel('По', { exact: true }).fill('28.02.2026');
  await page.getByText('Окончание периода раньше начала').waitFor();
  await page.getByLabel('По', { exact: true }).fill('31.12.2099');
  await page.getByText(/Зафиксировать справку можно начиная/).waitFor();
  const button = page.getByRole('button', { name: 'Зафиксировать версию 1' });
  expect(await button.isDisabled()).toBe(true);
});

test('drafts and blanks open as documents', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '1 марта – 15 мая' }).click();
  const sheet = page.frameLocator('iframe').locator('body');
  await page.getByRole('button', { name: 'Печать черновика' }).click();
  await expect.poll(() => sheet.innerText()).toContain('12,5');
  // The running line of the sheet stands outside the text.
  await page.getByText('Проект: справка не зафиксирована').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Пустой бланк' }).click();
  await expect.poll(() => sheet.innerText()).toContain('наименование муниципального района');
  expect(await sheet.innerText()).not.toContain('12,5');
  await page.keyboard.press('Escape');
});

test('a version is finalised after a question', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Зафиксировать версию 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Зафиксировать' }).click();
  await page.getByRole('heading', { name: /версия 1/ }).waitFor();
  const { rows } = await office.call('summary.list', {});
  expect(rows).toMatchObject([{ version: 1, ...period, figures: expectedFigures }]);
  await page.getByText('После версии 1 ничего не изменилось').waitFor();
  await office.checkAccess();
});

test('three files go into the folder that was typed', async () => {
  const { page } = office;
  await page.getByLabel('Папка для трёх файлов').fill(folder);
  await page.getByRole('button', { name: 'Записать три файла' }).click();
  await page.getByText('Записаны в папку:').waitFor();
  const names = readdirSync(folder).sort();
  expect(names.map((name) => name.split('.').at(-1))).toEqual(['docx', 'json', 'xlsx']);
  const json = names.find((name) => name.endsWith('.json')) ?? '';
  const content = JSON.parse(readFileSync(join(folder, json), 'utf8')) as object;
  expect(content).toMatchObject({ version: 1, figures: expectedFigures });
});

test('a remembered folder is taken at once; a folder that is gone is said so', async () => {
  const { page } = office;
  rmSync(folder, { recursive: true, force: true });
  await page.reload();
  await page.getByLabel('Папка для трёх файлов').waitFor();
  await page.getByRole('button', { name: 'Записать три файла' }).click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await page.getByText('Записаны в папку:').waitFor({ state: 'detached' });
});

test('each file can be saved alone', async () => {
  const { page } = office;
  for (const kind of ['DOCX', 'XLSX', 'JSON']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Сохранить ${kind}` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(
      new RegExp(`^Справка_обращения_2026-05-15_.*_v1\\.${kind.toLowerCase()}$`, 'u'),
    );
  }
});

test('a later change is shown and makes the next version', async () => {
  const { page } = office;
  const id = school.workEntry;
  await office.call('resources.saveWorkEntry', {
    id,
    teacherId: school.teacher,
    appealId: school.appeal,
    workedOn: '2026-03-02',
    quarterHours: 8,
    kind: 'preparation',
  });
  await page.reload();
  await page.getByText('данные изменились').waitFor();
  const changed = page.getByRole('table', { name: 'Изменившиеся показатели' });
  await changed.getByRole('row', { name: 'Часы учителей 12,5 13' }).waitFor();
  await page.getByRole('table', { name: 'Изменившиеся строки' }).getByText('1,5 → 2').waitFor();
  await page.getByRole('button', { name: 'Показатели сейчас' }).click();
  await page.getByRole('button', { name: 'Зафиксировать версию 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Зафиксировать' }).click();
  await page.getByRole('heading', { name: /версия 2/ }).waitFor();
  expect((await office.call('summary.list', {})).total).toBe(2);
});

test('rows of a version are its own, and hours open where they can be corrected', async () => {
  const { page } = office;
  const versions = await office.call('summary.list', {});
  const first = versions.rows.find(({ version }) => version === 1)?.id ?? 0;
  await office.goto(`/summary/versions/${first}`);
  await page.getByText('есть более новая').waitFor();
  await page.getByRole('link', { name: /^12,5\. / }).click();
  await page.getByText('строки версии 1').waitFor();
  await page.getByText('02.03.2026', { exact: true }).dblclick();
  const dialog = page.getByRole('dialog');
  await expect
    .poll(() =>
      dialog
        .getByLabel(/Дата|Когда/)
        .first()
        .inputValue(),
    )
    .toBe('02.03.2026');
  await page.keyboard.press('Escape');
});

test('when only requisites changed the newest version is reissued', async () => {
  const { page } = office;
  const { rows } = await office.call('summary.list', {});
  const newest = rows.find(({ version }) => version === 2);
  await office.call('settings.saveSchool', { ...requisites, directorName: 'Новая Анна Ивановна' });
  await office.goto(`/summary/versions/${newest?.id}`);
  await page.getByText('руководитель: Незнамова Мария Александровна → Новая Анна').waitFor();
  await office.checkAccess();
  await page.getByRole('button', { name: 'Выпустить версию 3 с новыми реквизитами' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Выпустить' }).click();
  await page.getByRole('heading', { name: /версия 3/ }).waitFor();
  await page.getByText('взамен версии 2: исправлены реквизиты').waitFor();
  await page.getByText('После версии 3 ничего не изменилось').waitFor();
});

test('the list of versions opens a version', async () => {
  const { page } = office;
  await office.goto('/summary/versions');
  await page.getByText('3 записи').waitFor();
  await office.checkAccess();
  await page.getByText('15.05.2026', { exact: true }).first().dblclick();
  await page.getByRole('heading', { name: /версия 3/ }).waitFor();
});
