import { describe, expect, test } from 'vitest';
import type { PersonalField, PersonalFields } from '../../src-main/contract/settings.ts';
import { personalFields } from '../../src-main/contract/settings.ts';
import {
  fieldOfFile,
  PERSONAL_FIELDS,
  personalFieldNames,
  personalFieldOf,
  unwantedField,
  withStored,
} from '../../src-main/domain/personal-fields.ts';

const all = personalFields.parse({});
const without = (...fields: readonly PersonalField[]): PersonalFields => ({
  ...all,
  ...Object.fromEntries(fields.map((field) => [field, { kept: false, purpose: '–' }])),
});

test('every field of the settings has its place in one kind of form', () => {
  expect([...personalFieldNames].sort()).toEqual(Object.keys(all).sort());
  for (const field of personalFieldNames) {
    const { kind, name } = PERSONAL_FIELDS[field];
    expect(personalFieldOf(kind, name)).toBe(field);
  }
});

test.each([
  // What the service needs is never optional (S2 §8).
  ['student', 'lastName'],
  ['student', 'birthDate'],
  // A student has no phone, a guardian no sex, a teacher none of them.
  ['student', 'phone'],
  ['guardian', 'sex'],
  ['teacher', 'address'],
] as const)('%s: %s is no optional field', (kind, name) => {
  expect(personalFieldOf(kind, name)).toBeNull();
});

describe('a form', () => {
  test.each([
    ['everything kept', all, { phone: '1', email: 'а@б.рф' }, null],
    ['not kept and empty', without('guardianPhone'), { phone: null }, null],
    ['not kept and blank', without('guardianPhone'), { phone: '' }, null],
    ['not kept and not sent', without('guardianPhone'), {}, null],
    ['not kept and not asked for', without('guardianPhone'), { phone: false }, null],
    ['not kept and typed', without('guardianPhone'), { phone: '1' }, 'guardianPhone'],
    ['not kept and asked for', without('guardianPhone'), { phone: true }, 'guardianPhone'],
    ['the same name of another kind', without('studentAddress'), { address: 'ул.' }, null],
    [
      'two of them: the first',
      without('guardianPhone', 'guardianAddress'),
      { address: 'ул.', phone: '1' },
      'guardianPhone',
    ],
  ] as const)('%s', (_case, settings, given, field) => {
    expect(unwantedField('guardian', given, settings)?.field ?? null).toBe(field);
  });
});

describe('an edit', () => {
  const stored = { sex: 'female', address: 'ул. Садовая' };
  const given = { sex: null, address: null, birthDate: null };
  test.each([
    ['empties what is kept', all, given],
    ['leaves what is not kept', without('studentSex'), { ...given, sex: 'female' }],
    ['leaves both', without('studentSex', 'studentAddress'), { ...given, ...stored }],
    ['a field of the parent changes nothing', without('guardianAddress'), given],
  ] as const)('%s', (_case, settings, written) => {
    expect(withStored('student', given, stored, settings)).toEqual(written);
  });

  test('an older row without a value stays without it', () => {
    expect(withStored('student', given, {}, without('studentSex'))).toEqual(given);
  });
});

describe('a column of a file', () => {
  test.each([
    ['kept', all, [], 'taken'],
    ['kept, left out of this import', all, ['guardianPhone'], 'left-out'],
    ['another is left out', all, ['guardianEmail'], 'taken'],
    ['not kept', without('guardianPhone'), [], 'not-kept'],
    ['not kept and left out', without('guardianPhone'), ['guardianPhone'], 'not-kept'],
  ] as const)('%s', (_case, settings, leftOut, outcome) => {
    expect(fieldOfFile('guardianPhone', settings, leftOut)).toBe(outcome);
  });
});
