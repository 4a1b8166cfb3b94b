import type { Knex } from 'knex';
import { among, amongSql, where } from '../../database/conditions.ts';
import { calendarsFor } from '../calendar/index.ts';
import type { CalendarLookup } from '../calendar/index.ts';
import { isMarked } from '../../domain/control.ts';
import type { SchoolWeek } from '../../domain/control-weeks.ts';
import { isOver, plannedLessons, schoolWeeks, surelyTaught } from '../../domain/control-weeks.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { maxDate, minDate } from '../../domain/dates.ts';
import type { Scope } from './scope.ts';
import type { ControlledClass, Names } from './names.ts';
import { namesOf, noTeacher } from './names.ts';

/** Figures of one teacher's lessons in one class, subject and week. */
export interface Entry {
  /** `noTeacher` where nobody is named. */
  readonly teacherId: number;
  /** Monday. */
  readonly week: IsoDate;
  readonly lessons: number;
  readonly described: number;
  readonly withoutTopic: number;
  readonly withoutHomework: number;
  readonly marks: number;
  readonly onTime: number;
  readonly late: number;
}

/** A school week of a class in a subject that could be judged. */
export interface JudgedWeek extends SchoolWeek {
  readonly lessons: number;
  readonly marks: number;
  /** Who held the lessons; empty where only the timetable tells of them. */
  readonly teacherIds: readonly number[];
}

/** A class in a subject. */
export interface Pair {
  readonly class: ControlledClass;
  readonly subjectId: number;
  readonly subject: string;
  readonly entries: readonly Entry[];
  readonly teacherIds: readonly number[];
  readonly judged: readonly JudgedWeek[];
  /** School weeks of the class that have passed, by their days. */
  readonly weeks: readonly SchoolWeek[];
  readonly weekDays: number;
  /** Lessons a week by the timetable, null where it is not known. */
  readonly weekly: number | null;
  readonly planned: number | null;
}

export interface NamedPairs {
  readonly pairs: readonly Pair[];
  readonly names: Names;
}

interface Figures extends Entry {
  readonly classId: number;
  readonly subjectId: number;
}

/** All in one pass over the rows of the period, which lie together in the order of days. */
const readFigures = async (
  db: Knex,
  { passed, subjectId }: Scope,
  classIds: readonly number[],
): Promise<readonly Figures[]> =>
  await db.raw(
    `SELECT class_id AS classId, subject_id AS subjectId,
      ifnull(teacher_id, ${noTeacher}) AS teacherId, week,
      count(*) AS lessons, sum(described) AS described,
      sum(described AND NOT topic) AS withoutTopic,
      sum(described AND NOT homework) AS withoutHomework,
      sum(graded) AS marks, sum(on_time) AS onTime, sum(late) AS late
    FROM lesson_figures WHERE on_date BETWEEN ? AND ? AND ${amongSql('class_id')}
      ${subjectId === undefined ? '' : 'AND subject_id = ?'}
    GROUP BY class_id, subject_id, teacher_id, week`,
    [
      passed.from,
      passed.to,
      JSON.stringify(classIds),
      ...(subjectId === undefined ? [] : [subjectId]),
    ],
  );

const keyOf = (classId: number, subjectId: number): string => `${classId}|${subjectId}`;

/** Lessons a week by «class|subject». */
export const readLoads = async (
  db: Knex,
  classIds: readonly number[],
): Promise<ReadonlyMap<string, number>> => {
  const rows: { class_id: number; subject_id: number; lessons: number }[] = await db(
    'weekly_loads',
  ).modify(where, among('class_id', classIds));
  return new Map(rows.map((row) => [keyOf(row.class_id, row.subject_id), row.lessons]));
};

const clip = (period: Period, to: Period): Period => ({
  from: maxDate(period.from, to.from),
  to: minDate(period.to, to.to),
});

interface ClassWeeks {
  /** Weeks whose lessons are over. */
  readonly over: readonly SchoolWeek[];
  readonly passed: readonly SchoolWeek[];
  readonly weekDays: number;
}

const weeksOf = (one: ControlledClass, calendars: CalendarLookup, scope: Scope): ClassWeeks => {
  const calendar = calendars(one.year.from, one.parallel);
  return {
    over: schoolWeeks(clip(scope.period, one.year), calendar).filter((week) =>
      isOver(week, scope.today),
    ),
    passed: schoolWeeks(clip(scope.passed, one.year), calendar),
    weekDays: calendar.weekDays,
  };
};

const judge = (
  one: ControlledClass,
  { over, weekDays }: ClassWeeks,
  entries: readonly Entry[],
  weekly: number | null,
): readonly JudgedWeek[] => {
  if (!isMarked(one.parallel)) return [];
  const byWeek = Map.groupBy(entries, ({ week }) => week);
  return over.flatMap((week): readonly JudgedWeek[] => {
    const own = byWeek.get(week.startsOn) ?? [];
    const isTaught = own.length > 0 || (weekly !== null && surelyTaught(week, weekly, weekDays));
    if (!isTaught) return [];
    const lessons = own.reduce((sum, entry) => sum + entry.lessons, 0);
    const marks = own.reduce((sum, entry) => sum + entry.marks, 0);
    return [{ ...week, lessons, marks, teacherIds: own.map(({ teacherId }) => teacherId) }];
  });
};

/** Keys of pairs with lessons, then of pairs that only the timetable knows. */
const pairKeys = (
  figures: ReadonlyMap<string, unknown>,
  loads: ReadonlyMap<string, number>,
  { subjectId, teacherId, withoutTeacher }: Scope,
): readonly string[] => {
  // Whose the lessons of a timetable are is not known.
  const isOfTeacher = teacherId !== undefined || withoutTeacher === true;
  const planned = isOfTeacher
    ? []
    : [...loads.keys()].filter((key) => subjectId === undefined || key.endsWith(`|${subjectId}`));
  return [...new Set([...figures.keys(), ...planned])];
};

/** Whether the filters leave a class in. */
export const isInScope = ({ classId, parallel }: Scope, one: ControlledClass): boolean =>
  (classId === undefined || one.id === classId) &&
  (parallel === undefined || one.parallel === parallel);

/** Every class × subject of the scope with its lessons by teacher and week. */
export const readPairs = async (db: Knex, scope: Scope): Promise<NamedPairs> => {
  const names = await namesOf(db, scope.period);
  const classes = names.classes.filter((one) => isInScope(scope, one));
  const ids = classes.map(({ id }) => id);
  const figures = Map.groupBy(await readFigures(db, scope, ids), (row) =>
    keyOf(row.classId, row.subjectId),
  );
  const loads = await readLoads(db, ids);
  const calendars = await calendarsFor(db, scope.period.from, scope.period.to);
  const byId = new Map(
    classes.map((one) => [one.id, { one, weeks: weeksOf(one, calendars, scope) }]),
  );
  const pairs = pairKeys(figures, loads, scope).flatMap((key): readonly Pair[] => {
    const [classId = 0, subjectId = 0] = key.split('|').map(Number);
    const known = byId.get(classId);
    if (!known) return [];
    const entries = figures.get(key) ?? [];
    const weekly = loads.get(key) ?? null;
    const { passed, weekDays } = known.weeks;
    return [
      {
        class: known.one,
        subjectId,
        subject: names.subjects.get(subjectId) ?? '',
        entries,
        teacherIds: [...new Set(entries.map(({ teacherId }) => teacherId))],
        judged: judge(known.one, known.weeks, entries, weekly),
        weeks: passed,
        weekDays,
        weekly,
        planned: weekly === null ? null : plannedLessons(passed, weekly, weekDays),
      },
    ];
  });
  return { pairs, names };
};
