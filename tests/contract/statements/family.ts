import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

/** A family of invented people for the statements: Анна of 8А, her mother and her father. */
export interface Family {
  readonly school: SmallSchool;
  readonly anna: number;
  readonly mother: number;
  readonly father: number;
  /** Registers with the usual answers; the mother's refusal unless `change` says otherwise. */
  register(
    change?: Partial<OperationInput<'statements.register'>>,
  ): Promise<{ readonly id: number; readonly year: number; readonly number: number }>;
  refusal(
    change?: Partial<OperationInput<'statements.register'>>,
  ): Promise<readonly [string, readonly string[]]>;
}

/** Today is 16 March 2026; Анна is 14 since 2 February 2026. */
export const openFamily = async (today?: string): Promise<Family> => {
  const school = await openSmallSchool(today);
  const { call } = school.office;
  const { anna, annaMother: mother } = school;
  await call('people.saveStudent', {
    id: anna,
    lastName: 'Иванова',
    firstName: 'Анна',
    middleName: 'Сергеевна',
    birthDate: '2012-02-02',
    sex: 'female',
    address: 'г. Заречный, ул. Лесная, д. 7, кв. 12',
  });
  const { id: father } = await call('people.saveGuardian', {
    id: null,
    lastName: 'Иванов',
    firstName: 'Сергей',
    middleName: 'Петрович',
    phone: '+79200000001',
    link: { studentId: anna, relation: 'father' },
  });
  const input = (change: Partial<OperationInput<'statements.register'>>) => ({
    kind: 'refusal' as const,
    studentId: anna,
    guardianId: mother,
    date: '2026-03-02',
    registeredOn: '2026-03-02',
    signed: true,
    confirmedDeclensions: true,
    ...change,
  });
  return {
    school,
    anna,
    mother,
    father,
    register: (change = {}) => call('statements.register', input(change)),
    async refusal(change = {}) {
      const { code, fields } = await school.office.refusal('statements.register', input(change));
      return [code, fields.map(({ path }) => path)];
    },
  };
};
