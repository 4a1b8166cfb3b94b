import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { among, amongSql, where } from '../../database/conditions.ts';
import { fullNameSql } from '../../database/stored.ts';
import { addDays, daysBetween, maxDate, minDate, weekday } from '../../domain/dates.ts';
import { averageOf, markValues, showAverage } from '../../domain/mark-codes.ts';
import { fold } from '../../domain/names.ts';
import { studentAt } from '../people/index.ts';
import type { Asked } from '../context.ts';
import { classYear } from './class-of.ts';
import { dayOffTest } from './days-off.ts';
import { asCell, asLesson, lessonsWithNames } from './named-rows.ts';

/** The grids marks are typed in: class × dates of one subject, one student × week. */

type Grid = OperationOutput<'marks.grid'>;

interface Cell {
  readonly lessonId: number;
  readonly studentId: number;
  readonly text: string;
  readonly codes: string;
}

const cellColumns = {
  lessonId: 'lesson_id',
  studentId: 'student_id',
  text: 'text',
  codes: 'codes',
} as const;

/** A stay of a student in the class; without days for a stranger who has marks here. */
interface Stay {
  readonly id: number;
  readonly fullName: string;
  readonly from: string | null;
  readonly to: string | null;
}

const byName = (a: { readonly fullName: string }, b: { readonly fullName: string }): number =>
  fold(a.fullName).localeCompare(fold(b.fullName), 'ru');

const cellsOf = async (db: Knex, lessonIds: readonly number[]): Promise<readonly Cell[]> =>
  await db('marks')
    .modify(where, among('lesson_id', lessonIds))
    .whereNull('ended_at')
    .select(cellColumns);

/** Members of the class in the period, and whoever has marks in its lessons. */
const studentsOf = async (
  db: Knex,
  { classId, from, to }: Asked<'marks.grid'>,
  withMarks: readonly number[],
): Promise<readonly Stay[]> =>
  await db({ p: 'students' })
    .leftJoin({ e: 'enrolments' }, (on) => {
      on.on('e.student_id', 'p.id')
        .andOnVal('e.class_id', classId)
        .andOnVal('e.starts_on', '<=', to);
    })
    .where(
      (any) =>
        void any
          .where(
            (here) =>
              void here
                .whereNotNull('e.id')
                .where((end) => void end.whereNull('e.ends_on').orWhere('e.ends_on', '>=', from)),
          )
          .orWhereRaw(amongSql('p.id'), [JSON.stringify(withMarks)]),
    )
    .orderBy('e.starts_on')
    .select({
      id: 'p.id',
      fullName: db.raw(fullNameSql('p')),
      from: 'e.starts_on',
      to: 'e.ends_on',
    });

const asStudents = (
  records: readonly Stay[],
  { from, to }: Asked<'marks.grid'>,
  values: ReadonlyMap<number, readonly number[]>,
): Grid['students'] =>
  [...Map.groupBy(records, ({ id }) => id).values()]
    .flatMap((own) => {
      const [first] = own;
      const last = own.at(-1);
      if (!first || !last) return [];
      const average = averageOf(values.get(first.id) ?? []);
      return [
        {
          id: first.id,
          fullName: first.fullName,
          from: maxDate(from, first.from ?? from),
          to: minDate(to, last.to ?? to),
          average,
          averageText: showAverage(average),
        },
      ];
    })
    .toSorted(byName);

/** @throws OfficeError `class-unknown`, `period-too-long`, `period-upside-down` */
export const classGrid = async (db: Knex, input: Asked<'marks.grid'>): Promise<Grid> => {
  const { classId, subjectId, from, to } = input;
  await classYear(db, classId);
  if (to < from)
    throw new OfficeError('period-upside-down', 'Конец периода раньше начала. Исправьте период.');
  if (daysBetween(from, to) > 366)
    throw new OfficeError('period-too-long', 'Выберите период не длиннее учебного года.');
  const records: Parameters<typeof asLesson>[0][] = await lessonsWithNames(db)
    .where({ 'l.class_id': classId, 'l.subject_id': subjectId })
    .whereBetween('l.on_date', [from, to])
    .orderBy(['l.on_date', 'l.ordinal']);
  const cells = await cellsOf(
    db,
    records.map(({ id }) => id),
  );
  const isDayOff = await dayOffTest(db, [classId], input);
  const daysOff = new Set(
    records.map(({ date }) => date).filter((date) => isDayOff({ classId, date })),
  );
  const dates = new Map(records.map(({ id, date }) => [id, date]));
  const values = new Map<number, number[]>();
  for (const { studentId: id, lessonId, codes } of cells) {
    const own = daysOff.has(dates.get(lessonId) ?? '') ? [] : markValues(codes);
    values.set(id, [...(values.get(id) ?? []), ...own]);
  }
  const students = await studentsOf(db, input, [...values.keys()]);
  return {
    lessons: records.map(asLesson),
    students: asStudents(students, input, values),
    cells: cells.map(asCell),
    daysOff: [...daysOff],
  };
};

/** @throws OfficeError `student-unknown` */
export const studentWeek = async (
  db: Knex,
  { studentId, date }: Asked<'marks.studentWeek'>,
): Promise<OperationOutput<'marks.studentWeek'>> => {
  const from = addDays(date, 1 - weekday(date));
  const to = addDays(from, 6);
  const student = await studentAt(db, studentId, to);
  const classIds: number[] = await db('enrolments')
    .where({ student_id: studentId })
    .where('starts_on', '<=', to)
    .where((end) => void end.whereNull('ends_on').orWhere('ends_on', '>=', from))
    .pluck('class_id');
  const own = db('marks').where({ student_id: studentId }).whereNull('ended_at');
  const records: Parameters<typeof asLesson>[0][] = await lessonsWithNames(db)
    .whereBetween('l.on_date', [from, to])
    .where(
      (any) =>
        void any.whereIn('l.class_id', classIds).orWhereIn('l.id', own.clone().select('lesson_id')),
    )
    .orderBy(['l.on_date', 's.name', 'l.ordinal']);
  const cells: Cell[] = await own
    .modify(
      where,
      among(
        'lesson_id',
        records.map(({ id }) => id),
      ),
    )
    .select(cellColumns);
  return {
    fullName: student.fullName,
    classId: classIds.length === 0 ? null : student.classId,
    className: classIds.length === 0 ? null : student.className,
    from,
    to,
    lessons: records.map(asLesson),
    cells: cells.map(asCell),
  };
};
