/** A small invented school with a hand-counted information summary. */
import type { TestOffice } from '../../support/office.ts';

export const requisites = {
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 12»',
  shortName: 'МБОУ «СОШ № 12»',
  code: '0012',
  municipality: 'Зареченский городской округ',
  directorName: 'Незнамова Мария Александровна',
  executorName: 'Выдумкина Анна Ильинична',
  executorPhone: '(4722) 00-00-00',
};

/** 1 March – 15 May 2026; the clock of the test must stand at 15 May 2026 or later. */
export const period = { from: '2026-03-01', to: '2026-05-15' };

/** Counted by hand from `fillSchool`. */
export const expectedFigures = {
  organisations: 1,
  studentsOverTwoWeeks: 2,
  appeals: 2,
  // 1,5 + 2 + 9 hours
  quarterHours: 50,
  resources: 1,
};

/** What stands beside them: rows of the period that are not counted. */
export const expectedBeside = {
  organisations: 0,
  // 12 days are nearly two weeks; all the time at home.
  studentsOverTwoWeeks: 2,
  // Of the child with 12 days.
  appeals: 1,
  // 0,75 hours without an appeal, 0,5 of that one.
  quarterHours: 5,
  // A ready one that was given; one that nobody asked for.
  resources: 2,
};

export interface SmallSchool {
  readonly students: Readonly<Record<'long' | 'open' | 'short' | 'home', number>>;
  readonly guardian: number;
  readonly teacher: number;
  readonly absence: number;
  readonly appeal: number;
  readonly workEntry: number;
}

const person = (lastName: string, firstName: string, middleName: string | null = null) => ({
  id: null,
  lastName,
  firstName,
  middleName,
});

const addStudent = async (
  office: Pick<TestOffice, 'call'>,
  lastName: string,
  classId: number,
): Promise<number> => {
  const { id } = await office.call('people.saveStudent', {
    ...person(lastName, 'Илья', 'Олегович'),
    birthDate: '2012-02-29',
    sex: 'male',
    address: null,
    enrol: { classId, startsOn: '2025-09-01' },
  });
  return id;
};

const addAbsence = async (
  office: Pick<TestOffice, 'call'>,
  studentId: number,
  from: string,
  to: string | null,
): Promise<number> => {
  const { id } = await office.call('absences.save', {
    studentId,
    from,
    to,
    reason: 'illness',
    excused: true,
  });
  return id;
};

/** Two children pass the rule, one has two weeks exactly, one learns at home. */
const addAbsences = async (
  office: Pick<TestOffice, 'call'>,
  { long, open, short, home }: SmallSchool['students'],
): Promise<number> => {
  // 2–16 March: 15 days from first to last missed day, more than 14.
  const absence = await addAbsence(office, long, '2026-03-02', '2026-03-16');
  await addAbsence(office, open, '2026-04-27', null);
  // 2–13 March: 12 days.
  await addAbsence(office, short, '2026-03-02', '2026-03-13');
  await addAbsence(office, home, '2026-03-02', '2026-04-30');
  await office.call('people.saveStudyPeriod', {
    id: null,
    studentId: home,
    form: 'full-time',
    place: 'home',
    startsOn: '2026-02-01',
    endsOn: null,
  });
  return absence;
};

type Office = Pick<TestOffice, 'call'>;

interface Work {
  readonly workedOn: string;
  readonly quarterHours: number;
  readonly appealId: number | null;
}

const addWork = async (office: Office, teacherId: number, work: Work): Promise<number> => {
  const entry = { teacherId, ...work, kind: 'preparation' } as const;
  return (await office.call('resources.saveWorkEntry', entry)).id;
};

const resource = (number: number, authorId: number | null, postedOn: string) => ({
  title: `Квадратные уравнения: видеоурок${number === 1 ? '' : ` ${number}`}`,
  subject: 'Алгебра',
  parallel: 8,
  topic: 'Квадратные уравнения',
  authorId,
  url: `https://portal.example/resource/${number}`,
  postedOn,
});

interface People {
  readonly students: SmallSchool['students'];
  readonly guardian: number;
  readonly teacher: number;
}

/** Two qualifying appeals in the period, one before it, and one of a child with 12 days. */
const addAppeals = async (office: Office, { students, guardian }: People) => {
  const register = async (studentId: number, registeredOn: string) =>
    (
      await office.call('appeals.register', {
        studentId,
        guardianId: guardian,
        subject: 'Алгебра',
        lessonTopic: 'Квадратные уравнения',
        channel: 'visit',
        date: registeredOn,
        registeredOn,
      })
    ).id;
  await register(students.long, '2026-02-28');
  const appeal = await register(students.long, '2026-03-02');
  const other = await register(students.short, '2026-03-04');
  return { appeal, other, late: await register(students.long, '2026-05-15') };
};

/** 12,5 counted hours of the period and 1,25 beside, one before it; one counted resource of three. */
const addRegisters = async (
  office: Office,
  people: People,
): Promise<Pick<SmallSchool, 'appeal' | 'workEntry'>> => {
  const { appeal, late, other } = await addAppeals(office, people);
  const { teacher } = people;
  const given = { id: appeal, givenOn: '2026-03-10' };
  const prepared = { resource: resource(1, teacher, '2026-03-10'), prepared: true };
  await office.call('appeals.postResource', { ...given, ...prepared });
  const ready = { resource: resource(2, null, '2026-03-09'), prepared: false };
  await office.call('appeals.postResource', { ...given, ...ready });
  await office.call('resources.save', resource(3, teacher, '2026-03-11'));
  const work = (workedOn: string, quarterHours: number, appealId: number | null) =>
    addWork(office, teacher, { workedOn, quarterHours, appealId });
  await work('2026-02-28', 4, null);
  await work('2026-03-01', 3, null);
  await work('2026-03-05', 2, other);
  const workEntry = await work('2026-03-02', 6, appeal);
  await work('2026-03-10', 8, appeal);
  await work('2026-05-15', 36, late);
  return { appeal, workEntry };
};

/** Fills an empty office through its own operations. */
export const fillSchool = async (office: Pick<TestOffice, 'call'>): Promise<SmallSchool> => {
  await office.call('settings.saveSchool', requisites);
  await office.call(
    'calendar.saveYear',
    await office.call('calendar.prefill', { startYear: 2025 }),
  );
  const { id: classId } = await office.call('people.saveClass', {
    id: null,
    parallel: 8,
    letter: 'А',
    programmeName: null,
    onDate: '2025-09-01',
  });
  const students = {
    long: await addStudent(office, 'Длиннов', classId),
    open: await addStudent(office, 'Открытов', classId),
    short: await addStudent(office, 'Коротков', classId),
    home: await addStudent(office, 'Домашнев', classId),
  };
  const { id: guardian } = await office.call('people.saveGuardian', {
    ...person('Длиннова', 'Ольга'),
    phone: null,
    email: null,
    address: null,
    link: { studentId: students.long, relation: 'mother' },
  });
  await office.call('people.linkGuardian', {
    studentId: students.short,
    guardianId: guardian,
    relation: 'mother',
  });
  const { id: teacher } = await office.call('people.saveTeacher', {
    ...person('Учителева', 'Вера', 'Павловна'),
    position: 'учитель математики',
  });
  const absence = await addAbsences(office, students);
  const people = { students, guardian, teacher };
  return { ...people, absence, ...(await addRegisters(office, people)) };
};
