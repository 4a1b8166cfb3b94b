import { Document, Packer, Paragraph } from 'docx';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatingSchool } from './family.ts';
import { openStatingSchool } from './family.ts';

/** Wording, the school's own template, a scan and passports through the screens. */

let school: StatingSchool;
let folder: string;

beforeAll(async () => {
  school = await openStatingSchool();
  folder = await mkdtemp(join(tmpdir(), 'school-statements-'));
}, 90_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await school.office.close();
}, 60_000);

const page = () => school.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const wordingOf = async (kind: string) =>
  (await school.office.call('statements.wordings', {})).wordings.find((one) => one.kind === kind);

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

/** Answers the next file dialog of the page. */
const choose = async (path: string): Promise<void> => {
  const dialog = page().waitForEvent('filechooser');
  await button('Выбрать файл…').click();
  await (await dialog).setFiles(path);
};

const docxOf = async (name: string, lines: readonly string[]): Promise<string> => {
  const sections = [{ children: lines.map((text) => new Paragraph(text)) }];
  const path = join(folder, name);
  await writeFile(path, await Packer.toBuffer(new Document({ sections })));
  return path;
};

test('a wording is changed, kept from losing the phrase, and brought back', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/settings?tab=statements');
  const area = page().getByRole('textbox', { name: 'Текст заявления' });
  const original = await area.inputValue();
  await sheetSays('Отказываюсь от получения');
  await checkAccess();

  await area.fill(original.replace('{{обязательная фраза}}', 'родитель согласен'));
  await page().getByText('Такой текст сохранить нельзя').waitFor();
  await button('Сохранить').first().click();
  await expect.poll(() => area.getAttribute('aria-invalid')).toBe('true');
  expect(await wordingOf('refusal')).toMatchObject({ changed: false });

  await area.fill(original.replace('Отказываюсь от получения', 'Прошу освободить меня от'));
  await sheetSays('Прошу освободить меня от');
  await button('Сохранить').first().click();
  await page().getByText('Текст заявления сохранён').waitFor();
  expect(await wordingOf('refusal')).toMatchObject({ changed: true, original });

  await button('Вернуть исходный').click();
  await page().getByRole('dialog').getByRole('button', { name: 'Вернуть исходный' }).click();
  await page().getByText('Исходный текст возвращён').waitFor();
  expect(await wordingOf('refusal')).toMatchObject({ changed: false, text: original });
  await expect.poll(() => area.inputValue()).toBe(original);
}, 120_000);

test('a template is checked before it is saved and taken away', async () => {
  const { goto } = school.office;
  await goto('/settings?tab=statements');
  await page().getByText('Свой шаблон не загружен').waitFor();
  await choose(await docxOf('плохой.docx', ['Отказ {{нет такого}}']));
  await page()
    .getByText(/Этот файл сохранить нельзя/u)
    .waitFor();
  await page()
    .getByText(/нет такого/u)
    .first()
    .waitFor();
  expect(await button('Сохранить шаблон').count()).toBe(0);

  await button('Другой файл').click();
  const download = page().waitForEvent('download');
  await button('Сохранить образец').click();
  const sample = join(folder, 'образец.docx');
  await (await download).saveAs(sample);
  await choose(sample);
  await button('Сохранить шаблон').click();
  await page()
    .getByText(/Загружен шаблон «образец.docx»/u)
    .waitFor();
  expect((await wordingOf('refusal'))?.template?.name).toBe('образец.docx');
  await school.office.checkAccess();

  await button('Удалить шаблон').click();
  await page().getByRole('dialog').getByRole('button', { name: 'Удалить шаблон' }).click();
  await page().getByText('Свой шаблон не загружен').waitFor();
  expect((await wordingOf('refusal'))?.template).toBeNull();
}, 120_000);

test('a scan and a passport wait for the password of the program', async () => {
  const { goto, call, checkAccess } = school.office;
  const statement = await call('statements.register', {
    kind: 'impossibility',
    studentId: school.vera,
    guardianId: school.mother,
    date: school.today,
    registeredOn: school.today,
    reason: 'нет компьютера',
    confirmedDeclensions: true,
  });
  await goto(`/statements/${statement.id}`);
  await page()
    .getByRole('link', { name: /Безопасность/u })
    .waitFor();
  expect(await button('Выбрать файл…').count()).toBe(0);

  const password = 'Озеро-весной-26';
  await call('lock.setPassword', { password, repeat: password });
  await goto(`/statements/${statement.id}`);
  const scan = join(folder, 'скан.pdf');
  await writeFile(scan, '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');
  await choose(scan);
  await page().getByText('Скан приложен').waitFor();
  const download = page().waitForEvent('download');
  await button('Сохранить скан на диск').click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/u);
  await checkAccess();

  await button('Другие действия').click();
  await page().getByRole('menuitem', { name: 'Отозвать…' }).click();
  await page()
    .getByRole('dialog', { name: 'Отзыв заявления' })
    .getByLabel(/Причина/u)
    .fill('купили компьютер');
  await page().keyboard.press('Enter');
  await page().getByText('Заявление отозвано').waitFor();
  const { rows } = await call('statements.list', {});
  expect(rows).toMatchObject([{ withdrawnOn: school.today, hasScan: true }]);
}, 120_000);

test('a passport of class 11 is entered and destroyed with a protocol', async () => {
  const { goto, call, checkAccess } = school.office;
  const { id: classId } = await call('people.saveClass', {
    id: null,
    parallel: 11,
    letter: 'А',
    onDate: school.yearStart,
  });
  await call('people.transfer', { studentId: school.vera, classId, startsOn: school.today });
  await goto('/passports');
  await page().getByRole('gridcell', { name: 'Ёлкина Вера Ильинична' }).dblclick();
  await page().getByLabel(/Серия/u).fill('1234');
  await page().getByLabel(/Номер/u).fill('56789');
  await page().keyboard.press('Enter');
  await page().getByText('Номер паспорта – шесть цифр').waitFor();
  await page().getByLabel(/Номер/u).fill('567890');
  await checkAccess();
  await page().getByLabel(/Номер/u).press('Enter');
  await page().getByText('Паспортные данные сохранены').waitFor();
  expect(await call('passports.card', { studentId: school.vera })).toMatchObject({
    series: '1234',
    number: '567890',
  });
  await checkAccess();

  await button('Уничтожить данные…').click();
  await page()
    .getByText(/Вернуть их нельзя/u)
    .waitFor();
  await button('Уничтожить').last().click();
  await sheetSays('Ёлкина');
  const { rows } = await call('passports.list', {});
  expect(rows.map(({ hasPassport }) => hasPassport)).toEqual([false]);
}, 120_000);
