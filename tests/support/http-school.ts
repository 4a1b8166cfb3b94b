import type { OperationInput } from '../../src-main/contract/operations.ts';
import type { HttpOffice } from './http-office.ts';
import { openHttpOffice } from './http-office.ts';

/** The built program over a school of a few invented people in the school year of today. */
export interface HttpSchool {
  readonly office: HttpOffice;
  /** ISO date of the computer. */
  readonly today: string;
  /** First day of the school year. */
  readonly yearStart: string;
  /** Ёлкина Вера Ильинична, 8А, with her mother. */
  readonly vera: number;
  readonly mother: number;
  /** Жилин Пётр, 8А, without parents. */
  readonly petr: number;
  /** Белова Ольга Игоревна. */
  readonly teacher: number;
}

export const addDays = (iso: string, days: number): string => {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** `2026-03-01` as people read and type it. */
export const russianDate = (iso: string): string => iso.split('-').toReversed().join('.');

const localToday = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

type NewStudent = OperationInput<'people.saveStudent'>;

const fill = async ({ call }: HttpOffice, yearStart: string) => {
  const startYear = Number(yearStart.slice(0, 4));
  await call('settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'СОШ № 7',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  // The year before as well: on 1 September the day before is a school day of somebody.
  const before = `${startYear - 1}-09-01`;
  for (const year of [startYear - 1, startYear])
    await call('calendar.saveYear', await call('calendar.prefill', { startYear: year }));
  const classOf = async (parallel: number, onDate: string) =>
    (await call('people.saveClass', { id: null, parallel, letter: 'А', onDate })).id;
  const seventh = await classOf(7, before);
  const eighth = await classOf(8, yearStart);
  const studentOf = async (name: Pick<NewStudent, 'lastName' | 'firstName' | 'middleName'>) => {
    const enrol = { classId: seventh, startsOn: before };
    const student = { id: null, ...name, birthDate: null, sex: null, enrol };
    const { id } = await call('people.saveStudent', student);
    await call('people.transfer', { studentId: id, classId: eighth, startsOn: yearStart });
    return id;
  };
  const vera = await studentOf({
    lastName: 'Ёлкина',
    firstName: 'Вера',
    middleName: 'Ильинична',
  });
  const petr = await studentOf({ lastName: 'Жилин', firstName: 'Пётр' });
  const mother = await call('people.saveGuardian', {
    id: null,
    lastName: 'Ёлкина',
    firstName: 'Алёна',
    middleName: 'Викторовна',
    link: { studentId: vera, relation: 'mother' },
  });
  const teacher = await call('people.saveTeacher', {
    id: null,
    lastName: 'Белова',
    firstName: 'Ольга',
    middleName: 'Игоревна',
    position: 'учитель математики',
  });
  return { vera, petr, mother: mother.id, teacher: teacher.id };
};

export const openHttpSchool = async (): Promise<HttpSchool> => {
  const today = localToday();
  const first = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  const yearStart = `${first}-09-01`;
  const office = await openHttpOffice();
  return { office, today, yearStart, ...(await fill(office, yearStart)) };
};
