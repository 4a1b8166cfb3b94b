import type { PersonKind } from '../../contract/people-fields.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { requireSchool } from '../settings/index.ts';
import { classCard, dayOfClasses, deleteClass, listClasses, saveClass } from './classes.ts';
import { classListDocument } from './forms/class-list.ts';
import { listDuplicates, markDistinct } from './duplicates.ts';
import { keepingRecords, studentsOfEnrolment } from './enrolment-records.ts';
import { enrol, deleteEnrolment, leave, repeat, saveEnrolment, transfer } from './enrolments.ts';
import { deleteGuardian, linkGuardian, saveGuardian, unlinkGuardian } from './guardian-changes.ts';
import { findGuardians, guardianCard, listGuardians } from './guardians.ts';
import { deleteStudyPeriod, saveStudyPeriod } from './study-periods.ts';
import { importHandlers } from './import-handlers.ts';
import type { Merge, MergeGuard } from './merge.ts';
import { merge } from './merge.ts';
import { deleteStudent, saveStudent } from './student-changes.ts';
import { findStudents, listStudents, studentCard } from './students.ts';
import { countPersonalFields, emptyPersonalField } from './empty-field.ts';
import { fieldNotKept, readPersonalFields, requireKept } from './personal-fields.ts';
import { deleteTeacher, saveTeacher } from './teacher-changes.ts';
import { findTeachers, listTeachers, teacherCard } from './teachers.ts';

type People = FeatureHandlers<'people'>;

const students = {
  'people.listStudents': (input, { db, clock }) => listStudents(db, input, clock.today()),
  'people.student': ({ id, onDate }, { db, clock }) => studentCard(db, id, onDate ?? clock.today()),
  'people.saveStudent': async (input, { db, clock }) => ({
    id: await saveStudent(db, input, clock.today()),
  }),
  'people.enrol': async (input, { db }) => ({ id: await enrol(db, input) }),
  'people.transfer': async (input, { db }) => ({
    id: await keepingRecords(db, [input.studentId], () => transfer(db, input)),
  }),
  'people.repeat': async (input, { db }) => ({
    id: await keepingRecords(db, [input.studentId], () => repeat(db, input)),
  }),
  async 'people.leave'(input, { db }) {
    await keepingRecords(db, [input.studentId], () => leave(db, input));
  },
  async 'people.saveEnrolment'(input, { db }) {
    const students = await studentsOfEnrolment(db, input.id);
    await keepingRecords(db, students, () => saveEnrolment(db, input));
  },
  async 'people.deleteEnrolment'({ id }, { db }) {
    await keepingRecords(db, await studentsOfEnrolment(db, id), () => deleteEnrolment(db, id));
  },
  'people.saveStudyPeriod': async (input, { db }) => ({
    id: await saveStudyPeriod(db, input),
  }),
  async 'people.deleteStudyPeriod'({ id }, { db }) {
    await deleteStudyPeriod(db, id);
  },
  async 'people.deleteStudent'({ id }, { db }) {
    await deleteStudent(db, id);
  },
  'people.findStudents': (input, { db, clock }) =>
    findStudents(db, input, input.onDate ?? clock.today()),
} satisfies Partial<People>;

const guardians = {
  'people.listGuardians': (input, { db, clock }) => listGuardians(db, input, clock.today()),
  'people.guardian': ({ id, onDate }, { db, clock }) =>
    guardianCard(db, id, onDate ?? clock.today()),
  'people.saveGuardian': async (input, { db }) => ({ id: await saveGuardian(db, input) }),
  async 'people.linkGuardian'(input, { db }) {
    await linkGuardian(db, input);
  },
  async 'people.unlinkGuardian'(input, { db }) {
    await unlinkGuardian(db, input);
  },
  async 'people.deleteGuardian'({ id }, { db }) {
    await deleteGuardian(db, id);
  },
  'people.findGuardians': (input, { db, clock }) =>
    findGuardians(db, input, input.onDate ?? clock.today()),
} satisfies Partial<People>;

const staff = {
  'people.listTeachers': (input, { db, clock }) => listTeachers(db, input, clock.today()),
  'people.teacher': async ({ id, onDate }, { db, clock }) =>
    teacherCard(db, id, onDate ?? (await dayOfClasses(db, clock.today()))),
  'people.saveTeacher': async (input, { db, clock }) => ({
    id: await saveTeacher(db, input, input.onDate ?? clock.today()),
  }),
  async 'people.deleteTeacher'({ id }, { db }) {
    await deleteTeacher(db, id);
  },
  'people.findTeachers': async (input, { db, clock }) =>
    findTeachers(db, input, input.onDate ?? (await dayOfClasses(db, clock.today()))),
  'people.listClasses': (input, { db, clock }) => listClasses(db, input, clock.today()),
  'people.class': ({ id, onDate }, { db, clock }) => classCard(db, id, onDate ?? clock.today()),
  'people.saveClass': async (input, { db, clock }) => ({
    id: await saveClass(db, input, clock.today()),
  }),
  async 'people.deleteClass'({ id }, { db }) {
    await deleteClass(db, id);
  },
  async 'people.printClassList'(input, { db, clock, documents }) {
    const date = input.onDate ?? clock.today();
    const fields = await readPersonalFields(db);
    requireKept('student', { sex: input.sex, address: input.address }, fields);
    if (!fields.guardianPhone.kept && input.phones) throw fieldNotKept('guardianPhone', 'phones');
    const { shortName } = await requireSchool(db);
    const card = await classCard(db, input.classId, date);
    const model = classListDocument(card, input, { schoolName: shortName, date });
    return { document: documents.put(model), title: model.title };
  },
} satisfies Partial<People>;

const personalFields = {
  'people.countPersonalFields': async (_input, { db }) => ({
    counts: await countPersonalFields(db),
  }),
  'people.emptyPersonalField': async ({ field, count }, { db }) => ({
    emptied: await emptyPersonalField(db, field, count),
  }),
} satisfies Partial<People>;

/** @param guards of the registers that refer to people, asked before every merge */
const duplicates = (guards: readonly MergeGuard[]) => {
  const mergeOf =
    (kind: PersonKind) =>
    async (input: Merge, { db }: Context): Promise<void> => {
      await merge(db, kind, input, guards);
    };
  return {
    'people.listDuplicates': (input, { db, clock }) => listDuplicates(db, input, clock.today()),
    async 'people.markDistinct'(input, { db }) {
      await markDistinct(db, input);
    },
    'people.mergeStudents': mergeOf('student'),
    'people.mergeGuardians': mergeOf('guardian'),
    'people.mergeTeachers': mergeOf('teacher'),
  } satisfies Partial<People>;
};

export const peopleHandlers = (mergeGuards: readonly MergeGuard[]): People => ({
  ...students,
  ...guardians,
  ...staff,
  ...importHandlers,
  ...personalFields,
  ...duplicates(mergeGuards),
});
