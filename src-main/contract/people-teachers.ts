import { z } from 'zod';
import { id, isoDate, line, nothing, optionalLine, parallel, byIdRead, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';
import * as people from './people-fields.ts';

export const teacherRow = z.strictObject({
  id,
  ...people.nameOutput,
  position: z.string().nullable(),
  active: z.boolean(),
  subjects: z.array(z.string()),
  /** Classes taught in the school year of the day. */
  classNames: z.array(z.string()),
  classTeacherOf: z.array(z.string()),
});

const assignment = z.strictObject({ classId: id, subject: line(120) });

export const classRow = z.strictObject({
  id,
  className: z.string(),
  parallel,
  letter: z.string(),
  /** «2025/2026» */
  schoolYear: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Own name of an adapted programme (АООП); null for the usual one. */
  programmeName: z.string().nullable(),
  /** «НОО», «ООО», «СОО» or the adapted one. */
  programme: z.string(),
  classTeacherId: id.nullable(),
  classTeacher: z.string().nullable(),
  studentCount: z.int(),
});

export const classMember = z.strictObject({
  studentId: id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  sex: people.sex.nullable(),
  address: z.string().nullable(),
  homeSchooled: z.boolean(),
  guardians: z.array(people.guardianRef),
});

const teachers = {
  /** What they teach is of the year of `onDate`; without a day as in `people.listClasses`. */
  'people.listTeachers': query(
    listInput({ onDate: isoDate, active: z.boolean(), subject: line(120), className: line(10) }, [
      'fullName',
      'position',
    ]),
    listOutput(teacherRow),
  ),
  'people.teacher': query(
    z.strictObject({ id, onDate: people.onDate }),
    z.strictObject({
      teacher: teacherRow,
      assignments: z.array(
        z.strictObject({ classId: id, className: z.string(), subject: z.string() }),
      ),
      classTeacherOf: z.array(z.strictObject({ classId: id, className: z.string() })),
    }),
  ),
  /** Assignments and classes replace those of the school year of `onDate` (today when absent). */
  'people.saveTeacher': command(
    z.strictObject({
      id: id.nullable(),
      ...people.nameInput,
      position: optionalLine(120),
      active: z.boolean().default(true),
      onDate: people.onDate,
      /** Absent: left as they are. */
      assignments: z.array(assignment).max(400).optional(),
      classTeacherOf: z.array(id).max(50).optional(),
      namesake: z.boolean().default(false),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  /** Only a teacher no register speaks of; otherwise make him inactive. */
  'people.deleteTeacher': command(byIdRead, nothing),
  'people.findTeachers': query(
    z.strictObject({
      text: z.string().max(200),
      onDate: people.onDate,
      everyone: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.strictObject({ teachers: z.array(teacherRow) }),
  ),
} as const;

const classes = {
  /**
   * Classes of the school year of `onDate`, in natural order. Without a day: of the year of today
   * when it has classes, otherwise of the newest year that has them, as on its 1 September.
   */
  'people.listClasses': query(
    listInput({ onDate: isoDate, parallel }, ['className', 'studentCount']),
    listOutput(classRow),
  ),
  /** Members on the day. */
  'people.class': query(
    z.strictObject({ id, onDate: people.onDate }),
    z.strictObject({ class: classRow, members: z.array(classMember) }),
  ),
  /** `id` null creates a class in the school year of `onDate` (today when absent). */
  'people.saveClass': command(
    z.strictObject({
      id: id.nullable(),
      parallel,
      letter: people.classLetter,
      programmeName: optionalLine(200),
      classTeacherId: id.nullable().default(null),
      onDate: people.onDate,
      ...read,
    }),
    z.strictObject({ id }),
  ),
  'people.deleteClass': command(byIdRead, nothing),
  /** «Список класса»: № | ФИО | chosen columns | empty columns for ticks. */
  'people.printClassList': query(
    z.strictObject({
      classId: id,
      onDate: people.onDate,
      birthDate: z.boolean().default(true),
      sex: z.boolean().default(false),
      address: z.boolean().default(false),
      guardians: z.boolean().default(false),
      phones: z.boolean().default(false),
      /** Empty columns; a title may be given to each. */
      blankColumns: z.array(z.string().trim().max(40)).max(12).default([]),
    }),
    documentOutput,
  ),
} as const;

export const staffOperations = { ...teachers, ...classes } as const;
