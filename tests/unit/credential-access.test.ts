import { describe, expect, test } from 'vitest';
import type { StudentAccess } from '../../src-main/contract/statements-decisions.ts';
import {
  guardianBarrier,
  guardianRevocation,
  judgeChildsToGuardian,
  judgeGuardianOwn,
  judgeStudentOwn,
  maySee,
  studentBarrier,
  studentRevocation,
} from '../../src-main/domain/credential-access.ts';
import type { Bond, OwnAccess } from '../../src-main/domain/credential-access.ts';

/** Who is handed a login by what the family has stated (S2 §7; domain.md §5; decision 0055). */

const bonds = {
  parent: {},
  refuses: { refusal: '12/2026' },
  impossible: { impossible: true },
  stranger: { represents: false },
  strangerRefused: { represents: false, refusal: '12/2026' },
  ofAdult: { represents: false, ofAge: true },
  permitted: { represents: false, ofAge: true, permitted: true },
  permittedRefuses: { represents: false, ofAge: true, permitted: true, refusal: '12/2026' },
} satisfies Record<string, Partial<Bond>>;
type BondName = keyof typeof bonds;

const bondOf = (name: BondName, studentId = 1): Bond => ({
  guardianId: 7,
  studentId,
  childName: `Ребёнок ${studentId}`,
  represents: true,
  ofAge: false,
  permitted: false,
  refusal: null,
  impossible: false,
  ...bonds[name],
});

describe('a guardian’s own', () => {
  test.each<
    [
      string,
      readonly BondName[],
      code: string | null,
      withheld: string | null,
      revokeNew: string | null,
      revokeIssued: string | null,
    ]
  >([
    ['a parent', ['parent'], null, null, null, null],
    ['he refuses', ['refuses'], 'parent-refuses', 'refusal', null, 'refusal'],
    ['refuses for one of two', ['refuses', 'parent'], null, null, null, null],
    ['refuses for both', ['refuses', 'refuses'], 'parent-refuses', 'refusal', null, 'refusal'],
    ['impossibility', ['impossible'], null, null, null, null],
    [
      'a grandmother',
      ['stranger'],
      'not-representative',
      'not-representative',
      'not-representative',
      'not-representative',
    ],
    [
      'deprived of rights after his refusal',
      ['strangerRefused'],
      'not-representative',
      'not-representative',
      'not-representative',
      'not-representative',
    ],
    [
      'a stranger to one of two',
      ['stranger', 'parent'],
      null,
      null,
      'not-representative',
      'not-representative',
    ],
    ['of an adult', ['ofAdult'], 'student-of-age', 'of-age', 'of-age', 'of-age'],
    ['of an adult and a minor', ['ofAdult', 'parent'], null, null, 'of-age', 'of-age'],
    ['permitted by the adult', ['permitted'], null, null, null, null],
    ['permitted, then refused', ['permittedRefuses'], 'parent-refuses', 'refusal', null, 'refusal'],
    [
      'of an adult, and refuses for the other',
      ['ofAdult', 'refuses'],
      'student-of-age',
      'of-age',
      'of-age',
      'of-age',
    ],
    [
      'without any child',
      [],
      'not-representative',
      'not-representative',
      'not-representative',
      'not-representative',
    ],
  ])('%s', (_, names, code, withheld, revokeNew, revokeIssued) => {
    const all = names.map((name, at) => bondOf(name, at + 1));
    const judged = judgeGuardianOwn(all);
    expect([judged.code, judged.allowed]).toEqual([code, code === null]);
    expect(judged.reason).toMatch(/[а-я]{4}.*\.$/u);
    expect(guardianBarrier(all)).toBe(withheld);
    expect([guardianRevocation(all, false), guardianRevocation(all, true)]).toEqual([
      revokeNew,
      revokeIssued,
    ]);
  });

  test('the refusal is named and the way is its annulment; of an adult, the permission', () => {
    const refused = judgeGuardianOwn([bondOf('refuses')]);
    expect(refused.reason).toBe(
      'Действует отказ № 12/2026: логин выдаётся после аннулирования отказа.',
    );
    expect(refused.ways).toEqual([{ kind: 'annulment', studentId: 1, guardianId: 7 }]);
    expect(judgeGuardianOwn([bondOf('ofAdult', 3)]).ways).toEqual([
      { kind: 'permission-18', studentId: 3, guardianId: 7 },
    ]);
  });

  test.each<[BondName, string]>([
    ['refuses', 'Ребёнок 2: действует отказ № 12/2026'],
    ['ofAdult', 'Ребёнок 2: ученик совершеннолетний'],
    ['stranger', 'Ребёнок 2: этого ребёнка получатель не представляет'],
    ['impossible', 'Ребёнок 2: заявлено о невозможности'],
  ])('allowed beside a child that %s, it says so', (name, remark) => {
    expect(judgeGuardianOwn([bondOf('parent'), bondOf(name, 2)]).reason).toContain(remark);
  });

  test('who may see a child at all: a new login may show it', () => {
    const seen = (['parent', 'refuses', 'stranger', 'ofAdult', 'permitted'] as const).map((name) =>
      maySee(bondOf(name)),
    );
    expect(seen).toEqual([true, true, false, false, true]);
  });
});

const decision = (allowed: boolean) => ({ allowed, decidedOn: '2026-03-02', reason: 'так решили' });
const accesses = {
  open: { state: 'open', decision: null, allowed: true },
  consented: { state: 'own', decision: null, allowed: true },
  refused: { state: 'refused', decision: null, allowed: false },
  disputed: { state: 'disputed', decision: null, allowed: false },
  allowed: { state: 'disputed', decision: decision(true), allowed: true },
  withheld: { state: 'disputed', decision: decision(false), allowed: false },
} satisfies Record<string, Omit<StudentAccess, 'reason'>>;
type AccessName = keyof typeof accesses | 'adult' | 'adultRefuses';

const ownOf = (name: AccessName): OwnAccess => {
  const ofAge = name === 'adult' || name === 'adultRefuses';
  return {
    studentId: 1,
    access: { ...accesses[ofAge ? 'consented' : name], reason: 'Потому что.' },
    ofAge,
    ownRefusal: name === 'adultRefuses' ? '3/2026' : null,
    refusing: name === 'refused' || name === 'disputed' ? [7, 8] : [],
    mayConsent: false,
  };
};

const kindsOf = (name: AccessName, mayConsent: boolean) =>
  judgeStudentOwn({ ...ownOf(name), mayConsent }, '7А', 7).ways.map(
    ({ kind, guardianId }) => `${kind} ${guardianId ?? ''}`,
  );

describe('a student’s own', () => {
  test.each<
    [
      AccessName,
      in5: string | null,
      in7: string | null,
      withheld: string | null,
      revokeIssued: string | null,
    ]
  >([
    ['open', 'hand-over-refused', null, null, null],
    ['consented', null, null, null, null],
    ['adult', null, null, null, null],
    ['refused', 'access-withheld', 'access-withheld', 'refusal', 'refusal'],
    ['disputed', 'access-withheld', 'access-withheld', 'disputed', null],
    ['allowed', 'hand-over-refused', null, null, null],
    ['withheld', 'access-withheld', 'access-withheld', 'school-decision', 'school-decision'],
    ['adultRefuses', 'access-withheld', 'access-withheld', 'refusal', 'refusal'],
  ])('%s, to himself in class 5 and 7', (name, in5, in7, withheld, revokeIssued) => {
    const own = ownOf(name);
    expect(judgeStudentOwn(own, '5А', 7).code).toBe(in5);
    expect(judgeStudentOwn(own, '7А', 7).code).toBe(in7);
    expect(judgeStudentOwn(own, null, 7).allowed).toBe(false);
    expect(studentBarrier(own)).toBe(withheld);
    expect([studentRevocation(own, false), studentRevocation(own, true)]).toEqual([
      null,
      revokeIssued,
    ]);
  });

  test.each<[BondName, AccessName, string | null]>([
    ['parent', 'open', null],
    ['parent', 'consented', null],
    ['impossible', 'open', null],
    ['refuses', 'consented', 'parent-refuses'],
    ['refuses', 'refused', 'parent-refuses'],
    ['refuses', 'allowed', 'parent-refuses'],
    ['parent', 'disputed', 'access-withheld'],
    ['parent', 'allowed', null],
    ['parent', 'withheld', 'access-withheld'],
    ['stranger', 'open', 'not-representative'],
    ['ofAdult', 'adult', 'not-representative'],
    ['permitted', 'adult', 'not-representative'],
  ])('to a guardian: %s, %s', (bond, access, code) => {
    expect(judgeChildsToGuardian(bondOf(bond), ownOf(access), '5А', 7).code).toBe(code);
  });

  test('the ways: annulments, the decision of the school, the consent of 14', () => {
    expect(kindsOf('refused', false)).toEqual(['annulment 7', 'annulment 8']);
    expect(kindsOf('refused', true)).toEqual(['annulment 7', 'annulment 8', 'consent-14 7']);
    expect(kindsOf('disputed', true)).toEqual(['decision ', 'consent-14 7']);
    expect(kindsOf('withheld', false)).toEqual(['decision ']);
    expect(kindsOf('adultRefuses', false)).toEqual(['annulment ']);
  });
});
