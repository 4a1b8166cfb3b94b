import type { OperationInput, OperationOutput } from '../../contract/operations.ts';
import { addDays, daysBetween } from '../../domain/dates.ts';
import type { Call } from './registers.ts';

/**
 * Hard cases of the invented school, the same in every demonstration: who is taught elsewhere, who
 * speaks for whom, names that are not like the others. Pupils are taken from the classes by their
 * place in the list; a school too small for a case goes without it.
 */

type Student = OperationOutput<'people.listStudents'>['rows'][number];
type Registration = OperationInput<'statements.register'>;

export interface HardCases {
  /** Pupils whose marks are not invented: outside the school, or absent from it for a time. */
  readonly withoutMarks: ReadonlySet<number>;
  /** Pupils whose statements are below; no others are invented for them. */
  readonly stating: ReadonlySet<number>;
  readonly statements: readonly Registration[];
  /** Parents differ, and the school has decided. */
  readonly decided: number | null;
}

interface Scene {
  readonly call: Call;
  /** Version of a student's card as it is now: what is changed below was read by then. */
  readonly now: (studentId: number) => Promise<number | null>;
  readonly firstDay: string;
  readonly today: string;
  readonly students: readonly Student[];
}

const nth = ({ students }: Scene, parallel: number, place: number): Student | undefined =>
  students.filter((student) => student.parallel === parallel)[place];

/** A day of the year some days after its first, not later than today. */
const dayOf = ({ firstDay, today }: Scene, days: number): string => {
  const day = addDays(firstDay, days);
  return day < today ? day : today;
};

type Parent = Pick<OperationInput<'people.saveGuardian'>, 'lastName' | 'firstName' | 'middleName'>;

const addGuardian = async (
  { call }: Scene,
  studentId: number,
  parent: Parent,
  link: Omit<NonNullable<OperationInput<'people.saveGuardian'>['link']>, 'studentId'>,
): Promise<number> =>
  (
    await call('people.saveGuardian', {
      id: null,
      ...parent,
      link: { studentId, ...link },
      // Several children get such a parent: these are namesakes.
      namesake: true,
    })
  ).id;

const parentOf = async (
  scene: Scene,
  studentId: number,
  relation: 'mother' | 'father',
): Promise<number> => {
  const { guardians } = await scene.call('people.student', { id: studentId });
  const found = guardians.find((one) => one.relation === relation);
  if (found) return found.id;
  const father = { lastName: 'Орешников', firstName: 'Степан', middleName: 'Ильич' };
  const mother = { lastName: 'Орешникова', firstName: 'Инга', middleName: 'Львовна' };
  return addGuardian(scene, studentId, relation === 'father' ? father : mother, { relation });
};

const rename = async (
  { call, now }: Scene,
  student: Student,
  change: Partial<OperationInput<'people.saveStudent'>>,
): Promise<void> => {
  const { id, lastName, firstName, middleName, birthDate, sex, address } = student;
  const names = { lastName, firstName, middleName };
  await call('people.saveStudent', {
    id,
    ...names,
    birthDate,
    sex,
    address,
    ...change,
    version: await now(id),
  });
};

/** At home in the middle of a long absence, in a hospital, in the family, away and back. */
const taughtElsewhere = async (scene: Scene): Promise<ReadonlySet<number>> => {
  const { call, firstDay, today } = scene;
  const study = async (
    student: Student | undefined,
    period: Pick<OperationInput<'people.saveStudyPeriod'>, 'form' | 'place'>,
    days: { readonly startsOn: string; readonly endsOn: string | null },
  ): Promise<void> => {
    if (student)
      await call('people.saveStudyPeriod', { id: null, studentId: student.id, ...period, ...days });
  };
  const [home, family, away] = [nth(scene, 6, 0), nth(scene, 9, 0), nth(scene, 4, 0)];
  await study(family, { form: 'family', place: 'school' }, { startsOn: firstDay, endsOn: null });
  if (daysBetween(firstDay, today) >= 60) {
    const medical = { startsOn: dayOf(scene, 15), endsOn: dayOf(scene, 45) };
    await study(nth(scene, 7, 0), { form: 'full-time', place: 'medical' }, medical);
    const atHome = { startsOn: dayOf(scene, 34), endsOn: dayOf(scene, 48) };
    await study(home, { form: 'full-time', place: 'home' }, atHome);
    if (home)
      await call('absences.save', {
        studentId: home.id,
        from: dayOf(scene, 14),
        to: dayOf(scene, 58),
        reason: 'illness',
        document: 'medical-organisation',
        excused: true,
      });
    if (away?.classId) {
      const { id: studentId, classId } = away;
      await call('people.leave', { studentId, endsOn: dayOf(scene, 20), reason: 'transferred' });
      await call('people.enrol', { studentId, classId, startsOn: dayOf(scene, 50) });
    }
  }
  return new Set([family, away].flatMap((student) => student?.id ?? []));
};

/** A guardian instead of parents, a grandmother who represents nobody, a father who lives apart. */
const relatives = async (scene: Scene): Promise<void> => {
  const { call, now } = scene;
  const [ward, grandson, apart] = [nth(scene, 5, 0), nth(scene, 3, 0), nth(scene, 8, 0)];
  if (ward) {
    const { guardians } = await call('people.student', { id: ward.id });
    for (const { id } of guardians) {
      const link = { guardianId: id, studentId: ward.id };
      await call('people.unlinkGuardian', { ...link, version: await now(ward.id) });
      if ((await call('people.guardian', { id })).children.length === 0)
        await call('people.deleteGuardian', { id, version: await now(ward.id) });
    }
    const guardian = { lastName: 'Заступин', firstName: 'Аркадий', middleName: 'Наумович' };
    const basis = 'Постановление органа опеки и попечительства от 03.02.2024 № 12';
    await addGuardian(scene, ward.id, guardian, { relation: 'guardian', basis });
  }
  if (grandson) {
    const granny = { lastName: 'Бабушкина', firstName: 'Зинаида', middleName: 'Фоминична' };
    await addGuardian(scene, grandson.id, granny, { relation: 'not-representative' });
  }
  if (apart) {
    const guardianId = await parentOf(scene, apart.id, 'father');
    const link = { guardianId, studentId: apart.id, relation: 'father', livesApart: true } as const;
    await call('people.linkGuardian', { ...link, version: await now(apart.id) });
  }
};

/** A foreign double name, and a pupil without a patronymic whose mother has none either. */
const names = async (scene: Scene): Promise<void> => {
  const [double, short] = [nth(scene, 9, 1), nth(scene, 2, 0)];
  if (double)
    await rename(scene, double, {
      lastName: 'Мамедова-Гусейнзаде',
      firstName: 'Айтадж',
      middleName: 'Эльчин кызы',
      sex: 'female',
    });
  if (short) {
    await rename(scene, short, { middleName: null });
    const mother = { lastName: 'Нгуен', firstName: 'Линь', middleName: null };
    await addGuardian(scene, short.id, mother, { relation: 'parent' });
  }
};

/** Birth date of somebody who is so many years old on the day. */
const bornBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`.replace('-02-29', '-02-28');

const paper = (
  kind: Registration['kind'],
  studentId: number,
  guardianId: number,
  on: string,
): Registration => ({
  kind,
  studentId,
  guardianId,
  date: on,
  registeredOn: on,
  signed: true,
  confirmedDeclensions: true,
});

/** Statements of an adult's parents, a consent, parents who differ, one that nobody has signed. */
const statementsOf = async (
  scene: Scene,
): Promise<Pick<HardCases, 'statements' | 'stating' | 'decided'>> => {
  const { today } = scene;
  const [adult, teenager] = [nth(scene, 11, 0), nth(scene, 8, 1)];
  const [divided, decided, waiting] = [nth(scene, 6, 1), nth(scene, 7, 1), nth(scene, 10, 0)];
  const statements: Registration[] = [];
  const [early, late] = [dayOf(scene, 10), dayOf(scene, 30)];
  if (adult && early < late) {
    await rename(scene, adult, { birthDate: bornBefore(dayOf(scene, 20), 18) });
    const [mother, father] = [
      await parentOf(scene, adult.id, 'mother'),
      await parentOf(scene, adult.id, 'father'),
    ];
    statements.push(paper('refusal', adult.id, mother, early));
    statements.push(paper('permission-18', adult.id, father, late));
  }
  if (teenager) {
    await rename(scene, teenager, { birthDate: bornBefore(scene.firstDay, 15) });
    const mother = await parentOf(scene, teenager.id, 'mother');
    statements.push(paper('refusal', teenager.id, mother, early));
    statements.push({ ...paper('consent-14', teenager.id, mother, late), passportShown: true });
  }
  for (const child of [divided, decided]) {
    if (!child) continue;
    await parentOf(scene, child.id, 'father');
    const mother = await parentOf(scene, child.id, 'mother');
    statements.push(paper('refusal', child.id, mother, early));
  }
  if (waiting) {
    const mother = await parentOf(scene, waiting.id, 'mother');
    statements.push({ ...paper('impossibility', waiting.id, mother, today), signed: false });
  }
  return {
    statements: statements.map((one) =>
      one.kind === 'impossibility' ? { ...one, reason: 'в доме нет сети интернет' } : one,
    ),
    stating: new Set(statements.map(({ studentId }) => studentId)),
    decided: decided?.id ?? null,
  };
};

/** Makes the hard cases of people; their statements are registered with the others, by day. */
export const inventHardCases = async (scene: Scene): Promise<HardCases> => {
  const withoutMarks = await taughtElsewhere(scene);
  await relatives(scene);
  await names(scene);
  return { withoutMarks, ...(await statementsOf(scene)) };
};
