import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'vitest';
import type { HttpOffice } from '../../support/http-office.ts';
import { openHttpOffice } from '../../support/http-office.ts';
import { schoolFile } from '../../support/fixtures.ts';

/** The built program over the invented school of tests/fixtures/school-a, as its office begins. */

export interface SchoolA {
  readonly office: HttpOffice;
  /** Id of 8А in 2025/2026. */
  readonly class8a: number;
}

/** Students and classes of 2025/2026 with its calendar; no marks yet. */
export const openSchoolA = async (): Promise<SchoolA> => {
  const office = await openHttpOffice();
  const { call } = office;
  await call('settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'СОШ № 7',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  await call('calendar.saveYear', await call('calendar.prefill', { startYear: 2025 }));
  const { handle } = await office.upload(schoolFile('kontingent.xlsx'));
  const { plan } = await call('people.previewImport', { file: handle });
  await call('people.commitImport', { plan });
  const { rows } = await call('people.listClasses', {
    filters: { onDate: '2025-09-01' },
    limit: 300,
  });
  const found = rows.find(({ className }) => className === '8А');
  if (!found) throw new Error('8А is not in the contingent');
  return { office, class8a: found.id };
};

interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file of the school as it is chosen; the program looks at contents, not at the type. */
const chosen = (path: string): TestFile => ({
  name: basename(path),
  mimeType: 'application/octet-stream',
  buffer: readFileSync(path),
});

/** Chooses files, by path or by content, in the dialog a button opens. */
export const chooseFiles = async (
  { page }: HttpOffice,
  button: string,
  files: readonly (string | TestFile)[],
): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (
    await chooser
  ).setFiles(files.map((file) => (typeof file === 'string' ? chosen(file) : file)));
};

/** Chooses 8А in the filters of a tab; the first class stands there until then. */
export const chooseClass8a = async ({ page }: HttpOffice): Promise<void> => {
  const field = page.getByRole('combobox', { name: 'Класс' });
  await expect.poll(() => field.inputValue()).toBe('1А');
  await field.fill('8А');
  await page.getByRole('option', { name: '8А', exact: true }).click();
};
