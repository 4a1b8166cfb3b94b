import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonalField } from '../../../src-main/contract/settings.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { csv } from './support.ts';

/** Personal fields of an imported file: by the settings, and left out of one import. */

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
});
afterEach(() => office.close());

const without = async (...fields: readonly PersonalField[]): Promise<void> => {
  const { personalFields } = await office.call('settings.get', {});
  const changed = Object.fromEntries(
    fields.map((field) => [field, { ...personalFields[field], kept: false }]),
  );
  await office.call('settings.savePersonalFields', { ...personalFields, ...changed });
};

const pupils = () =>
  csv(
    office,
    'Класс;Фамилия;Имя;Дата рождения;Пол;Адрес',
    '5А;Ким;Ева;01.02.2014;ж;ул. Садовая, 1',
    '2А;Ким;Лев;02.02.2017;непонятно;',
  );

const parents = (phone = '8 (910) 111-22-33') =>
  csv(
    office,
    'ФИО родителя;Степень родства;Телефон;E-mail;Адрес;ФИО ученика;Дата рождения ученика',
    `Ким Анна Львовна;мать;${phone};anna@пример.рф;ул. Садовая, 1;Ким Ева;01.02.2014`,
    `Ким Анна Львовна;мать;${phone};;;Ким Лев;02.02.2017`,
  );

const load = async (file: string, leftOut: readonly PersonalField[] = []) => {
  const preview = await office.call('people.previewImport', { file, leftOut: [...leftOut] });
  const { creates } = await office.call('people.commitImport', { plan: preview.plan });
  return { preview, creates };
};

const outcomes = (preview: Awaited<ReturnType<typeof load>>['preview']) =>
  Object.fromEntries(preview.personalFields.map(({ field, outcome }) => [field, outcome]));

const guardians = async () => (await office.call('people.listGuardians', {})).rows;
/** As stored, whatever is kept. */
const counts = async () => (await office.call('people.countPersonalFields', {})).counts;

test('takes what the settings keep, and says what for', async () => {
  const { preview } = await load(await pupils());
  expect(preview.personalFields).toEqual([
    {
      field: 'studentSex',
      title: 'Пол ученика',
      purpose: 'согласование слов в документах',
      values: 1,
      outcome: 'taken',
    },
    expect.objectContaining({ field: 'studentAddress', values: 1, outcome: 'taken' }),
  ]);
  expect(preview.warnings).toBe(1);
  expect(await counts()).toMatchObject({ studentSex: 1, studentAddress: 1 });
});

test('does not take what the school does not keep, and warns of nothing in it', async () => {
  await without('studentSex', 'studentAddress');
  const { preview } = await load(await pupils());
  expect(outcomes(preview)).toEqual({ studentSex: 'not-kept', studentAddress: 'not-kept' });
  expect(preview.warnings).toBe(0);
  expect(await counts()).toMatchObject({ studentSex: 0, studentAddress: 0 });
});

test('leaves out of one import what a person says, and keeps what was stored', async () => {
  await load(await pupils());
  await load(await parents());
  const [before] = await guardians();
  const { preview } = await load(await parents('8 (910) 999-88-77'), ['guardianPhone']);
  expect(outcomes(preview)).toEqual({
    guardianPhone: 'left-out',
    guardianEmail: 'taken',
    guardianAddress: 'taken',
  });
  expect(preview.counts).toMatchObject({ same: 2, changed: 0, new: 0 });
  expect(await guardians()).toEqual([before]);
});

test('one mother of two children stays one, though her phone is not taken', async () => {
  await load(await pupils());
  await without('guardianPhone', 'guardianEmail', 'guardianAddress');
  const { preview, creates } = await load(await parents());
  expect(creates).toMatchObject({ guardians: 1, links: 2 });
  const { rows } = await office.call('people.listPlanRows', { plan: preview.plan });
  expect(JSON.stringify(rows)).not.toMatch(/910|пример\.рф|Садовая/u);
  expect(await counts()).toMatchObject({ guardianPhone: 0, guardianEmail: 0, guardianAddress: 0 });
  expect((await load(await parents())).preview.counts).toMatchObject({ same: 2, new: 0 });
});

test('a plan made before the field was turned off is not applied', async () => {
  const { plan } = await office.call('people.previewImport', { file: await pupils() });
  await without('studentSex');
  expect(await office.refusal('people.commitImport', { plan })).toMatchObject({
    code: 'plan-stale',
  });
});
