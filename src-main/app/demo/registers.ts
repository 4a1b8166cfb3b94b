import type { AbsenceReason } from '../../contract/absences.ts';
import type { OperationInput, OperationName, OperationOutput } from '../../contract/operations.ts';
import { addDays, daysBetween, weekday } from '../../domain/dates.ts';
import type { Random } from './random.ts';
import { subjectsOf, topics } from './vocabulary.ts';

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

const later = (a: string, b: string): string => (a > b ? a : b);

/** An appeal to come: the children are asked about in the order of the journal's dates. */
interface Petition {
  readonly student: Student;
  readonly registeredOn: string;
  /** 0 registered, 1 in preparation, 2 resource posted, 3 closed. */
  readonly stage: number;
}

const register = async (scene: Scene, { student, registeredOn }: Petition) => {
  const { call, random, teacherIds } = scene;
  const { guardians } = await call('people.student', { id: student.id });
  const guardianId = guardians[0]?.id;
  if (guardianId === undefined || student.parallel === null) return null;
  const subject = random.pick(subjectsOf(student.parallel));
  const lessonTopic = random.pick(topics[subject] ?? ['Повторение']);
  const channel = random.pick(['visit', 'phone', 'email', 'portal'] as const);
  const responsibleId = teacherIds[0] ?? null;
  // A paper sometimes lies for two days before it is registered.
  const paperDay = random.chance(0.2) ? addDays(registeredOn, -2) : registeredOn;
  const days = { date: later(paperDay, scene.period.from), registeredOn };
  const input = { guardianId, ...days, subject, lessonTopic, channel, responsibleId };
  const { id, number } = await call('appeals.register', { studentId: student.id, ...input });
  return { id, number, subject, parallel: student.parallel, topic: lessonTopic };
};

interface Registered {
  readonly id: number;
  readonly number: number;
  readonly subject: string;
  readonly parallel: number;
  readonly topic: string;
}

const readyResource = ({ id, subject, parallel, topic }: Registered, postedOn: string) => ({
  title: `${topic}: материал портала`,
  subject,
  parallel,
  topic,
  authorId: null,
  url: `https://portal.example/ready/${id}`,
  postedOn,
});

/** Asks a teacher to prepare a resource, who posts it from stage 2 on. */
const prepare = async (
  { call, appealNow, random, teacherIds }: Scene,
  { id, number, subject, parallel, topic }: Registered,
  { stage, on }: Pick<Petition, 'stage'> & { readonly on: (days: number) => string },
): Promise<void> => {
  const teacherId = random.pick(teacherIds);
  await call('appeals.assignPreparer', { id, teacherId, version: await appealNow(id) });
  const work = { workedOn: on(1), quarterHours: 2 + random.below(9), kind: 'preparation' } as const;
  await call('resources.saveWorkEntry', { teacherId, appealId: id, ...work });
  if (stage === 1) return;
  const title = `${topic}: видеоурок и задания (${number})`;
  const url = `https://portal.example/resources/${id}`;
  const posted = { title, url, postedOn: on(3), authorId: teacherId };
  const resource = { subject, parallel, topic, ...posted };
  await call('appeals.postResource', { id, givenOn: on(3), resource, prepared: true });
};

const workThrough = async (scene: Scene, petition: Petition): Promise<void> => {
  const { call, appealNow, random, period, teacherIds } = scene;
  const { stage, registeredOn } = petition;
  const appeal = await register(scene, petition);
  if (!appeal || stage === 0) return;
  const { id } = appeal;
  const on = (days: number): string => earliest(addDays(registeredOn, days), period.today);
  // Every seventh theme has been on the portal for long: a ready resource is given.
  const found = appeal.number % 7 === 0;
  const resource = found ? readyResource(appeal, period.from) : null;
  const checked = { id, on: on(1), found, resource, version: await appealNow(id) };
  await call('appeals.recordPortalCheck', checked);
  if (found) {
    const search = { workedOn: on(1), quarterHours: 1, kind: 'search' } as const;
    const teacherId = random.pick(teacherIds);
    await call('resources.saveWorkEntry', { teacherId, appealId: id, ...search });
  } else await prepare(scene, appeal, { stage, on });
  if (stage !== 3) return;
  const result = 'Ссылка на ресурс передана, тема освоена.';
  await call('appeals.close', { id, on: on(4), result });
};

/** A working day some days ago, within the lessons. */
const earliestDay = ({ from, today }: DemoPeriod, days: number): string => {
  const day = workingDay(addDays(today, -days));
  return day < from ? today : day;
};

/**
 * About one child in ten was absent, one in thirty for over two weeks. About a third of the appeals
 * are of children who were not, or who were asked about before they fell ill: those stay out of the
 * summary.
 */
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
    if (!long && !random.chance(0.15)) continue;
    const early = long && random.chance(0.1);
    const asked = early ? addDays(from, -7) : addDays(from, 4 + random.below(8));
    const registeredOn = later(workingDay(earliest(asked, period.today)), period.from);
    // Old appeals are finished; those of the last fortnight stand at every stage.
    const recent = daysBetween(registeredOn, period.today) < 14 || random.chance(0.06);
    petitions.push({ student, registeredOn, stage: recent ? random.below(3) : 3 });
  }
  return petitions.sort((a, b) => a.registeredOn.localeCompare(b.registeredOn));
};

/** One paper was forgotten between two numbers, and its day was corrected afterwards. */
const forgottenAppeal = async (scene: Scene, petitions: readonly Petition[]): Promise<void> => {
  const { call, appealNow, period } = scene;
  const [, second, third] = petitions;
  if (!second || !third || second.registeredOn <= period.from) return;
  const { registeredOn } = second;
  const { letter } = await call('appeals.numbering', { registeredOn });
  const { guardians } = await call('people.student', { id: second.student.id });
  const [guardian] = guardians;
  if (letter === null || !guardian) return;
  const { id } = await call('appeals.register', {
    studentId: second.student.id,
    guardianId: guardian.id,
    date: registeredOn,
    registeredOn,
    letterAfter: letter.after,
    letterReason: 'Бумага лежала в папке классного руководителя',
    subject: 'Русский язык',
    lessonTopic: 'Правописание безударных гласных',
    channel: 'letter',
  });
  await call('appeals.correct', {
    id,
    studentId: second.student.id,
    guardianId: guardian.id,
    date: addDays(registeredOn, -1),
    reason: 'На бумаге стоит предыдущий день',
    version: await appealNow(id),
  });
};

/** Fills the registers of absences, appeals, resources and hours. */
export const fillRegisters = async (scene: Scene): Promise<void> => {
  const petitions = await recordAbsences(scene);
  for (const petition of petitions) await workThrough(scene, petition);
  await forgottenAppeal(scene, petitions);
  const { call, random, period, teacherIds } = scene;
  // Talks at the open day: work, yet for no appeal.
  for (const days of [10, 30, 50])
    await call('resources.saveWorkEntry', {
      teacherId: random.pick(teacherIds),
      appealId: null,
      workedOn: earliestDay(period, days),
      quarterHours: 4,
      kind: 'consultation',
    });
};
