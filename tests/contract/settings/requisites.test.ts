import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { requisites } from '../summary/scenario.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-15' });
});
afterEach(() => office.close());

const stored = async () => (await office.call('settings.get', {})).school;

test('nonsense is refused at its field and nothing is saved', async () => {
  const refusal = await office.refusal('settings.saveSchool', {
    ...requisites,
    shortName: 'school7',
    municipality: 'зареченский округ',
  });
  expect(refusal.code).toBe('requisites-wrong');
  expect(refusal.fields?.map(({ path }) => path)).toEqual(['shortName', 'municipality']);
  expect(await stored()).toBeNull();
});

test('the code is required', async () => {
  const { code: _code, ...without } = requisites;
  for (const tried of [without, { ...without, code: ' ' }]) {
    const refusal = await office.refusal('settings.saveSchool', tried);
    expect(refusal).toMatchObject({ code: 'invalid-input', fields: [{ path: 'code' }] });
  }
});

test('what may be right is asked, and saved once it is confirmed', async () => {
  const doubtful = { ...requisites, directorName: 'Незнамова М. А.' };
  const refusal = await office.refusal('settings.saveSchool', doubtful);
  expect(refusal).toMatchObject({
    code: 'requisites-doubtful',
    fields: [{ path: 'directorName' }],
  });
  await office.call('settings.saveSchool', { ...doubtful, doubtsConfirmed: true });
  expect(await stored()).toMatchObject(doubtful);
  expect(await stored()).not.toHaveProperty('doubtsConfirmed');
});
