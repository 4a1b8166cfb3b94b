import { beforeEach, describe, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { openFamily } from './family.ts';

/** Papers that the registers would not take today: listed, and never made by a merge (S2 §7). */

let family: Family;
let call: Family['school']['office']['call'];

beforeEach(async () => {
  family = await openFamily();
  call = family.school.office.call;
});

const on = (day: string) => ({ date: day, registeredOn: day });
const modeOf = async (guardianId: number, day: string): Promise<string | undefined> => {
  const { parents } = await call('statements.serviceMode', { studentId: family.anna, on: day });
  return parents.find((one) => one.guardianId === guardianId)?.mode.mode;
};
const doubts = async () => (await call('statements.listDoubts', {})).rows.map(({ doubt }) => doubt);

describe('what the registers say since', () => {
  test('a consent that a corrected birth date makes impossible is listed', async () => {
    await family.register();
    await family.register({ kind: 'consent-14', passportShown: true, ...on('2026-03-05') });
    expect(await doubts()).toEqual([]);
    await call('people.saveStudent', {
      id: family.anna,
      lastName: 'Иванова',
      firstName: 'Анна',
      middleName: 'Сергеевна',
      birthDate: '2012-04-02',
      sex: 'female',
      address: null,
    });
    expect(await doubts()).toContain('impossible');
  });

  const twin = { lastName: 'Иванова', firstName: 'Алёна', middleName: 'Викторовна' };

  test('two papers of one parent on two cards are not merged into one that excludes the other', async () => {
    const { id: drop } = await call('people.saveGuardian', {
      id: null,
      ...twin,
      phone: '+79200000009',
      namesake: true,
      link: { studentId: family.anna, relation: 'mother' },
    });
    await family.register();
    const late = { kind: 'impossibility', guardianId: drop, reason: 'Нет компьютера' } as const;
    const { id } = await family.register({ ...late, ...on('2026-03-05') });
    const cards = { keep: family.mother, drop };
    const { command, refusal } = family.school.office;
    const clash = await refusal('people.mergeGuardians', cards);
    expect(clash).toMatchObject({ code: 'merge-statements-clash', fields: [{ path: 'drop' }] });
    expect(clash.message).toContain('№ 2/2026');
    await call('statements.annulMistake', { id, reason: 'Две карточки' });
    await command('people.mergeGuardians', cards);
    expect(await modeOf(family.mother, '2026-03-16')).toBe('paper-refusal');
  });

  test('nor are two cards of the child', async () => {
    const { id: drop } = await call('people.saveStudent', {
      id: null,
      lastName: 'Иванова',
      firstName: 'Анна',
      birthDate: '2012-02-02',
      sex: 'female',
      enrol: { classId: family.school.class8, startsOn: '2025-09-01' },
    });
    const link = { studentId: drop, guardianId: family.mother, relation: 'mother' } as const;
    await call('people.linkGuardian', link);
    await family.register();
    await family.register({ studentId: drop, ...on('2026-03-05') });
    const clash = await family.school.office.refusal('people.mergeStudents', {
      keep: family.anna,
      drop,
    });
    expect(clash.code).toBe('merge-statements-clash');
  });
});
