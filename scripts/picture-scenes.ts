import type { Locator, Page } from 'playwright-core';
import { importMarks, marksTab, pressed } from './picture-progress.ts';
import {
  loginsFile,
  peopleFile,
  prepareHomonym,
  prepareLogins,
  prepareStatements,
  surnameAtDesk,
  unlock,
} from './picture-school.ts';

/** A screen, or a moment on it, that the guide shows. */
export interface Scene {
  readonly name: string;
  /** After `#`. */
  readonly address: string;
  readonly act?: (page: Page) => Promise<void>;
}

/** Longest wait for something that may be missing in a later look. */
const patience = 5000;

/** Does the work on the first of what was found; nothing when it does not come. */
const whenThere = async (
  found: Locator,
  work: (one: Locator) => Promise<void>,
): Promise<boolean> => {
  const one = found.first();
  try {
    await one.waitFor({ timeout: patience });
    await work(one);
    return true;
  } catch {
    return false;
  }
};

const press = async (page: Page, name: string | RegExp): Promise<boolean> =>
  whenThere(page.getByRole('button', { name }), (button) => button.click({ timeout: patience }));

const openFirstRow = async (page: Page): Promise<void> => {
  await whenThere(page.getByRole('row').nth(1), (row) => row.dblclick({ timeout: patience }));
  await page.waitForTimeout(500);
};

const preview =
  (button: RegExp) =>
  async (page: Page): Promise<void> => {
    await press(page, button);
    await page.waitForTimeout(1500);
  };

const chooseFile = async (page: Page, name: string, text: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser', { timeout: patience }).catch(() => null);
  await press(page, /^Выбрать файлы?…/u);
  await (
    await chooser
  )?.setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }]);
  await whenThere(page.getByText(/^Новые \(/u), async () => undefined);
};

const showRows = async (page: Page, status: RegExp): Promise<void> => {
  await whenThere(page.getByText(status), (tab) => tab.click({ timeout: patience }));
  await page.waitForTimeout(500);
  await page.mouse.wheel(0, 2000);
};

const importPeople =
  (status: RegExp) =>
  async (page: Page): Promise<void> => {
    await prepareHomonym(page);
    await chooseFile(page, 'контингент.csv', peopleFile());
    await showRows(page, status);
  };

const importLogins = async (page: Page): Promise<void> => {
  await prepareLogins(page);
  await page.reload();
  await chooseFile(page, 'логины.txt', await loginsFile(page));
  await page.waitForTimeout(1000);
};

/** The screen again, once there is something in it. */
const prepared =
  (prepare: (page: Page) => Promise<void>, act?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await prepare(page);
    await page.reload();
    await page.waitForTimeout(1000);
    await act?.(page);
  };

const comeToDesk = async (page: Page): Promise<void> => {
  const surname = await surnameAtDesk(page);
  const field = page.getByRole('main').getByLabel(/Кто пришёл/u);
  await whenThere(field, (one) => one.fill(surname, { timeout: patience }));
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
};

const refuse = async (page: Page): Promise<void> => {
  await press(page, /настаивает на отказе/u);
  const student = page.getByRole('combobox', { name: /^Обучающийся/u });
  await whenThere(student, (one) => one.fill('Ко', { timeout: patience }));
  await whenThere(page.getByRole('option'), (option) => option.click({ timeout: patience }));
  await whenThere(page.getByRole('radio'), (parent) => parent.check({ timeout: patience }));
  await page.waitForTimeout(2500);
};

/** The screens behind stay in the page: only a fresh load shows the lock alone. */
const lock = async (page: Page): Promise<void> => {
  await prepareLogins(page);
  await page.reload();
  await press(page, /^Заблокировать$/u);
  await whenThere(page.getByRole('heading', { name: 'Программа заблокирована' }), async () => {
    await page.reload();
  });
};

const office: readonly Scene[] = [
  { name: 'home', address: '/', act: unlock },
  { name: 'wizard', address: '/start' },
  { name: 'students', address: '/students' },
  { name: 'student', address: '/students/1' },
  { name: 'student-new', address: '/students/new' },
  { name: 'guardians', address: '/guardians' },
  { name: 'guardian', address: '/guardians/1' },
  { name: 'teachers', address: '/teachers' },
  { name: 'teacher', address: '/teachers/1' },
  { name: 'classes', address: '/classes' },
  { name: 'class', address: '/classes/1' },
  { name: 'import', address: '/import' },
  { name: 'import-preview', address: '/import', act: importPeople(/^Новые \(/u) },
  { name: 'import-questions', address: '/import', act: importPeople(/^Вопросы \(/u) },
  { name: 'duplicates', address: '/duplicates', act: openFirstRow },
  { name: 'absences', address: '/absences' },
  { name: 'absence-new', address: '/absences/new' },
  { name: 'over-two-weeks', address: '/absences?tab=over' },
  { name: 'appeals', address: '/appeals' },
  { name: 'appeals-print', address: '/appeals?print=1', act: preview(/^Показать и напечатать$/u) },
  { name: 'appeal-new', address: '/appeals/new' },
  { name: 'appeal', address: '/appeals', act: openFirstRow },
  { name: 'appeals-worker', address: '/appeals/worker' },
  { name: 'resources', address: '/resources' },
  { name: 'resource', address: '/resources/1' },
  { name: 'hours', address: '/hours' },
  { name: 'hours-new', address: '/hours/new' },
  { name: 'summary', address: '/summary' },
  { name: 'summary-versions', address: '/summary/versions' },
  { name: 'summary-version', address: '/summary/versions/1' },
  { name: 'summary-preview', address: '/summary/versions/1', act: preview(/^Просмотр и печать$/u) },
  { name: 'calendar', address: '/calendar' },
  { name: 'settings', address: '/settings' },
  { name: 'settings-paper', address: '/settings?tab=paper' },
  { name: 'settings-rules', address: '/settings?tab=rules' },
  { name: 'history', address: '/history' },
];

/** Before the diary's scenes: they set a password and lock. */
const progress: readonly Scene[] = [
  { name: 'marks-class', address: '/marks', act: marksTab('class') },
  { name: 'marks-student', address: '/marks', act: marksTab('student') },
  { name: 'marks', address: '/marks', act: marksTab('marks') },
  { name: 'marks-lessons', address: '/marks', act: marksTab('lessons') },
  { name: 'marks-finals', address: '/marks', act: marksTab('finals') },
  { name: 'marks-import', address: '/marks?tab=import', act: importMarks },
  { name: 'marks-codes', address: '/marks?tab=codes' },
  { name: 'sheets', address: '/sheets' },
  { name: 'sheets-print', address: '/sheets', act: pressed(/^Напечатать положенные/u) },
  {
    name: 'sheets-preview',
    address: '/sheets',
    act: pressed(/^Напечатать положенные/u, /^Напечатать \(/u),
  },
  { name: 'sheets-issued', address: '/sheets/issued' },
  { name: 'sheet', address: '/sheets/issued', act: openFirstRow },
  { name: 'journal', address: '/journal' },
  { name: 'journal-print', address: '/journal?print=1' },
  { name: 'control', address: '/control' },
  { name: 'control-heat', address: '/control?tab=heat' },
  { name: 'control-faults', address: '/control?tab=faults' },
  { name: 'control-loads', address: '/control?tab=loads' },
  { name: 'settings-personal', address: '/settings?tab=personal' },
  { name: 'settings-sheets', address: '/settings?tab=sheets' },
];

/** In this order: the first shows the program without a password, the last locks it. */
const diary: readonly Scene[] = [
  { name: 'settings-security', address: '/settings?tab=security' },
  {
    name: 'statement-benefits',
    address: '/statements/new?kind=refusal',
    act: prepared(prepareStatements),
  },
  { name: 'statement-refusal', address: '/statements/new?kind=refusal', act: refuse },
  { name: 'statements', address: '/statements' },
  { name: 'statement', address: '/statements', act: openFirstRow },
  { name: 'statements-doubts', address: '/statements?tab=doubts' },
  { name: 'statements-paper', address: '/statements?tab=paper' },
  { name: 'statements-shares', address: '/statements?tab=shares' },
  { name: 'settings-statements', address: '/settings?tab=statements' },
  { name: 'credentials', address: '/credentials', act: prepared(prepareLogins) },
  {
    name: 'credentials-desk',
    address: '/credentials?tab=desk',
    act: prepared(prepareLogins, comeToDesk),
  },
  { name: 'credentials-print', address: '/credentials?tab=print' },
  {
    name: 'credentials-cards',
    address: '/credentials?tab=print',
    act: preview(/^Просмотр и печать карточек$/u),
  },
  {
    name: 'credentials-ledger',
    address: '/credentials?tab=print',
    act: preview(/^Просмотр и печать ведомости$/u),
  },
  { name: 'credentials-report', address: '/credentials?tab=report' },
  { name: 'credentials-import', address: '/credentials?tab=import', act: importLogins },
  { name: 'settings-diary', address: '/settings?tab=diary' },
  { name: 'passports', address: '/passports' },
  { name: 'lock', address: '/', act: lock },
];

export const scenes: readonly Scene[] = [...office, ...progress, ...diary];
