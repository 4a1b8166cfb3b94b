import type { Knex } from 'knex';
import { parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays } from '../../domain/dates.ts';
import { fold, fullName } from '../../domain/names.ts';
import { ensureSchoolYear } from '../calendar/index.ts';
import type { Job } from '../context.ts';
import type { NameRecord } from './at-date.ts';
import { nameOf } from './at-date.ts';
import { idsAfterLast, insertRows } from './bulk.ts';
import { guardianSearch } from './guardian-changes.ts';
import type { Action, GuardianAction, StudentAction, TeacherAction } from './import-plan.ts';
import { readClasses } from './import-store.ts';

/** Writes a plan. New rows go in bulk, changed ones one by one; all in the command's transaction. */

export interface Created {
  readonly students: number;
  readonly guardians: number;
  readonly teachers: number;
  readonly classes: number;
  readonly links: number;
}

type GuardianRecord = NameRecord & {
  readonly phone: string | null;
  readonly email: string | null;
};

interface Work {
  readonly trx: Knex;
  readonly job: Job;
  /** Ids of the classes of the school year by name. */
  readonly classId: (name: string) => number;
}

const nameValues = (person: Action['person']) =>
  [person.lastName, person.firstName, person.middleName] as const;

/** Creates the classes that are missing in the school year of the day. */
const ensureClasses = async (
  trx: Knex,
  names: readonly string[],
  onDate: IsoDate,
): Promise<(name: string) => number> => {
  const yearId = await ensureSchoolYear(trx, onDate);
  for (const name of names) {
    const parsed = parseClassName(name);
    if (parsed) await trx('classes').insert({ school_year_id: yearId, ...parsed });
  }
  const classes = await readClasses(trx, onDate);
  return (name) => {
    const found = classes.get(name);
    if (!found) throw new Error('class of the plan was not created');
    return found.id;
  };
};

const moveStudent = async (
  { trx, classId }: Work,
  studentId: number,
  move: NonNullable<StudentAction['move']>,
): Promise<void> => {
  const class_id = classId(move.className);
  if (move.way === 'replace') {
    await trx('enrolments').where({ id: move.enrolmentId }).update({ class_id });
    return;
  }
  if (move.way === 'move')
    await trx('enrolments')
      .where({ id: move.enrolmentId })
      .update({ ends_on: addDays(move.from, -1), leave_reason: move.reason });
  await trx('enrolments').insert({ student_id: studentId, class_id, starts_on: move.from });
};

const createStudents = async (work: Work, actions: readonly StudentAction[]): Promise<void> => {
  const { trx, job, classId } = work;
  const nextId = await idsAfterLast(trx, 'students');
  const numbered = actions.map((action) => ({ ...action, id: nextId() }));
  const columns = [
    'id',
    'last_name',
    'first_name',
    'middle_name',
    'birth_date',
    'sex',
    'address',
    'search',
  ];
  const rows = numbered.map(({ id, person }) => [
    id,
    ...nameValues(person),
    person.birthDate,
    person.sex,
    person.address,
    fold(fullName(person)),
  ]);
  await insertRows(trx, 'students', columns, rows, { job, stage: 'students' });
  const enrolments = numbered.flatMap(({ id, move }) =>
    move?.way === 'enrol' ? [[id, classId(move.className), move.from]] : [],
  );
  await insertRows(trx, 'enrolments', ['student_id', 'class_id', 'starts_on'], enrolments, {
    job,
    stage: 'enrolments',
  });
};

const isEmpty = (values: object): boolean => Object.keys(values).length === 0;

const applyStudents = async (work: Work, actions: readonly StudentAction[]): Promise<void> => {
  await createStudents(
    work,
    actions.filter(({ id }) => id === null),
  );
  for (const { id, set, move } of actions) {
    if (id === null) continue;
    if (!isEmpty(set)) await work.trx('students').where({ id }).update(set);
    if (move) await moveStudent(work, id, move);
  }
};

const updateGuardian = async (trx: Knex, id: number, set: GuardianAction['set']): Promise<void> => {
  const row: GuardianRecord = await trx('guardians').where({ id }).first();
  const { phone, email } = { ...row, ...set };
  const search = guardianSearch(nameOf(row), phone, email);
  await trx('guardians')
    .where({ id })
    .update({ ...set, search });
};

const applyGuardians = async (
  { trx, job }: Work,
  actions: readonly GuardianAction[],
): Promise<void> => {
  const nextId = await idsAfterLast(trx, 'guardians');
  const ids = new Map<string, number>();
  const rows: (string | number | null)[][] = [];
  const idOf = ({ target, person }: GuardianAction): number => {
    if ('id' in target) return target.id;
    const known = ids.get(target.ref);
    if (known !== undefined) return known;
    const id = nextId();
    ids.set(target.ref, id);
    const { phone, email, address } = person;
    const search = guardianSearch(person, phone, email);
    rows.push([id, ...nameValues(person), phone, email, address, search]);
    return id;
  };
  const linked = new Set<string>();
  const links = actions.flatMap((action) => {
    const id = idOf(action);
    if (action.link?.id !== null) return [];
    const { studentId, relation } = action.link;
    // Two answers may name one person for one child.
    const key = `${studentId}|${id}`;
    if (linked.has(key)) return [];
    linked.add(key);
    return [[studentId, id, relation]];
  });
  const columns = ['id', 'last_name', 'first_name', 'middle_name', 'phone', 'email', 'address'];
  await insertRows(trx, 'guardians', [...columns, 'search'], rows, { job, stage: 'guardians' });
  const linkColumns = ['student_id', 'guardian_id', 'relation'];
  await insertRows(trx, 'guardianships', linkColumns, links, { job, stage: 'links' });
  for (const { target, set, link } of actions) {
    if ('id' in target && !isEmpty(set)) await updateGuardian(trx, target.id, set);
    if (typeof link?.id === 'number')
      await trx('guardianships').where({ id: link.id }).update({ relation: link.relation });
  }
};

const applyTeachers = async (work: Work, actions: readonly TeacherAction[]): Promise<void> => {
  const { trx, job, classId } = work;
  const nextId = await idsAfterLast(trx, 'teachers');
  const numbered = actions.map((action) => ({ ...action, teacherId: action.id ?? nextId() }));
  const rows = numbered
    .filter(({ id }) => id === null)
    .map(({ teacherId, person }) => [teacherId, ...nameValues(person), fold(fullName(person))]);
  const columns = ['id', 'last_name', 'first_name', 'middle_name', 'search'];
  await insertRows(trx, 'teachers', columns, rows, { job, stage: 'teachers' });
  const lessons = numbered.flatMap(({ teacherId, assignments }) =>
    assignments.map(({ subject, className }) => [teacherId, classId(className), subject]),
  );
  const lessonColumns = ['teacher_id', 'class_id', 'subject'];
  await insertRows(trx, 'teaching_assignments', lessonColumns, lessons, { job, stage: 'lessons' });
  for (const { teacherId, leads } of numbered)
    for (const name of leads)
      await trx('classes')
        .where({ id: classId(name) })
        .update({ class_teacher_id: teacherId });
};

/** What the actions will create, before or after they are applied. */
export const createdBy = (actions: readonly Action[], classes: number): Created => {
  const guardians = actions.filter((action) => action.kind === 'guardian');
  return {
    students: actions.filter((one) => one.kind === 'student' && one.id === null).length,
    guardians: new Set(guardians.flatMap(({ target }) => ('ref' in target ? [target.ref] : [])))
      .size,
    teachers: actions.filter((one) => one.kind === 'teacher' && one.id === null).length,
    classes,
    links: guardians.filter(({ link }) => link?.id === null).length,
  };
};

/** Applies the actions of a plan. */
export const applyActions = async (
  trx: Knex,
  actions: readonly Action[],
  {
    newClasses,
    onDate,
    job,
  }: {
    readonly newClasses: readonly string[];
    readonly onDate: IsoDate;
    readonly job: Job;
  },
): Promise<void> => {
  const work: Work = { trx, job, classId: await ensureClasses(trx, newClasses, onDate) };
  await applyStudents(
    work,
    actions.filter((action) => action.kind === 'student'),
  );
  await applyGuardians(
    work,
    actions.filter((action) => action.kind === 'guardian'),
  );
  await applyTeachers(
    work,
    actions.filter((action) => action.kind === 'teacher'),
  );
};
