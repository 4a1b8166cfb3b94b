import type { OperationInput, OperationOutput } from '../../src-main/contract/operations.ts';
import { openTestOffice, type TestOffice } from './office.ts';

/** A school of a few invented people with the calendar of 2025/2026; today is 16 March 2026. */
export interface SmallSchool {
  readonly office: TestOffice;
  /** Иванова Анна Сергеевна, 8А. */
  readonly anna: number;
  /** Ёлкин Пётр, 5Б, without a patronymic. */
  readonly petr: number;
  /** Left on 30 January 2026, was in 8А. */
  readonly leaver: number;
  readonly annaMother: number;
  readonly petrFather: number;
  readonly leaverMother: number;
  readonly teacher: number;
  readonly otherTeacher: number;
  readonly class8: number;
  readonly class9: number;
  register(
    change?: Partial<OperationInput<'appeals.register'>>,
  ): Promise<OperationOutput<'appeals.register'>>;
  resource(change?: Partial<OperationInput<'resources.save'>>): Promise<number>;
}

const requisites = {
  level: 'school',
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7 с углублённым изучением отдельных предметов города Заречного»',
  shortName: 'МБОУ «СОШ № 7»',
  code: '0007',
  municipality: 'Заречный городской округ',
  directorName: 'Соколова-Преображенская Мария Константиновна',
} as const;

export const openSmallSchool = async (today = '2026-03-16'): Promise<SmallSchool> => {
  const office = await openTestOffice({ today });
  const { call } = office;
  await call('settings.saveSchool', requisites);
  await call('calendar.saveYear', await call('calendar.prefill', { startYear: 2025 }));
  const teacherOf = async (lastName: string, position: string) =>
    (
      await call('people.saveTeacher', {
        id: null,
        lastName,
        firstName: 'Ольга',
        middleName: 'Игоревна',
        position,
      })
    ).id;
  const classOf = async (parallel: number, letter: string) =>
    (await call('people.saveClass', { id: null, parallel, letter })).id;
  const studentOf = async (
    classId: number,
    name: { lastName: string; firstName: string; middleName?: string },
  ) =>
    (
      await call('people.saveStudent', {
        id: null,
        ...name,
        birthDate: null,
        sex: null,
        enrol: { classId, startsOn: '2025-09-01' },
      })
    ).id;
  const guardianOf = async (studentId: number, lastName: string, relation: 'mother' | 'father') =>
    (
      await call('people.saveGuardian', {
        id: null,
        lastName,
        firstName: 'Алёна',
        middleName: 'Викторовна',
        link: { studentId, relation },
      })
    ).id;
  const teacher = await teacherOf('Белова', 'учитель математики');
  const otherTeacher = await teacherOf('Жукова', 'учитель физики');
  const class8 = await classOf(8, 'А');
  const class9 = await classOf(9, 'А');
  const class5 = await classOf(5, 'Б');
  const anna = await studentOf(class8, {
    lastName: 'Иванова',
    firstName: 'Анна',
    middleName: 'Сергеевна',
  });
  const petr = await studentOf(class5, { lastName: 'Ёлкин', firstName: 'Пётр' });
  const leaver = await studentOf(class8, { lastName: 'Громов', firstName: 'Егор' });
  await call('people.leave', { studentId: leaver, endsOn: '2026-01-30', reason: 'transferred' });
  const annaMother = await guardianOf(anna, 'Иванова', 'mother');
  const petrFather = await guardianOf(petr, 'Ёлкин', 'father');
  const leaverMother = await guardianOf(leaver, 'Громова', 'mother');
  return {
    office,
    anna,
    petr,
    leaver,
    annaMother,
    petrFather,
    leaverMother,
    teacher,
    otherTeacher,
    class8,
    class9,
    register: (change = {}) =>
      call('appeals.register', {
        studentId: anna,
        guardianId: annaMother,
        // The day of the paper is that of its registration, unless a test tells them apart.
        date: change.registeredOn ?? '2026-03-10',
        registeredOn: '2026-03-10',
        subject: 'Алгебра',
        lessonTopic: 'Квадратные уравнения',
        channel: 'phone',
        responsibleId: teacher,
        ...change,
      }),
    resource: async (change = {}) =>
      (
        await call('resources.save', {
          title: 'Решение квадратных уравнений',
          subject: 'Алгебра',
          parallel: 8,
          topic: 'Квадратные уравнения',
          authorId: teacher,
          url: 'https://portal.example/algebra/1',
          postedOn: '2026-03-11',
          ...change,
        })
      ).id,
  };
};
