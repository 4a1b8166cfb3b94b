import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonalField } from '../../../src-main/contract/settings.ts';
import { openFamily, type Family } from './family.ts';

/** Address and phone in the header of a statement, and the words that need the child's sex. */

let family: Family;
beforeEach(async () => {
  family = await openFamily();
});
afterEach(() => family.school.office.close());

const call: Family['school']['office']['call'] = (name, input) =>
  family.school.office.call(name, input);

const without = async (...fields: readonly PersonalField[]): Promise<void> => {
  const { personalFields } = await call('settings.get', {});
  const changed = Object.fromEntries(
    fields.map((field) => [field, { ...personalFields[field], kept: false }]),
  );
  await call('settings.savePersonalFields', { ...personalFields, ...changed });
};

const draft = (kind: 'refusal' | 'consent-14' = 'refusal') =>
  call('statements.draft', { kind, studentId: family.anna, guardianId: family.father });
const contentOf = async (id: number) => (await call('statements.card', { id })).content;
const header = { address: 'ул. Новая, 1', phone: '+79201112233' };

test('a parent’s header proposes and stores what is kept of the parent', async () => {
  expect((await draft()).form).toMatchObject({
    address: 'г. Заречный, ул. Лесная, д. 7, кв. 12',
    phone: '+79200000001',
  });
  await without('guardianAddress');
  const { form, headerKept } = await draft();
  expect(form).toMatchObject({ address: null, phone: '+79200000001' });
  expect(headerKept).toEqual({ address: false, phone: true });
  expect(await family.refusal(header)).toEqual(['field-not-kept', ['address']]);
  const { id } = await family.register({ ...header, address: null });
  expect(await contentOf(id)).toMatchObject({ ...header, address: null });
});

test('a student’s header asks for the student’s own address', async () => {
  await family.register({ guardianId: family.father });
  await without('guardianAddress', 'guardianPhone');
  const { form, headerKept } = await draft('consent-14');
  expect(headerKept).toEqual({ address: true, phone: false });
  expect(form).toMatchObject({ address: 'г. Заречный, ул. Лесная, д. 7, кв. 12', phone: null });
});

test('a correction leaves what an unsigned statement has already', async () => {
  const { id } = await family.register({ ...header, signed: false });
  await without('guardianAddress', 'guardianPhone');
  const correct = (typed: Partial<typeof header>) =>
    family.school.office.refusal('statements.correct', {
      id,
      date: '2026-03-02',
      confirmedDeclensions: true,
      ...typed,
    });
  await call('statements.correct', { id, date: '2026-03-01', confirmedDeclensions: true });
  expect(await contentOf(id)).toMatchObject(header);
  await call('statements.correct', {
    id,
    date: '2026-03-02',
    confirmedDeclensions: true,
    ...header,
  });
  expect((await correct({ phone: '+79209998877' })).code).toBe('field-not-kept');
  expect(await contentOf(id)).toMatchObject(header);
});

test('without the sex the words are of both forms, unless the patronymic tells it', async () => {
  const { petr, petrFather } = family.school;
  await call('people.saveStudent', {
    id: petr,
    lastName: 'Ёлкин',
    firstName: 'Пётр',
    birthDate: null,
    sex: 'male',
  });
  const words = async () =>
    (
      await call('statements.draft', { kind: 'refusal', studentId: petr, guardianId: petrFather })
    ).paragraphs.join(' ');
  expect(await words()).toContain('ученика 5Б');
  await without('studentSex');
  expect(await words()).toContain('ученика (ученицы) 5Б');
  expect((await draft()).paragraphs.join(' ')).toContain('ученицы 8А');
});
