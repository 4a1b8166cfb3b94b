import { afterAll, beforeAll, expect, test } from 'vitest';
import { OBLIGATORY_PHRASE } from '../../../src-main/domain/statement-texts.ts';
import { addDays, russianDate } from '../../support/http-school.ts';
import type { StatingSchool } from './family.ts';
import { openStatingSchool } from './family.ts';

/** A refusal, its annulment and a student's consent at the desk (S2 §7). */

let school: StatingSchool;

beforeAll(async () => {
  school = await openStatingSchool();
}, 90_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const field = (name: string) => page().getByRole('textbox', { name, exact: true });
const rows = async () =>
  (await school.office.call('statements.list', { sort: { column: 'number' } })).rows;
const modes = async (on: string) =>
  school.office.call('statements.serviceMode', { studentId: school.vera, on });

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

const chooseStudent = async (letters: string, name: RegExp): Promise<void> => {
  await page().getByRole('combobox', { name: 'Обучающийся' }).fill(letters);
  await page().getByRole('option', { name }).click();
};

const confirmNames = async (): Promise<void> => {
  const mark = page().getByRole('checkbox', { name: 'Имена проверены, падежи верны' });
  if (await mark.isVisible()) await mark.check();
};

test('a refusal begins with the benefits and is previewed as it is typed', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/statements');
  await page().getByText('Заявлений пока нет').waitFor();
  await page().keyboard.press('F2');
  await button(/Отказ от услуги/u).waitFor();
  await checkAccess();
  await button(/Отказ от услуги/u).click();
  // Nothing can be typed before the parent has heard what the service gives.
  await page()
    .getByText(/Оценки видны не позднее недели/u)
    .waitFor();
  expect(await page().getByRole('combobox', { name: 'Обучающийся' }).count()).toBe(0);
  await checkAccess();
  await button(/настаивает на отказе/u).click();

  await chooseStudent('ёл', /Ёлкина Вера/u);
  await page().getByRole('radio', { name: 'Ёлкина Алёна Викторовна' }).waitFor();
  expect(await page().getByRole('radio').isChecked()).toBe(true);
  await page().getByText(OBLIGATORY_PHRASE, { exact: true }).waitFor();
  await sheetSays('от Ёлкиной Алёны Викторовны');
  await sheetSays(OBLIGATORY_PHRASE);
  await field('Причина').fill('семья ведёт бумажный дневник');
  await sheetSays('семья ведёт бумажный дневник');
  await field('Дата на заявлении').fill(russianDate(school.earlier));
  await field('Дата регистрации').fill(russianDate(school.earlier));
  await checkAccess();
  await confirmNames();
  await button('Зарегистрировать').click();
  await page().getByRole('heading', { name: 'Отказ от услуги № 1' }).waitFor();
  await checkAccess();
  expect(await rows()).toMatchObject([
    { kind: 'refusal', number: 1, state: 'waiting', signedOn: null, date: school.earlier },
  ]);
  // Unsigned it waits, in a list of its own, and changes nothing.
  expect((await modes(school.today)).parents[0]?.mode.mode).toBe('electronic');
  await page().getByText('Нужно решение').waitFor();
  await goto('/statements?tab=doubts');
  await page().getByRole('gridcell', { name: 'ждёт подписи', exact: true }).waitFor();
  await checkAccess();
}, 120_000);

test('the text of an unsigned paper is corrected', async () => {
  const { goto, checkAccess } = school.office;
  const [refusal] = await rows();
  await goto(`/statements/${refusal?.id}`);
  await button('Исправить текст').click();
  await sheetSays('семья ведёт бумажный дневник');
  await field('Причина').fill('семья ведёт бумажный дневник третий год');
  await sheetSays('третий год');
  await checkAccess();
  await button('Сохранить исправление').click();
  await page().getByText('Заявление исправлено').waitFor();
  await page().getByRole('heading', { name: 'Отказ от услуги № 1' }).waitFor();
  await sheetSays('третий год');
}, 60_000);

test('the registered paper is previewed and its signature marked', async () => {
  await button('Печать').click();
  await page()
    .getByText(/Страница 1 из 1/u)
    .waitFor();
  await sheetSays(OBLIGATORY_PHRASE);
  await page().keyboard.press('Escape');
  await button('Отметить подпись').click();
  await page().getByRole('dialog', { name: 'Отметка о подписи' }).waitFor();
  await page().keyboard.press('Enter');
  await page().getByText('Подпись отмечена').waitFor();
  expect((await rows())[0]).toMatchObject({ signedOn: school.today, state: 'standing' });
  expect((await modes(school.today)).parents[0]?.mode.mode).toBe('paper-refusal');
}, 60_000);

test('a second refusal and a consent under 14 are refused at their fields', async () => {
  const { goto } = school.office;
  await goto(`/statements/new?kind=refusal&studentId=${school.vera}`);
  await button(/настаивает на отказе/u).click();
  const kind = page().getByRole('combobox', { name: 'Вид заявления' });
  await page()
    .getByText(/Уже действует отказ этого заявителя/u)
    .first()
    .waitFor();
  expect(await kind.getAttribute('aria-invalid')).toBe('true');

  await school.office.call('people.saveGuardian', {
    id: null,
    lastName: 'Жилин',
    firstName: 'Олег',
    link: { studentId: school.petr, relation: 'father' },
  });
  await goto(`/statements/new?kind=consent-14&studentId=${school.petr}`);
  await page()
    .getByText(/На дату согласия ученику нет 14 лет/u)
    .first()
    .waitFor();
  expect(await field('Дата на заявлении').getAttribute('aria-invalid')).toBe('true');
  expect(await rows()).toHaveLength(1);
}, 60_000);

test('a student of 14 consents with the passport shown', async () => {
  const { goto, checkAccess } = school.office;
  await goto(`/students/${school.vera}?tab=service`);
  await page()
    .getByRole('table', { name: 'Режим обслуживания' })
    .getByText('на бумаге: отказ')
    .first()
    .waitFor();
  await checkAccess();
  await button('Согласие ученика (14+)').click();
  await sheetSays('СОГЛАСИЕ');
  await confirmNames();
  // Without the passport the field says why.
  await button('Зарегистрировать').click();
  await page()
    .getByText(/Паспорт не предъявлен/u)
    .first()
    .waitFor();
  await page().getByRole('checkbox', { name: 'Паспорт предъявлен' }).check();
  await page().getByRole('checkbox', { name: 'Заявление уже подписано' }).check();
  await checkAccess();
  await button('Зарегистрировать').click();
  await page().getByRole('heading', { name: 'Согласие ученика (14+) № 2' }).waitFor();
  const now = await modes(school.today);
  expect(now.student.mode).toBe('own-consent');
  expect(now.parents[0]?.mode.mode).toBe('paper-refusal');
}, 90_000);

test('who is on paper, the share by class and on the home screen', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/statements?tab=paper');
  await page().getByRole('gridcell', { name: 'Ёлкина Вера Ильинична' }).waitFor();
  await page()
    .getByRole('gridcell', { name: /не реже \(?но и не чаще|не чаще/u })
    .waitFor();
  await checkAccess();
  await page()
    .getByLabel('На дату', { exact: true })
    .first()
    .fill(russianDate(addDays(school.earlier, -1)));
  await page().getByText('На бумаге никого не обслуживают').waitFor();
  await goto('/statements?tab=shares');
  await page().getByRole('figure').getByText('50 % (1 из 2)').waitFor();
  await page().getByRole('table', { name: 'Доля отказов по классам' }).waitFor();
  await checkAccess();
  await goto('/');
  await page().getByRole('heading', { name: 'Доля отказов' }).waitFor();
  await page().getByText('50 %', { exact: true }).waitFor();
}, 90_000);

test('the annulment ends the refusal and the consent with it', async () => {
  const { goto } = school.office;
  const [refusal] = await rows();
  await goto(`/statements/${refusal?.id}`);
  await button('Аннулировать отказ').click();
  await sheetSays('Прошу считать аннулированным');
  await page()
    .getByText(/^Отказ № 1/u)
    .waitFor();
  await confirmNames();
  await page().getByRole('checkbox', { name: 'Заявление уже подписано' }).check();
  await button('Зарегистрировать').click();
  await page().getByRole('heading', { name: 'Аннулирование отказа № 3' }).waitFor();
  expect((await rows()).map(({ state }) => state)).toEqual(['ended', 'ended', 'standing']);
  const now = await modes(school.today);
  expect([now.student.mode, now.parents[0]?.mode.mode]).toEqual(['electronic', 'electronic']);

  await goto('/statements');
  await page().getByRole('gridcell', { name: 'Аннулирование отказа' }).waitFor();
  await school.office.checkAccess();
}, 90_000);

test('a doubtful name is flagged with its reason and registered once confirmed', async () => {
  const { goto, call } = school.office;
  await goto(`/statements/new?kind=impossibility&studentId=${school.petr}`);
  await page()
    .getByText(/^проверьте/u)
    .first()
    .waitFor();
  await button('Зарегистрировать').click();
  await page()
    .getByText(/Программа не уверена в падежах/u)
    .waitFor();
  const child = field('Ребёнок в тексте (родительный падеж)');
  expect(await child.getAttribute('aria-invalid')).toBe('true');
  await school.office.checkAccess();

  // A form typed by the user and «not declined» need no confirmation.
  await child.fill('Жилина Петра');
  await button(/^Падежи: Жилин Олег/u).click();
  const dialog = page().getByRole('dialog', { name: 'Падежи: Жилин Олег' });
  await dialog.getByRole('checkbox', { name: /Не склонять/u }).check();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await page().getByText('Падежи сохранены').waitFor();
  await sheetSays('от Жилин Олег');
  await confirmNames();
  await button('Зарегистрировать').click();
  await page().getByRole('heading', { name: 'Невозможность получения № 4' }).waitFor();
  const [statement] = (await rows()).toReversed();
  const { content } = await call('statements.card', { id: statement?.id ?? 0 });
  expect(content).toMatchObject({
    applicantGenitive: 'Жилин Олег',
    studentGenitive: 'Жилина Петра',
  });
}, 90_000);
