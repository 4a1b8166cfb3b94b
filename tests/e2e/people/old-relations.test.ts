import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderPassword } from '../../support/folders/tells.ts';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';

/** A folder of 0.1.0 where a grandmother was somebody who may sign: home asks, the card settles. */

const oldFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const file = join(folder, 'office.sqlite');
  const packed = new URL('../../fixtures/folders/0.1.0/office.sqlite.gz', import.meta.url);
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  const db = new DatabaseSync(file);
  db.exec(`UPDATE guardianships SET relation = 'grandmother' WHERE id =
    (SELECT id FROM guardianships WHERE relation = 'mother' ORDER BY id LIMIT 1)`);
  db.close();
  return folder;
};

let office: HttpOffice;

beforeAll(async () => {
  office = await openHttpOffice(oldFolder());
}, 60_000);

afterAll(async () => office.close(), 60_000);

test('home tells the doubt, the list shows whom, the card settles it', async () => {
  const { page, call, goto, checkAccess } = office;
  await page.getByLabel('Пароль', { exact: true }).fill(folderPassword);
  await page.getByRole('button', { name: 'Открыть' }).click();
  await page.getByText(/1 связь из прежней версии/u).waitFor();
  await checkAccess();
  await page.getByRole('link', { name: 'Уточнить' }).click();
  const grid = page.getByRole('grid');
  await grid.getByText('уточнить', { exact: true }).waitFor();
  expect(await grid.getByRole('row').count()).toBe(2);
  await checkAccess();

  const { rows } = await call('people.listGuardians', { filters: { inDoubt: true } });
  await goto(`/guardians/${rows[0]?.id}`);
  await page.getByText('уточните, представляет ли ребёнка').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'уточните' });
  await row.getByRole('button', { name: /^Изменить/u }).click();
  await page.getByRole('combobox', { name: 'Кем приходится' }).click();
  await page.getByRole('option', { name: 'мать', exact: true }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('уточните, представляет ли ребёнка').waitFor({ state: 'detached' });
  await goto('/');
  await page.getByText(/из прежней версии/u).waitFor({ state: 'detached' });
}, 120_000);
