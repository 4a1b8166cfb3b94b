import { z } from 'zod';
import { id, isoDate, line, nothing, optionalLine, parallel, byIdRead, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import * as people from './people-fields.ts';

/** Whether a student has a class on the day the list speaks of. */
export const studentStatus = z.enum(['enrolled', 'left']);

export const studentRow = z.strictObject({
  id,
  ...people.nameOutput,
  birthDate: z.string().nullable(),
  /** Full years on the day. */
  age: z.int().nullable(),
  sex: people.sex.nullable(),
  address: z.string().nullable(),
  /** Class on the day; the last one of those who left. */
  className: z.string().nullable(),
  parallel: parallel.nullable(),
  classId: id.nullable(),
  status: studentStatus,
  homeSchooled: z.boolean(),
  guardianCount: z.int(),
});

export const foundStudent = z.strictObject({
  id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  classId: id.nullable(),
  parallel: parallel.nullable(),
  /** «основная образовательная программа …, 8А класс», as the appeals journal writes it (S1, Приложение 1). */
  programme: z.string().nullable(),
  isEnrolled: z.boolean(),
  guardians: z.array(people.guardianRef),
});

const endsOn = isoDate.nullable().default(null);

export const studentsOperations = {
  'people.listStudents': query(
    listInput(
      {
        onDate: isoDate,
        className: line(10),
        classId: id,
        parallel,
        status: studentStatus,
        sex: people.sex,
        homeSchooled: z.boolean(),
        withoutGuardians: z.boolean(),
        withoutBirthDate: z.boolean(),
      },
      ['fullName', 'className', 'birthDate'],
    ),
    listOutput(studentRow),
  ),
  'people.student': query(
    z.strictObject({ id, onDate: people.onDate }),
    z.strictObject({
      student: studentRow,
      programme: z.string().nullable(),
      enrolments: z.array(people.enrolmentRow),
      /** Where and how he studies when not full-time at the school; newest first. */
      studyPeriods: z.array(people.studyPeriodRow),
      guardians: z.array(people.guardianRef),
    }),
  ),
  /** `id` null creates. A namesake born on the same day is refused unless `namesake` is true. */
  'people.saveStudent': command(
    z.strictObject({
      id: id.nullable(),
      ...people.nameInput,
      birthDate: isoDate.nullable(),
      sex: people.sex.nullable(),
      address: optionalLine(300),
      /** Only for a new student. */
      enrol: z.strictObject({ classId: id, startsOn: isoDate }).nullable().default(null),
      namesake: z.boolean().default(false),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  'people.enrol': command(
    z.strictObject({ studentId: id, classId: id, startsOn: isoDate }),
    z.strictObject({ id }),
  ),
  /**
   * The old class ends the day before; a transfer on its first day replaces it. Every change of
   * classes below is refused with `enrolment-has-records` while marks, sheets, absences, appeals
   * or statements of the student would be left without a class.
   */
  'people.transfer': command(
    z.strictObject({ studentId: id, classId: id, startsOn: isoDate }),
    z.strictObject({ id }),
  ),
  /** Stays for another year in the same parallel: the old enrolment ends as «repeats». */
  'people.repeat': command(
    z.strictObject({ studentId: id, classId: id, startsOn: isoDate }),
    z.strictObject({ id }),
  ),
  /** `endsOn` is the last day at the school. */
  'people.leave': command(
    z.strictObject({
      studentId: id,
      endsOn: isoDate,
      reason: z.enum(['transferred', 'left', 'graduated']),
    }),
    nothing,
  ),
  /** Corrects a line of the history. */
  'people.saveEnrolment': command(
    z.strictObject({
      id,
      classId: id,
      startsOn: isoDate,
      endsOn,
      leaveReason: people.leaveReason.nullable().default(null),
      ...read,
    }),
    nothing,
  ),
  'people.deleteEnrolment': command(byIdRead, nothing),
  /**
   * A period of another form or place than full-time at the school. Refusals: `study-place-wrong`,
   * `study-period-overlap`, `study-period-unknown`, `period-upside-down`.
   */
  'people.saveStudyPeriod': command(
    z.strictObject({
      id: id.nullable(),
      studentId: id,
      form: people.studyForm,
      place: people.studyPlace,
      startsOn: isoDate,
      endsOn,
      ...read,
    }),
    z.strictObject({ id }),
  ),
  'people.deleteStudyPeriod': command(byIdRead, nothing),
  /** Only a student no register speaks of; his class, guardians' links and periods go too. */
  'people.deleteStudent': command(byIdRead, nothing),
  /** Typing two letters of a name: the beginning of any word of it, whatever the case and ё/е. */
  'people.findStudents': query(
    z.strictObject({
      text: z.string().max(200),
      onDate: people.onDate,
      /** Also those without a class on the day. */
      everyone: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.strictObject({ students: z.array(foundStudent) }),
  ),
} as const;
