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

const addWork = async (
  office: Pick<TestOffice, 'call'>,
  entry: { readonly teacherId: number; readonly workedOn: string; readonly quarterHours: number },
): Promise<number> => {
  const { id } = await office.call('resources.saveWorkEntry', { ...entry, kind: 'preparation' });
  return id;
};

/** Two appeals in the period, one before it; 12,5 hours in it, one before; one resource. */
const addRegisters = async (
  office: Pick<TestOffice, 'call'>,
  studentId: number,
  guardianId: number,
  teacherId: number,
): Promise<Pick<SmallSchool, 'appeal' | 'workEntry'>> => {
  const register = (registeredOn: string) =>
    office.call('appeals.register', {
      studentId,
      guardianId,
      subject: 'Алгебра',
      lessonTopic: 'Квадратные уравнения',
      channel: 'visit',
      registeredOn,
    });
  await register('2026-02-28');
  const { id: appeal } = await register('2026-03-02');
  await register('2026-05-15');
  await office.call('appeals.postResource', {
    id: appeal,
    givenOn: '2026-03-10',
    resource: {
      title: 'Квадратные уравнения: видеоурок',
      subject: 'Алгебра',
      parallel: 8,
      topic: 'Квадратные уравнения',
      authorId: teacherId,
      url: 'https://portal.example/resource/1',
      postedOn: '2026-03-10',
    },
  });
  await addWork(office, { teacherId, workedOn: '2026-02-28', quarterHours: 4 });
  const workEntry = await addWork(office, { teacherId, workedOn: '2026-03-01', quarterHours: 6 });
  await addWork(office, { teacherId, workedOn: '2026-03-10', quarterHours: 8 });
  await addWork(office, { teacherId, workedOn: '2026-05-15', quarterHours: 36 });
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
  const { id: teacher } = await office.call('people.saveTeacher', {
    ...person('Учителева', 'Вера', 'Павловна'),
    position: 'учитель математики',
  });
  const absence = await addAbsences(office, students);
  return {
    students,
    guardian,
    teacher,
    absence,
    ...(await addRegisters(office, students.long, guardian, teacher)),
  };
};
