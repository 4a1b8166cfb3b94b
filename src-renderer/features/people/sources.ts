import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { callOperation } from '../../api/client.ts';
import { OperationError } from '../../api/failure.ts';
import { pickers as text } from '../../strings/people.ts';
import { showDate } from '../../ui/dates.ts';
import type { EntityOption, EntitySource } from '../../ui/form/index.ts';

/** Options of the pickers of people: what the core finds by two letters of a name. */

type FoundStudent = OperationOutput<'people.findStudents'>['students'][number];
type GuardianRow = OperationOutput<'people.findGuardians'>['guardians'][number];
type TeacherRow = OperationOutput<'people.findTeachers'>['teachers'][number];
type ClassRow = OperationOutput<'people.listClasses'>['rows'][number];

export interface StudentOption extends EntityOption {
  readonly student: FoundStudent;
}
export interface GuardianOption extends EntityOption {
  readonly guardian: GuardianRow;
}
export interface TeacherOption extends EntityOption {
  readonly teacher: TeacherRow;
}
export interface ClassOption extends EntityOption {
  readonly class: ClassRow;
}

/** The day a picker speaks of, ISO; absent = today. */
type Day = string | undefined;
const onDay = (onDate: Day) => (onDate === undefined ? {} : { onDate });

/** Null for a row that is gone; any other refusal goes on. */
const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof OperationError && error.code.endsWith('-unknown')) return null;
    throw error;
  }
};

const studentOption = (student: FoundStudent): StudentOption => ({
  id: student.id,
  label: student.fullName,
  description: text.studentHint(student.className, showDate(student.birthDate)),
  student,
});

const asFound = ({
  student,
  programme,
  guardians,
}: OperationOutput<'people.student'>): FoundStudent => ({
  id: student.id,
  fullName: student.fullName,
  birthDate: student.birthDate,
  className: student.className,
  classId: student.classId,
  parallel: student.parallel,
  programme,
  isEnrolled: student.status === 'enrolled',
  guardians,
});

/** Students by the beginning of any part of the name; `everyone` offers leavers as well. */
export const studentSource = (onDate?: Day, everyone = false): EntitySource<StudentOption> => ({
  key: `students ${onDate ?? ''} ${everyone}`,
  async search(typed, signal) {
    const input = { text: typed, everyone, ...onDay(onDate) };
    const { students } = await callOperation('people.findStudents', input, { signal });
    return students.map(studentOption);
  },
  async find(id) {
    const card = await orNull(callOperation('people.student', { id, ...onDay(onDate) }));
    return card && studentOption(asFound(card));
  },
});

const guardianOption = (guardian: GuardianRow): GuardianOption => ({
  id: guardian.id,
  label: guardian.fullName,
  description: text.guardianHint(guardian.phone, guardian.children),
  guardian,
});

export const guardianSource = (onDate?: Day): EntitySource<GuardianOption> => ({
  key: `guardians ${onDate ?? ''}`,
  async search(typed, signal) {
    const input = { text: typed, ...onDay(onDate) };
    const { guardians } = await callOperation('people.findGuardians', input, { signal });
    return guardians.map(guardianOption);
  },
  async find(id) {
    const card = await orNull(callOperation('people.guardian', { id, ...onDay(onDate) }));
    return card && guardianOption(card.guardian);
  },
});

const teacherOption = (teacher: TeacherRow): TeacherOption => ({
  id: teacher.id,
  label: teacher.fullName,
  description: text.teacherHint(teacher.position, teacher.subjects),
  teacher,
});

/** Working teachers; `everyone` offers those who left as well. */
export const teacherSource = (onDate?: Day, everyone = false): EntitySource<TeacherOption> => ({
  key: `teachers ${onDate ?? ''} ${everyone}`,
  async search(typed, signal) {
    const input = { text: typed, everyone, ...onDay(onDate) };
    const { teachers } = await callOperation('people.findTeachers', input, { signal });
    return teachers.map(teacherOption);
  },
  async find(id) {
    const card = await orNull(callOperation('people.teacher', { id, ...onDay(onDate) }));
    return card && teacherOption(card.teacher);
  },
});

const classOption = (row: ClassRow): ClassOption => ({
  id: row.id,
  label: row.className,
  description: text.classOption(row.programme, row.studentCount),
  class: row,
});

/** Classes of the school year of the day: all of them, narrowed by typing. */
export const classSource = (onDate?: Day): EntitySource<ClassOption> => ({
  key: `classes ${onDate ?? ''}`,
  minLetters: 0,
  async search(typed, signal) {
    const input = { search: typed, filters: onDay(onDate), limit: 300 };
    const { rows } = await callOperation('people.listClasses', input, { signal });
    return rows.map(classOption);
  },
  async find(id) {
    const card = await orNull(callOperation('people.class', { id, ...onDay(onDate) }));
    return card && classOption(card.class);
  },
});
