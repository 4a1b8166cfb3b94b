import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool, russianDate } from '../../support/http-school.ts';

/** An appeal from two letters of a name to the result, by keyboard (S1 Приложение 1). */

let school: HttpSchool;

beforeAll(async () => {
  school = await openHttpSchool();
}, 60_000);

afterAll(async () => school.office.close(), 60_000);

const page = () => school.office.page;
const press = (name: string | RegExp) => page().getByRole('button', { name }).first().click();
const box = (name: string) => page().getByRole('combobox', { name });
const choose = async (label: string, typed: string, option: RegExp): Promise<void> => {
  await box(label).fill(typed);
  await page().getByRole('option', { name: option }).click();
};
const year = () => Number(school.today.slice(0, 4));
const first = async () => {
  const { rows } = await school.office.call('appeals.list', {
    sort: { column: 'number', descending: true },
  });
  if (!rows[0]) throw new Error('no appeals');
  return rows[0];
};

test('two letters of the name fill class, programme and the only parent', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/appeals');
  await page().getByText('Обращений пока нет').waitFor();
  await checkAccess();
  await page().keyboard.press('F2');
  await page().getByRole('heading', { level: 1, name: 'Новое обращение' }).waitFor();
  // The field takes the focus once the form has come.
  await page().locator('input:focus').waitFor();
  await page().keyboard.type('ел');
  await page()
    .getByRole('option', { name: /Ёлкина Вера/u })
    .waitFor();
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('Enter');
  await page()
    .getByText('основная образовательная программа основного общего образования, 8А класс')
    .waitFor();
  expect(await page().getByRole('radio', { name: 'Ёлкина Алёна Викторовна' }).isChecked()).toBe(
    true,
  );
  // The child was not absent: said before saving, and no obstacle.
  await page().getByText('В информационную справку не войдёт.').waitFor();
  await page()
    .getByText(/В этом учебном году нет пропущенных учебных дней/u)
    .waitFor();
  await checkAccess();

  await page().keyboard.press('Control+s');
  await page().getByText('Проверьте отмеченные поля').waitFor();
  await box('Предмет').fill('Алгебра');
  await box('Тема пропущенного урока').fill('Квадратные уравнения');
  await choose('Ответственный работник', 'бе', /Белова/u);
  await page().keyboard.press('Control+s');
  await page().getByText(`№ 1 / ${year()}`).waitFor();
  await checkAccess();
  const row = await first();
  expect(row).toMatchObject({
    number: 1,
    registeredOn: school.today,
    guardianId: school.mother,
    programme: 'основная образовательная программа основного общего образования, 8А класс',
    status: 'registered',
    responsibleId: school.teacher,
    dueOn: addDays(school.today, 10),
  });
  // The main next step has the focus.
  await page().keyboard.press('Enter');
  await page()
    .getByRole('heading', { level: 1, name: `Обращение № 1 / ${year()}` })
    .waitFor();
}, 90_000);

test('the steps lead from the portal to the closed appeal', async () => {
  const { goto, checkAccess } = school.office;
  const { id } = await first();
  await goto(`/appeals/${id}`);
  await press('Отметить проверку портала');
  await page().getByRole('dialog', { name: 'Проверка портала' }).waitFor();
  await page().keyboard.press('Enter');
  await page()
    .getByText(/ресурса нет/u)
    .waitFor();

  await press('Поручить педагогу');
  await choose('Педагог', 'бе', /Белова/u);
  await page().getByRole('dialog').getByRole('button', { name: 'Поручить' }).click();
  await page().getByText('Готовит: Белова Ольга Игоревна.').waitFor();

  await press('Записать часы');
  const dialog = page().getByRole('dialog', { name: 'Записать часы' });
  await dialog.getByRole('textbox', { name: 'Часы' }).fill('1:20');
  await dialog.getByRole('textbox', { name: 'Часы' }).press('Enter');
  await dialog.getByText('Проверьте отмеченные поля').waitFor();
  await dialog.getByRole('textbox', { name: 'Часы' }).fill('1,5');
  await dialog.getByRole('textbox', { name: 'Часы' }).press('Enter');
  await page().getByText('Записано 1 ч 30 мин (1 запись).').waitFor();

  await press('Передать ресурс');
  // A teacher was asked to prepare it: that is proposed.
  const prepared = page().getByRole('radio', { name: 'Подготовлен по этому обращению' });
  expect(await prepared.isChecked()).toBe(true);
  await checkAccess();
  const address = page().getByRole('textbox', { name: 'Адрес на портале' });
  await address.fill('портал/12');
  await address.blur();
  await page()
    .getByText(/Это не адрес/u)
    .waitFor();
  await address.fill('https://portal.example/algebra/12');
  await address.press('Enter');
  await page().getByRole('link', { name: 'Квадратные уравнения' }).waitFor();
  await page().getByText('https://portal.example/algebra/12').waitFor();
  await page().getByText('подготовлен по обращению', { exact: true }).waitFor();
  await press('Готовый ресурс: Квадратные уравнения');
  await page().getByText('готовый ресурс', { exact: true }).waitFor();
  await press('Подготовлен по обращению: Квадратные уравнения');
  await page().getByText('подготовлен по обращению', { exact: true }).waitFor();
  await page()
    .getByText(/^Не учитывается\. В этом учебном году/u)
    .waitFor();

  await press('Закрыть обращение');
  await page().getByRole('dialog', { name: 'Результат работы по обращению' }).waitFor();
  await page().keyboard.press('Enter');
  await page().getByRole('button', { name: 'Открыть снова' }).waitFor();
  await checkAccess();
  expect(await first()).toMatchObject({
    status: 'closed',
    closedOn: school.today,
    result: 'Передана ссылка на ресурс «Квадратные уравнения»',
    quarterHours: 6,
    resourceCount: 1,
    preparerId: school.teacher,
  });
}, 120_000);

test('a closed appeal is opened again and annulled with a reason; its number stays', async () => {
  const { goto } = school.office;
  const { id } = await first();
  await goto(`/appeals/${id}`);
  await press('Открыть снова');
  await page().getByRole('dialog').getByRole('button', { name: 'Открыть снова' }).click();
  await press('Аннулировать');
  const dialog = page().getByRole('dialog');
  await dialog.getByRole('button', { name: 'Аннулировать' }).click();
  await dialog.getByText('Заполните поле').waitFor();
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('Записано дважды');
  await dialog.getByRole('button', { name: 'Аннулировать' }).click();
  await page().getByText('Записано дважды').first().waitFor();
  expect(await first()).toMatchObject({ number: 1, status: 'annulled' });
}, 60_000);

test('a parent is added on the spot for a child who has none', async () => {
  const { goto } = school.office;
  await goto('/appeals/new');
  await choose('Ребёнок', 'жи', /Жилин/u);
  await page()
    .getByText(/не записан ни один родитель/u)
    .waitFor();
  await press('Добавить родителя');
  const dialog = page().getByRole('dialog', { name: 'Добавить родителя' });
  expect(await dialog.getByRole('textbox', { name: 'Фамилия' }).inputValue()).toBe('Жилин');
  await dialog.getByRole('textbox', { name: 'Имя' }).fill('Анна');
  await dialog.getByRole('textbox', { name: 'Имя' }).press('Enter');
  await page().getByRole('radio', { name: 'Жилин Анна' }).waitFor();
  await box('Предмет').fill('Физика');
  await box('Тема пропущенного урока').fill('Давление');
  await press('Зарегистрировать');
  await page().getByText(`№ 2 / ${year()}`).waitFor();
  expect(await first()).toMatchObject({
    number: 2,
    guardianName: 'Жилин Анна',
    // The worker of the appeal before is offered again.
    responsibleId: school.teacher,
  });
}, 60_000);

test('overdue appeals are shown apart and the journal prints as a book', async () => {
  const { goto, call, checkAccess } = school.office;
  const date = addDays(school.today, -1);
  await call('appeals.register', {
    studentId: school.vera,
    guardianId: school.mother,
    subject: 'История',
    lessonTopic: 'Реформы',
    channel: 'phone',
    date,
    dueOn: date,
  });
  await goto('/appeals?show=overdue');
  await page().getByRole('gridcell', { name: 'История' }).waitFor();
  expect(await page().getByRole('gridcell', { name: 'Алгебра' }).count()).toBe(0);
  await page().getByText('Все', { exact: true }).click();
  await page().getByRole('gridcell', { name: 'Алгебра' }).waitFor();
  await checkAccess();

  await press('Печать журнала');
  await press('Показать и напечатать');
  await page()
    .getByText(/Страница 1 из \d/u)
    .waitFor();
  const sheet = page().frameLocator('iframe').locator('body');
  expect(await sheet.textContent()).toContain('Реформы');
  await page().keyboard.press('Escape');

  await press('Печать журнала');
  await page().getByText('Пустой журнал для записи от руки').click();
  await page().getByRole('textbox', { name: 'Строк в журнале' }).fill('40');
  await press('Показать и напечатать');
  await page()
    .getByText(/Страница 1 из \d/u)
    .waitFor();
  expect(await sheet.textContent()).not.toContain('Реформы');
  await page().keyboard.press('Escape');
}, 90_000);

test('the papers of the responsible worker and his indicators', async () => {
  const { goto, checkAccess } = school.office;
  await goto('/appeals/worker');
  const table = page().getByRole('table', { name: 'Показатели за период' });
  await table.getByText('Белова Ольга Игоревна').waitFor();
  await checkAccess();
  await press('Печать ведомости');
  await page()
    .getByText(/Страница 1 из/u)
    .waitFor();
  await page().keyboard.press('Escape');

  await page().getByRole('tab', { name: 'Приказ о назначении' }).click();
  await choose('Ответственные', 'бе', /Белова/u);
  await page().getByRole('textbox', { name: 'Номер' }).fill('17-о');
  await checkAccess();
  await page().getByRole('button', { name: 'Печать', exact: true }).click();
  await page()
    .getByText(/Страница 1 из/u)
    .waitFor();
  const sheet = page().frameLocator('iframe').locator('body');
  expect(await sheet.textContent()).toMatch(/17-о[\s\S]*Белов/u);
  expect(await sheet.textContent()).toContain(russianDate(school.today).slice(-4));
}, 90_000);
