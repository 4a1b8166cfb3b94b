import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonalField } from '../../../src-main/contract/settings.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent } from './support.ts';

/** Fields beyond S2 §8 that the school does not keep: hidden, refused, never erased unseen. */

let office: TestOffice;
let eva = 0;
let mother = 0;

const name = { lastName: 'Ким', firstName: 'Ева', middleName: null };
const motherName = { lastName: 'Ким', firstName: 'Анна', middleName: 'Львовна' };
const contacts = {
  phone: '+79101112233',
  email: "o'kim-anna@пример.рф",
  address: 'ул. Садовая, 1',
};

/** Turns fields off; the others stay kept. */
const without = async (...fields: readonly PersonalField[]): Promise<void> => {
  const { personalFields } = await office.call('settings.get', {});
  const changed = Object.fromEntries(
    fields.map((field) => [field, { ...personalFields[field], kept: false }]),
  );
  await office.call('settings.savePersonalFields', { ...personalFields, ...changed });
};

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-03-02' });
  const classId = await addClass(office, '5А', '2025-09-01');
  ({ id: eva } = await office.call('people.saveStudent', {
    id: null,
    ...name,
    birthDate: '2014-02-01',
    sex: 'female',
    address: 'ул. Садовая, 1',
    enrol: { classId, startsOn: '2025-09-01' },
  }));
  ({ id: mother } = await office.call('people.saveGuardian', {
    id: null,
    ...motherName,
    ...contacts,
    link: { studentId: eva, relation: 'mother' },
  }));
});
afterEach(() => office.close());

const student = async () => (await office.call('people.student', { id: eva })).student;
const guardian = async () => (await office.call('people.guardian', { id: mother })).guardian;

describe('kept by default', () => {
  test('every field, with the proposed purpose', async () => {
    const { personalFields } = await office.call('settings.get', {});
    expect(Object.values(personalFields).every(({ kept }) => kept)).toBe(true);
    expect(personalFields.studentSex.purpose).toBe('согласование слов в документах');
    expect(await guardian()).toMatchObject(contacts);
    expect(await student()).toMatchObject({ sex: 'female', address: 'ул. Садовая, 1' });
  });

  test('the purpose is the school’s own text and cannot be empty', async () => {
    const { personalFields } = await office.call('settings.get', {});
    const phone = { kept: true, purpose: 'срочный вызов родителя' };
    await office.call('settings.savePersonalFields', { ...personalFields, guardianPhone: phone });
    expect((await office.call('settings.get', {})).personalFields.guardianPhone).toEqual(phone);
    await expect(
      office.call('settings.savePersonalFields', {
        ...personalFields,
        guardianPhone: { kept: true, purpose: ' ' },
      }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'guardianPhone.purpose' }],
    });
  });
});

describe('a field that is not kept', () => {
  test('is refused in a form, with its name and where to turn it on', async () => {
    await without('guardianPhone', 'studentSex');
    await expect(
      office.call('people.saveGuardian', { id: null, ...motherName, phone: '+79105556677' }),
    ).rejects.toMatchObject({
      code: 'field-not-kept',
      message: expect.stringMatching(/«Телефон родителя».*«Какие сведения храним»/u),
      fields: [{ path: 'phone' }],
    });
    await expect(
      office.call('people.saveStudent', { id: null, ...name, birthDate: null, sex: 'female' }),
    ).rejects.toMatchObject({ code: 'field-not-kept', fields: [{ path: 'sex' }] });
  });

  test('is answered as empty everywhere', async () => {
    await without('guardianPhone', 'guardianEmail', 'guardianAddress', 'studentSex');
    expect(await guardian()).toMatchObject({ phone: null, email: null, address: null });
    expect(await student()).toMatchObject({ sex: null, address: 'ул. Садовая, 1' });
    const list = await office.call('people.listGuardians', {});
    expect(list.rows).toMatchObject([{ phone: null, email: null, address: null }]);
    const { guardians } = await office.call('people.student', { id: eva });
    expect(guardians).toMatchObject([{ phone: null }]);
    await without('studentAddress');
    expect((await office.call('people.listStudents', {})).rows).toMatchObject([
      { sex: null, address: null },
    ]);
    expect((await office.call('lists.suggest', { field: 'address', text: '' })).values).toEqual([]);
  });

  test('is not found by what is hidden; the name and the other field still are', async () => {
    const found = async (search: string) =>
      (await office.call('people.listGuardians', { search })).rows.length +
      (await office.call('people.findGuardians', { text: search })).guardians.length;
    const nowhere = ['9101112233', 'okim', 'ким анна'];
    expect(await Promise.all(nowhere.map(found))).toEqual([1, 2, 2]);
    await without('guardianPhone');
    expect(await Promise.all(nowhere.map(found))).toEqual([0, 2, 2]);
    await without('guardianEmail');
    expect(await Promise.all(nowhere.map(found))).toEqual([0, 0, 2]);
    const { personalFields } = await office.call('settings.get', {});
    const guardianPhone = { ...personalFields.guardianPhone, kept: true };
    await office.call('settings.savePersonalFields', { ...personalFields, guardianPhone });
    expect(await Promise.all(nowhere.map(found))).toEqual([1, 0, 2]);
  });

  test('an edit of a card with an older value neither fails nor erases it', async () => {
    await without('guardianPhone', 'guardianEmail', 'studentSex', 'studentAddress');
    await office.call('people.saveGuardian', {
      id: mother,
      ...motherName,
      lastName: 'Пак',
      phone: null,
      email: null,
      address: 'ул. Лесная, 2',
    });
    await office.call('people.saveStudent', {
      id: eva,
      ...name,
      lastName: 'Пак',
      birthDate: '2014-02-01',
      sex: null,
    });
    await office.call('settings.savePersonalFields', {});
    expect(await guardian()).toMatchObject({
      ...contacts,
      lastName: 'Пак',
      address: 'ул. Лесная, 2',
    });
    expect(await student()).toMatchObject({ sex: 'female', address: 'ул. Садовая, 1' });
    // The search words were made with the value that stayed.
    expect((await office.call('people.listGuardians', { search: '9101112233' })).total).toBe(1);
  });

  test('cannot be asked for: filters, printed lists, merges', async () => {
    await without('guardianPhone', 'studentSex', 'studentAddress');
    const { classId } = await student();
    const second = await addStudent(office, 'Ким Ева', { namesake: true });
    const id = classId ?? 0;
    const merged = { keep: second, drop: eva, takeFromDropped: ['sex'] };
    const asked = [
      ['people.listStudents', { filters: { sex: 'male' } }],
      ['people.listGuardians', { filters: { withoutPhone: true } }],
      ['people.printClassList', { classId: id, phones: true }],
      ['people.printClassList', { classId: id, sex: true }],
      ['people.printClassList', { classId: id, address: true }],
      ['people.mergeStudents', merged],
    ] as const;
    for (const [operation, input] of asked)
      expect(await office.refusal(operation, input)).toMatchObject({ code: 'field-not-kept' });
  });

  test('two mothers of one name are told apart without a word of phones', async () => {
    await without('guardianPhone');
    await expect(
      office.call('people.saveGuardian', { id: null, ...motherName }),
    ).rejects.toMatchObject({
      code: 'guardian-exists',
      message: expect.not.stringMatching(/телефон/u),
    });
    await office.call('people.saveGuardian', { id: null, ...motherName, namesake: true });
    const { rows } = await office.call('people.listDuplicates', {});
    expect(rows).toMatchObject([{ kind: 'guardian', reason: 'same-name' }]);
  });
});

const counts = async () => (await office.call('people.countPersonalFields', {})).counts;
const empty = (field: PersonalField, count: number) => ({ field, count });

describe('emptying a field of everybody', () => {
  test('is refused while the field is kept, with another count, and of nobody', async () => {
    const refused = async (field: PersonalField, count: number) =>
      (await office.refusal('people.emptyPersonalField', empty(field, count))).code;
    expect(await refused('guardianPhone', 1)).toBe('field-still-kept');
    await without('guardianPhone', 'guardianEmail');
    expect(await refused('guardianPhone', 2)).toBe('field-count-changed');
    await office.call('people.emptyPersonalField', empty('guardianPhone', 1));
    expect(await refused('guardianPhone', 0)).toBe('field-already-empty');
    // The e-mail is another field.
    expect((await counts()).guardianEmail).toBe(1);
  });

  test('empties that field alone, and what is found by it, in one action that can be undone', async () => {
    await addGuardian(office, 'Пак Олег Ильич', '+79104445566');
    await addGuardian(office, 'Пак Ирина Ильинична', null);
    const before = await office.call('people.guardian', { id: mother });
    expect(await counts()).toEqual({
      studentSex: 1,
      studentAddress: 1,
      guardianPhone: 2,
      guardianEmail: 1,
      guardianAddress: 1,
    });
    await without('guardianPhone');
    const { data, auditId } = await office.command(
      'people.emptyPersonalField',
      empty('guardianPhone', 2),
    );
    expect(data).toEqual({ emptied: 2 });
    await office.call('settings.savePersonalFields', {});
    expect(await guardian()).toMatchObject({ ...contacts, phone: null });
    const bySearch = async (search: string) =>
      (await office.call('people.listGuardians', { search })).total;
    expect([await bySearch('9101112233'), await bySearch('okim')]).toEqual([0, 1]);

    await without('guardianPhone');
    await office.call('audit.undo', { id: auditId });
    await office.call('settings.savePersonalFields', {});
    expect(await office.call('people.guardian', { id: mother })).toEqual(before);
    expect([await bySearch('9101112233'), (await counts()).guardianPhone]).toEqual([1, 2]);
  });

  test.each(['studentSex', 'studentAddress', 'guardianEmail', 'guardianAddress'] as const)(
    'of %s leaves the others',
    async (field) => {
      const before = await counts();
      await without(field);
      await office.call('people.emptyPersonalField', empty(field, 1));
      expect(await counts()).toEqual({ ...before, [field]: 0 });
    },
  );
});
