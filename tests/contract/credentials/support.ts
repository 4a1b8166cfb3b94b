import type { OperationInput } from '../../../src-main/contract/operations.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import { addClass, addGuardian, addStudent, csv } from '../people/support.ts';
import { officePassword, requisites } from './school.ts';

/** Two families: a first-former and an eighth-former who are brother and sister, and one more. */
export interface Families {
  readonly office: TestOffice;
  /** Ёлкина Анна Петровна, 2А. */
  readonly young: number;
  /** Ёлкин Пётр Петрович, 8Б. */
  readonly elder: number;
  /** Mother of both. */
  readonly mother: number;
  /** Father of the younger alone. */
  readonly father: number;
}

export const openFamilies = async (): Promise<Families> => {
  const office = await openTestOffice({ today: '2026-03-02' });
  const repeat = officePassword;
  await office.call('lock.setPassword', { password: officePassword, repeat });
  await office.call('settings.saveSchool', requisites);
  // Most tests look at the end: nothing waits to be taken back (take-back.test.ts does).
  await office.call('settings.saveCredentials', { takeBackMinutes: 0 });
  const second = await addClass(office, '2А');
  const eighth = await addClass(office, '8Б');
  const young = await addStudent(office, 'Ёлкина Анна Петровна', { classId: second });
  const elder = await addStudent(office, 'Ёлкин Пётр Петрович', { classId: eighth });
  const mother = await addGuardian(office, 'Ёлкина Мария Игоревна', null, young);
  await office.call('people.linkGuardian', {
    studentId: elder,
    guardianId: mother,
    relation: 'mother',
  });
  const father = await addGuardian(office, 'Ёлкин Пётр Ильич', null, young);
  return { office, young, elder, mother, father };
};

type Save = OperationInput<'credentials.save'>;

export const addCredential = async (
  office: TestOffice,
  owner: Save['owner'],
  ownerId: number,
  login: string,
  secret = `тайна-${login}`,
): Promise<number> =>
  (
    await office.call('credentials.save', {
      id: null,
      owner,
      ownerId,
      kind: 'password',
      login,
      secret,
    })
  ).id;

/** Another day; the office locks itself meanwhile. */
export const goTo = async (office: TestOffice, today: string): Promise<void> => {
  office.clock.set(today);
  await office.call('lock.unlock', { password: officePassword });
};

type Statement = OperationInput<'statements.register'>;
export type Paper = readonly [
  kind: Statement['kind'],
  studentId: number,
  guardianId: number | null,
  change?: Partial<Statement>,
];

/** A statement registered today and signed. */
export const register = async (
  office: TestOffice,
  ...[kind, studentId, guardianId, change = {}]: Paper
): Promise<void> => {
  const today = office.clock.today();
  await office.call('statements.register', {
    kind,
    studentId,
    guardianId,
    date: today,
    registeredOn: today,
    signed: true,
    confirmedDeclensions: true,
    ...change,
  });
};

/** Previews and applies a table of credentials. */
export const importTable = async (
  office: TestOffice,
  lines: readonly string[],
  more: Omit<OperationInput<'credentials.commitImport'>, 'plan'> = {},
) => {
  const file = await csv(office, ...lines);
  const preview = await office.call('credentials.previewImport', { file });
  const { data, auditId } = await office.command('credentials.commitImport', {
    plan: preview.plan,
    ...more,
  });
  return { preview, counts: data.counts, auditId };
};
