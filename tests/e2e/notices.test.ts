import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpOffice } from '../support/http-office.ts';
import { openHttpOffice } from '../support/http-office.ts';
import { schoolFile } from '../support/fixtures.ts';

/** What the screens say of a file of another school year and of a school without requisites. */

let office: HttpOffice;
beforeAll(async () => {
  office = await openHttpOffice();
}, 60_000);
afterAll(async () => office.close(), 60_000);

test('a file of a past year is said to be one, and its rows turn by named buttons', async () => {
  const { page, goto } = office;
  await goto('/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файлы…' }).click();
  await (await chooser).setFiles([schoolFile('kontingent.xlsx')]);
  await page.getByText(/относятся к прошедшему 2025\/2026 учебному году/u).waitFor();
  await page.getByRole('button', { name: 'Следующая страница' }).click();
  await expect
    .poll(() => page.getByRole('button', { name: 'Предыдущая страница' }).isEnabled())
    .toBe(true);
  await office.checkAccess();
}, 90_000);

test('the summary of a school without requisites warns of empty lines', async () => {
  await office.goto('/summary');
  await office.page.getByText(/Реквизиты школы не заполнены/u).waitFor();
  await office.checkAccess();
}, 60_000);
