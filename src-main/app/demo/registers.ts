import type { AbsenceReason } from '../../contract/absences.ts';
import type { OperationInput, OperationName, OperationOutput } from '../../contract/operations.ts';
import { addDays, daysBetween, weekday } from '../../domain/dates.ts';
import type { Random } from './random.ts';
import { primarySubjects, seniorSubjects, topics } from './vocabulary.ts';

/** Absences, appeals, resources and hours of the invented school, through the same operations. */

export type Call = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
) => Promise<OperationOutput<N>>;

export interface DemoPeriod {
  /** First day of lessons. */
  readonly from: string;
  readonly today: string;
}

type Student = OperationOutput<'people.listStudents'>['rows'][number];

interface Scene {
  readonly call: Call;
  /** Version of an appeal as it is now. */
  readonly appealNow: (id: number) => Promise<number | null>;
  readonly random: Random;
  readonly period: DemoPeriod;
  readonly teacherIds: readonly number[];
}

const reasons: readonly AbsenceReason[] = [
  'illness',
  'illness',
  'illness',
  'treatment',
  'family',
  'sport',
  'olympiad',
];

const recordAbsence = async (
  { call, random, period }: Scene,
  student: Student,
  days: number,
): Promise<string> => {
  const latest = Math.max(0, daysBetween(period.from, period.today) - days);
  const from = addDays(period.from, random.below(latest + 1));
  const end = addDays(from, days);
  const reason = random.pick(reasons);
  await call('absences.save', {
    studentId: student.id,
    from,
    to: end >= period.today ? null : end,
    reason,
    document: reason === 'illness' ? 'medical-organisation' : 'parent-note',
    excused: true,
  });
  return from;
};

/** The office is closed at weekends: Saturday and Sunday become the Friday before. */
const workingDay = (date: string): string => addDays(date, -Math.max(0, weekday(date) - 5));

const earliest = (a: string, b: string): string => (a < b ? a : b);

/** An appeal to come: the children are asked about in the order of the journal's dates. */
interface Petition {
  readonly student: Student;
  readonly registeredOn: string;
  /** 0 registered, 1 in preparation, 2 resource posted, 3 closed. */
  readonly stage: number;
}

const subjectOf = (random: Random, parallel: number): string =>
  random.pick(parallel < 5 ? primarySubjects : seniorSubjects);

const register = async (scene: Scene, { student, registeredOn }: Petition) => {
  const { call, random, teacherIds } = scene;
  const { guardians } = await call('people.student', { id: student.id });
  const guardianId = guardians[0]?.id;
  if (guardianId === undefined || student.parallel === null) return null;
  const subject = subjectOf(random, student.parallel);
  const lessonTopic = random.pick(topics[subject] ?? ['Повторение']);
  const channel = random.pick(['visit', 'phone', 'email', 'portal'] as const);
  const responsibleId = teacherIds[0] ?? null;
  const input = { guardianId, registeredOn, subject, lessonTopic, channel, responsibleId };
  const { id, number } = await call('appeals.register', { studentId: student.id, ...input });
  return { id, number, subject, parallel: student.parallel, topic: lessonTopic };
};

const workThrough = async (scene: Scene, petition: Petition): Promise<void> => {
  const { call, appealNow, random, period, teacherIds } = scene;
  const appeal = await register(scene, petition);
  if (!appeal || petition.stage === 0) return;
  const { id, number, subject, parallel, topic } = appeal;
  const later = (days: number): string =>
    earliest(addDays(petition.registeredOn, days), period.today);
  const checked = { id, on: later(1), found: false, version: await appealNow(id) };
  await call('appeals.recordPortalCheck', checked);
  const teacherId = random.pick(teacherIds);
  await call('appeals.assignPreparer', { id, teacherId, version: await appealNow(id) });
  const work = {
    workedOn: later(1),
    quarterHours: 2 + random.below(9),
    kind: 'preparation',
  } as const;
  await call('resources.saveWorkEntry', { teacherId, appealId: id, ...work });
  if (petition.stage === 1) return;
  const title = `${topic}: видеоурок и задания (${number})`;
  const url = `https://portal.example/resources/${id}`;
  const resource = {
    title,
    subject,
    parallel,
    topic,
    authorId: teacherId,
    url,
    postedOn: later(3),
  };
  await call('appeals.postResource', { id, givenOn: later(3), resource, prepared: true });
  if (petition.stage === 2) return;
  await call('appeals.close', {
    id,
    on: later(4),
    result: 'Ссылка на ресурс передана, тема освоена.',
  });
};

/** About one child in ten was absent, one in thirty for over two weeks. */
const recordAbsences = async (scene: Scene): Promise<readonly Petition[]> => {
  const { call, random, period } = scene;
  const { rows } = await call('people.listStudents', { limit: 10_000 });
  const petitions: Petition[] = [];
  for (const student of rows) {
    if (!random.chance(0.1)) continue;
    const long = random.chance(0.33);
    const from = await recordAbsence(
      scene,
      student,
      long ? 16 + random.below(20) : 2 + random.below(9),
    );
    if (!long) continue;
    const registeredOn = workingDay(earliest(addDays(from, 4 + random.below(8)), period.today));
    // Old appeals are finished; those of the last fortnight stand at every stage.
    const recent = daysBetween(registeredOn, period.today) < 14 || random.chance(0.06);
    petitions.push({ student, registeredOn, stage: recent ? random.below(3) : 3 });
  }
  return petitions.sort((a, b) => a.registeredOn.localeCompare(b.registeredOn));
};

/** Fills the registers of absences, appeals, resources and hours. */
export const fillRegisters = async (scene: Scene): Promise<void> => {
  for (const petition of await recordAbsences(scene)) await workThrough(scene, petition);
};
