import { readFile } from 'node:fs/promises';
import type { OperationInput, OperationOutput } from '../../../src-main/contract/operations.ts';
import { recogniseCredentials } from '../../../src-main/spreadsheets/credentials/recognise-credentials.ts';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { schoolFile } from '../../support/fixtures.ts';

/** The invented school with its people; credentials come in the tests. */

export const credentialFiles = ['logins-ucheniki.txt', 'logins-roditeli.csv'] as const;

export const officePassword = 'Парта-у-окна-7';

export const requisites = {
  level: 'school',
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»',
  shortName: 'МБОУ «СОШ № 7»',
  code: '0007',
  municipality: 'Заречный городской округ',
  directorName: 'Соколова Мария Константиновна',
} as const;

const importPeople = async (office: TestOffice, name: string): Promise<void> => {
  const file = await office.office.register(schoolFile(name));
  const { plan } = await office.call('people.previewImport', { file });
  await office.call('people.commitImport', { plan });
};

/** An office whose password is set, with everyone of the invented school. */
export const openSchool = async (): Promise<TestOffice> => {
  const office = await openTestOffice({ today: '2026-03-02' });
  const repeat = officePassword;
  await office.call('lock.setPassword', { password: officePassword, repeat });
  await office.call('settings.saveSchool', requisites);
  for (const name of ['kontingent.xlsx', 'roditeli-1251.csv']) await importPeople(office, name);
  return office;
};

type Preview = OperationOutput<'credentials.previewImport'>;
type PlanRow = OperationOutput<'credentials.listPlanRows'>['rows'][number];

export const previewCredentials = async (office: TestOffice, name: string): Promise<Preview> =>
  office.call('credentials.previewImport', {
    file: await office.office.register(schoolFile(name)),
  });

export const questionsOf = async (
  office: TestOffice,
  { plan }: Preview,
): Promise<readonly PlanRow[]> =>
  (
    await office.call('credentials.listPlanRows', {
      plan,
      filters: { status: 'question' },
      limit: 10_000,
    })
  ).rows;

/** The likeliest candidate of every question that was not chosen yet: what a person would click. */
export const likeliest = (
  questions: readonly PlanRow[],
): NonNullable<OperationInput<'credentials.commitImport'>['answers']> => {
  const taken = new Set<number>();
  return Object.fromEntries(
    questions.map(({ key, candidates }) => {
      const free = candidates.find(({ id }) => !taken.has(id));
      if (free) taken.add(free.id);
      return [key, free?.id ?? 'skip'];
    }),
  );
};

export const importCredentials = async (office: TestOffice, name: string) => {
  const preview = await previewCredentials(office, name);
  const questions = await questionsOf(office, preview);
  const { data, auditId } = await office.command('credentials.commitImport', {
    plan: preview.plan,
    answers: likeliest(questions),
  });
  return { preview, questions, counts: data.counts, auditId };
};

/** Every password of the files. */
export const knownSecrets = async (): Promise<readonly string[]> => {
  const secrets: string[] = [];
  for (const name of credentialFiles) {
    const workbook = await readWorkbook(await readFile(schoolFile(name)));
    for (const { secret } of recogniseCredentials(workbook).rows)
      if (secret !== null) secrets.push(secret);
  }
  return secrets;
};
