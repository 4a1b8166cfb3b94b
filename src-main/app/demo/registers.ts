import type { AbsenceReason } from '../../contract/absences.ts';
import type { OperationInput, OperationName, OperationOutput } from '../../contract/operations.ts';
import { addDays, daysBetween } from '../../domain/dates.ts';
import type { Random } from './random.ts';
import { topics } from './vocabulary.ts';

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

const earliest = (a: string, b: string): string => (a < b ? a : b);

const registerAppeal = async (
  scene: Scene,
  student: Student,
  absentFrom: string,
  stage: number,
): Promise<void> => {
  const { call, random, period, teacherIds } = scene;
  const card = await call('people.student', { id: student.id });
  const guardian = card.guardians[0];
  if (!guardian || student.parallel === null) return;
  const subject = random.pick(Object.keys(topics));
  const lessonTopic = random.pick(topics[subject] ?? ['Повторение']);
  const registeredOn = earliest(addDays(absentFrom, 4 + random.below(8)), period.today);
  const { id } = await call('appeals.register', {
    studentId: student.id,
    guardianId: guardian.id,
    registeredOn,
    subject,
    lessonTopic,
    channel: random.pick(['visit', 'phone', 'email', 'portal'] as const),
    responsibleId: teacherIds[0] ?? null,
  });
  if (stage === 0) return;
  const on = earliest(addDays(registeredOn, 1), period.today);
  await call('appeals.recordPortalCheck', { id, on, found: false });
  const teacherId = random.pick(teacherIds);
  await call('appeals.assignPreparer', { id, teacherId });
  const quarterHours = 2 + random.below(9);
  await call('resources.saveWorkEntry', {
    teacherId,
    appealId: id,
    workedOn: on,
    quarterHours,
    kind: 'preparation',
  });
  if (stage === 1) return;
  const postedOn = earliest(addDays(on, 2), period.today);
  await call('appeals.postResource', {
    id,
    givenOn: postedOn,
    resource: {
      title: `${lessonTopic}: видеоурок и задания, обращение ${id}`,
      subject,
      parallel: student.parallel,
      topic: lessonTopic,
      authorId: teacherId,
      url: `https://portal.example/resources/${id}`,
      postedOn,
    },
  });
  if (stage === 2) return;
  const closedOn = earliest(addDays(postedOn, 1), period.today);
  await call('appeals.close', {
    id,
    on: closedOn,
    result: 'Ссылка на ресурс передана родителю, тема освоена.',
  });
};

/** Fills the registers: about one child in ten was absent, one in thirty for over two weeks. */
export const fillRegisters = async (scene: Scene): Promise<void> => {
  const { call, random } = scene;
  const { rows } = await call('people.listStudents', { limit: 10_000 });
  let longAbsences = 0;
  for (const student of rows) {
    if (!random.chance(0.1)) continue;
    const long = random.chance(0.33);
    const from = await recordAbsence(
      scene,
      student,
      long ? 16 + random.below(20) : 2 + random.below(9),
    );
    if (!long) continue;
    longAbsences += 1;
    // Three of four appeals are finished; the rest stand at every earlier stage.
    const stage = longAbsences % 4 === 0 ? random.below(3) : 3;
    await registerAppeal(scene, student, from, stage);
  }
};
