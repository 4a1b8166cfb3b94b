import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import type { Example, World } from '../example.ts';
import { example, nobody } from '../example.ts';

const named = (lastName: string, firstName: string, middleName: string) => ({
  id: null,
  lastName,
  firstName,
  middleName,
});

const vera: OperationInput<'people.saveStudent'> = {
  ...named('Ёлкина', 'Вера', 'Ильинична'),
  birthDate: '2012-02-29',
  sex: 'female',
};
const leaver: OperationInput<'people.saveStudent'> = {
  ...named('Жилин', 'Пётр', 'Олегович'),
  birthDate: '2012-05-01',
  sex: 'male',
};
const teacher = named('Белова', 'Ольга', 'Игоревна');
const mother = {
  ...named('Ёлкина', 'Алёна', 'Викторовна'),
  phone: '+79205550101',
  email: 'elkina@example.org',
};

const classOf = (parallel: number, letter: string, onDate: string) => ({
  id: null,
  parallel,
  letter,
  onDate,
});

const enrolment = (world: World) => ({
  id: world.id('enrolment'),
  classId: world.id('8А'),
  startsOn: '2025-09-01',
});

const classes: readonly Example[] = [
  example('people.saveTeacher', teacher, { keep: 'teacher', refused: 'teacher-exists' }),
  example('people.saveClass', classOf(8, 'А', '2025-09-01'), {
    keep: '8А',
    refused: 'class-exists',
  }),
  example('people.saveClass', classOf(8, 'Б', '2025-09-01'), { keep: '8Б' }),
  example('people.saveClass', classOf(8, 'А', '2026-09-01'), { keep: '8А later' }),
  example('people.listClasses', { filters: { onDate: '2026-03-02' } }),
  example('people.class', (world) => ({ id: world.id('8А') }), {
    refused: [{ id: nobody }, 'class-unknown'],
  }),
];

const students: readonly Example[] = [
  example('people.saveStudent', vera, { keep: 'vera', refused: 'student-exists' }),
  example(
    'people.enrol',
    (world) => ({ studentId: world.id('vera'), classId: world.id('8А'), startsOn: '2025-09-01' }),
    { refused: 'enrolment-overlap' },
  ),
  example(
    'people.transfer',
    (world) => ({ studentId: world.id('vera'), classId: world.id('8Б'), startsOn: '2026-01-12' }),
    { refused: 'same-class' },
  ),
  example(
    'people.repeat',
    (world) => ({
      studentId: world.id('vera'),
      classId: world.id('8А later'),
      startsOn: '2026-09-01',
    }),
    { refused: 'repeat-wrong-class' },
  ),
  example(
    'people.saveStudent',
    (world) => ({ ...leaver, enrol: { classId: world.id('8А'), startsOn: '2025-09-01' } }),
    { keep: 'leaver' },
  ),
  example(
    'people.leave',
    (world) => ({ studentId: world.id('leaver'), endsOn: '2026-05-20', reason: 'left' }),
    { refused: 'not-enrolled' },
  ),
  example('people.student', (world) => ({ id: world.id('leaver') }), {
    keep: ({ enrolments }, world) => world.keep('enrolment', enrolments[0]?.id ?? 0),
    refused: [{ id: nobody }, 'student-unknown'],
  }),
  example(
    'people.saveEnrolment',
    (world) => ({ ...enrolment(world), endsOn: '2026-05-25', leaveReason: 'left' as const }),
    { refused: [(world) => ({ ...enrolment(world), endsOn: '2025-08-31' }), 'period-upside-down'] },
  ),
  example('people.deleteEnrolment', (world) => ({ id: world.id('enrolment') }), {
    refused: 'enrolment-unknown',
  }),
  example(
    'people.saveStudyPeriod',
    (world) => ({
      id: null,
      studentId: world.id('leaver'),
      form: 'full-time',
      place: 'home',
      startsOn: '2026-01-12',
    }),
    { keep: 'home', refused: 'study-period-overlap' },
  ),
  example('people.deleteStudyPeriod', (world) => ({ id: world.id('home') }), {
    refused: 'study-period-unknown',
  }),
  example(
    'people.listStudents',
    { search: 'елкина' },
    {
      refused: [{ limit: 0 }, 'invalid-input'],
    },
  ),
  example('people.findStudents', { text: 'ел' }),
];

const adults: readonly Example[] = [
  example(
    'people.saveGuardian',
    (world) => ({ ...mother, link: { studentId: world.id('vera'), relation: 'mother' } }),
    { keep: 'mother', refused: 'guardian-exists' },
  ),
  example(
    'people.linkGuardian',
    (world) => ({
      guardianId: world.id('mother'),
      studentId: world.id('leaver'),
      relation: 'guardian',
    }),
    {
      refused: [
        (world) => ({ guardianId: nobody, studentId: world.id('vera'), relation: 'guardian' }),
        'guardian-unknown',
      ],
    },
  ),
  example(
    'people.unlinkGuardian',
    (world) => ({ guardianId: world.id('mother'), studentId: world.id('leaver') }),
    { refused: 'link-unknown' },
  ),
  example('people.guardian', (world) => ({ id: world.id('mother') }), {
    refused: [{ id: nobody }, 'guardian-unknown'],
  }),
  example('people.listGuardians', {}),
  example('people.findGuardians', { text: 'алена' }),
  example('people.teacher', (world) => ({ id: world.id('teacher') }), {
    refused: [{ id: nobody }, 'teacher-unknown'],
  }),
  example('people.listTeachers', {}),
  example('people.findTeachers', { text: 'бе' }),
  example('people.printClassList', (world) => ({ classId: world.id('8Б'), onDate: '2026-03-02' }), {
    keep: ({ document }, world) => world.keep('document', document),
    refused: [{ classId: nobody }, 'class-unknown'],
  }),
];

const noEmail = { guardianEmail: { kept: false, purpose: 'письма' } };

const personalFields: readonly Example[] = [
  example('people.countPersonalFields', {}),
  example('settings.savePersonalFields', noEmail, {
    refused: [{ guardianEmail: { kept: 'no', purpose: 'письма' } }, 'invalid-input'],
  }),
  example(
    'people.saveGuardian',
    { ...mother, email: null, namesake: true },
    {
      keep: 'mother without e-mail',
      refused: [mother, 'field-not-kept'],
    },
  ),
  example(
    'people.emptyPersonalField',
    { field: 'guardianEmail', count: 1 },
    { refused: 'field-already-empty' },
  ),
  example('people.deleteGuardian', (world) => ({ id: world.id('mother without e-mail') })),
  example('settings.savePersonalFields', {}),
];

const merge = (kind: string) => (world: World) => ({
  keep: world.id(kind),
  drop: world.id(`${kind} twin`),
});

const mergeRefused = (kind: string) =>
  [(world: World) => ({ keep: world.id(kind), drop: world.id(kind) }), 'merge-same'] as const;

const twins: readonly Example[] = [
  example(
    'people.saveStudent',
    { ...vera, birthDate: null, namesake: true },
    {
      keep: 'vera twin',
    },
  ),
  example(
    'people.saveGuardian',
    { ...mother, phone: null, namesake: true },
    {
      keep: 'mother twin',
    },
  ),
  example('people.saveTeacher', { ...teacher, namesake: true }, { keep: 'teacher twin' }),
  example('people.listDuplicates', {}),
  example(
    'people.markDistinct',
    (world) => ({ kind: 'teacher', ids: [world.id('teacher'), world.id('teacher twin')] }),
    {
      refused: [
        (world) => ({ kind: 'teacher', ids: [world.id('teacher'), nobody] }),
        'person-unknown',
      ],
    },
  ),
  example('people.mergeStudents', merge('vera'), { refused: mergeRefused('vera') }),
  example('people.mergeGuardians', merge('mother'), { refused: mergeRefused('mother') }),
  example('people.mergeTeachers', merge('teacher'), { refused: mergeRefused('teacher') }),
];

const leaving: readonly Example[] = [
  example('people.deleteStudent', (world) => ({ id: world.id('leaver') }), {
    refused: 'student-unknown',
  }),
  example('people.saveGuardian', named('Лишнева', 'Анна', 'Ильинична'), { keep: 'spare' }),
  example('people.deleteGuardian', (world) => ({ id: world.id('spare') }), {
    refused: 'guardian-unknown',
  }),
  example('people.saveTeacher', named('Лишнев', 'Олег', 'Ильич'), { keep: 'spare teacher' }),
  example('people.deleteTeacher', (world) => ({ id: world.id('spare teacher') }), {
    refused: 'teacher-unknown',
  }),
  example('people.saveClass', classOf(8, 'В', '2025-09-01'), { keep: '8В' }),
  example('people.deleteClass', (world) => ({ id: world.id('8В') }), { refused: 'class-unknown' }),
];

export const peopleExamples: readonly Example[] = [
  ...classes,
  ...students,
  ...adults,
  ...personalFields,
  ...twins,
  ...leaving,
];
