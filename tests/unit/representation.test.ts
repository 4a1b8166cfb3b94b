import { describe, expect, test } from 'vitest';
import {
  isOfAge,
  relationName,
  representationOf,
  sexOfRelation,
} from '../../src-main/domain/representation.ts';
import { relationFromText } from '../../src-main/spreadsheets/people/fields.ts';

const birth = '2010-03-15';
const minor = '2026-03-02';
const dayBefore18 = '2028-03-14';
const birthday18 = '2028-03-15';

describe('who represents the child on a day', () => {
  test.each([
    ['the mother of a minor', 'mother', false, minor, true],
    ['the father of a minor', 'father', false, minor, true],
    ['a parent of unknown sex', 'parent', false, minor, true],
    ['an adoptive parent', 'adoptive-parent', false, minor, true],
    ['a guardian', 'guardian', false, minor, true],
    ['an organisation', 'organisation', false, minor, true],
    ['a person with a proxy', 'proxy', false, minor, true],
    ['a grandmother without papers', 'not-representative', false, minor, false],
    ['the mother on the last day of 17', 'mother', false, dayBefore18, true],
    ['the mother on the 18th birthday', 'mother', false, birthday18, false],
    ['a guardian on the 18th birthday', 'guardian', false, birthday18, false],
    ['a guardian whose guardianship goes on', 'guardian', true, birthday18, true],
    ['a proxy on the 18th birthday', 'proxy', false, birthday18, false],
  ] as const)('%s', (_, relation, afterMajority, on, expected) => {
    expect(representationOf({ relation, afterMajority }, birth, on).represents).toBe(expected);
  });

  test('the reason is told', () => {
    const mother = { relation: 'mother', afterMajority: false } as const;
    const none = { relation: 'not-representative', afterMajority: false } as const;
    expect(representationOf(mother, birth, birthday18)).toEqual({
      represents: false,
      reason: 'of-age',
    });
    // Deprived of rights and the child of age: the relation is what a person can correct.
    expect(representationOf(none, birth, birthday18)).toMatchObject({ reason: 'relation' });
  });

  test('a child without a birth date is taken for a minor', () => {
    const mother = { relation: 'mother', afterMajority: false } as const;
    expect(representationOf(mother, null, birthday18)).toEqual({ represents: true });
  });

  test.each([
    ['in a common year not on 28 February', '2026-02-28', false],
    ['in a common year on 1 March', '2026-03-01', true],
  ])('born on 29 February 2008, of age %s', (_, on, expected) => {
    expect(isOfAge('2008-02-29', on)).toBe(expected);
  });
});

describe('what the relation is called', () => {
  test.each([
    ['mother', false, minor, 'мать'],
    ['father', false, minor, 'отец'],
    ['parent', false, minor, 'родитель'],
    ['adoptive-parent', false, minor, 'усыновитель'],
    ['organisation', false, minor, 'представитель организации'],
    ['proxy', false, minor, 'представитель по доверенности'],
    ['not-representative', false, minor, 'не представитель'],
    ['guardian', false, '2024-03-14', 'опекун'],
    ['guardian', false, '2024-03-15', 'попечитель'],
    ['guardian', true, dayBefore18, 'попечитель'],
    ['guardian', true, birthday18, 'опекун'],
  ] as const)('%s, goes on %s, %s: %s', (relation, afterMajority, on, expected) => {
    expect(relationName({ relation, afterMajority }, birth, on)).toBe(expected);
  });

  test('a guardian of a child without a birth date is опекун', () => {
    expect(relationName({ relation: 'guardian', afterMajority: false }, null, minor)).toBe(
      'опекун',
    );
  });

  test('only mother and father tell the sex', () => {
    expect(sexOfRelation('mother')).toBe('female');
    expect(sexOfRelation('father')).toBe('male');
    for (const relation of ['parent', 'guardian', 'not-representative', null] as const)
      expect(sexOfRelation(relation)).toBeNull();
  });
});

describe('words of a file', () => {
  test.each([
    ['мать', 'mother'],
    ['Мама', 'mother'],
    ['мать (законный представитель)', 'mother'],
    ['отец', 'father'],
    ['папа', 'father'],
    ['родитель', 'parent'],
    ['усыновитель', 'adoptive-parent'],
    ['удочеритель', 'adoptive-parent'],
    ['опекун', 'guardian'],
    ['Попечитель', 'guardian'],
    ['опекун (попечитель)', 'guardian'],
    ['бабушка-опекун', 'guardian'],
    ['приёмный родитель', 'guardian'],
    ['приемная мать', 'guardian'],
    ['представитель организации', 'organisation'],
    ['по доверенности', 'proxy'],
    ['не представитель', 'not-representative'],
  ])('«%s» is certain', (text, known) => {
    expect(relationFromText(text)).toMatchObject({ known });
  });

  test.each([
    ['бабушка', 'not-representative'],
    ['дедушка', 'not-representative'],
    ['тётя', 'not-representative'],
    ['брат', 'not-representative'],
    ['отчим', 'not-representative'],
    ['крёстная мать', 'not-representative'],
    ['бывший опекун', null],
    ['не опекун', null],
    ['законный представитель', null],
    ['родитель (законный представитель)', null],
    ['иное', null],
    ['', null],
    ['-', null],
  ])('«%s» is asked', (text, proposal) => {
    expect(relationFromText(text)).toMatchObject({ known: null, proposal });
  });
});
