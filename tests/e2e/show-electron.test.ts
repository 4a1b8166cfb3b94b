import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRemoteOffice } from '../../src-main/app/remote-office.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { pdfLetters } from '../support/pdf-text.ts';
import { pdfPageCount } from '../support/pictures.ts';
import { dataOf, screenCalls } from '../support/stand-in/screen-calls.ts';
import type { StandIn } from '../support/stand-in/start.ts';
import { startStandIn } from '../support/stand-in/start.ts';
import { expectedSchool, schoolFile } from '../support/fixtures.ts';

/**
 * Issue 2, the house: the built Electron bundles, unmodified, under the stand-in for `electron`,
 * driven by their own screens from the empty folder to the printed appeal and the closed database.
 */

const expected = expectedSchool();

let folder = '';
let program: StandIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  program = await startStandIn(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = () => program.page;
const press = (name: string | RegExp) => page().getByRole('button', { name }).first().click();
const step = (name: string) => page().locator('[aria-current="step"]', { hasText: name });
const call = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N>> => dataOf(await screenCalls(page()).call(name, input));

test('the first start: requisites and the school year', async () => {
  await step('Уровень').waitFor();
  await press('Начать');
  await step('Реквизиты').waitFor();
  await page()
    .getByLabel('Полное наименование')
    .fill('Муниципальное общеобразовательное учреждение «Школа № 17»');
  await page().getByLabel('Сокращённое наименование').fill('МОУ «Школа № 17»');
  await page()
    .getByLabel(/^Муницип/u)
    .fill('Новооскольский городской округ');
  await page().getByLabel('Фамилия, имя, отчество руководителя').fill('Незнамова Мария Петровна');
  await page()
    .getByLabel(/^Код организации/u)
    .fill('0017');
  await page().keyboard.press('Control+s');
  await step('Учебный год').waitFor();
  await press('Сохранить и продолжить');
  await step('Люди').waitFor();
}, 60_000);

const applied = async (): Promise<void> => {
  await press('Применить');
  await page().getByRole('heading', { name: 'Загрузка завершена' }).waitFor({ timeout: 60_000 });
};

test('people come from the files chosen in the dialog of the system', async () => {
  const files = ['kontingent.xlsx', 'roditeli-1251.csv'];
  const filePaths = files.map(schoolFile);
  await program.ask('prepare', [{ canceled: false, filePaths }]);
  await press('Выбрать файлы…');
  await page().getByRole('heading', { name: 'Что узнали в файле' }).waitFor({ timeout: 60_000 });
  await page().getByText('2025/2026', { exact: true }).waitFor();
  await applied();
  await press('Следующий файл');
  await page().getByText('roditeli-1251.csv').first().waitFor();
  await applied();
  expect((await call('people.listStudents', {})).total).toBe(expected.students);
  expect((await call('people.listGuardians', {})).total).toBe(expected.guardians);
  await press('Далее');
  await step('Пароль').waitFor();
  await press('Задать позже');
  await step('Готово').waitFor();
  await page().getByText('Можно работать').waitFor();
}, 180_000);

test('an appeal from two letters of a name', async () => {
  await press('На главную');
  await page().getByRole('heading', { name: 'Главная' }).waitFor();
  await press('Новое обращение');
  await page().getByRole('heading', { level: 1, name: 'Новое обращение' }).waitFor();
  await page().locator('input:focus').waitFor();
  await page().keyboard.type('дю');
  await page()
    .getByRole('option', { name: /^Дюма Екатерина Андреевна/u })
    .click();
  await page()
    .getByText(/начального общего образования, 1А класс/u)
    .waitFor();
  await page().getByRole('radio').first().check();
  await page().getByRole('combobox', { name: 'Предмет' }).fill('Математика');
  await page().getByRole('combobox', { name: 'Тема пропущенного урока' }).fill('Сложение до ста');
  await page().keyboard.press('Control+s');
  await page()
    .getByText(/^№ 1 \/ \d{4}$/u)
    .waitFor();
  const { rows } = await call('appeals.list', {});
  expect(rows).toMatchObject([
    { number: 1, studentName: 'Дюма Екатерина Андреевна', status: 'registered' },
  ]);
}, 90_000);

test('it is printed to PDF from the preview', async () => {
  await page()
    .getByRole('button', { name: /^Печать/u })
    .first()
    .click();
  await page()
    .getByText(/Страница 1 из 1/u)
    .waitFor();
  const filePath = join(folder, 'обращение.pdf');
  await program.ask('prepare', [{ canceled: false, filePath }]);
  await press('Сохранить PDF');
  await expect.poll(() => existsSync(filePath), { timeout: 15_000 }).toBe(true);
  const pdf = readFileSync(filePath);
  expect(pdfPageCount(pdf)).toBe(1);
  const letters = pdfLetters(pdf);
  for (const text of ['ДюмаЕкатеринаАндреевна', 'Математика', 'Сложениедоста', '1А'])
    expect(letters).toContain(text);
  await page().keyboard.press('Escape');
}, 60_000);

test('quitting closes the database: no journal, no lock, nothing borrowed', async () => {
  expect(await program.quit()).toBe(0);
  const left = readdirSync(folder).filter((name) => /-wal|-shm|holder|uploads|outbox/u.test(name));
  expect(left).toEqual([]);
  const base = new Database(join(folder, 'office.sqlite'), { readonly: true });
  expect(base.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(base.prepare('SELECT count(*) AS n FROM appeals').get()).toEqual({ n: 1 });
  base.close();
  const settings = { folder, program: 'тест', actor: 'тест', writeLog: () => undefined };
  await (await openRemoteOffice(settings)).close();
  const log = readFileSync(join(folder, 'logs', 'office.log'), 'utf8');
  expect(log).toMatch(/closed\s*$/u);
  expect(log).not.toMatch(/\[error\]|Дюма/u);
}, 30_000);
