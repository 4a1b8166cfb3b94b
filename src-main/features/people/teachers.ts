import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Condition } from '../../database/conditions.ts';
import { allOf, among, beginning, equal, where, whether } from '../../database/conditions.ts';
import { compareClassNames, parseClassName } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { schoolYearOn } from '../calendar/index.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable } from '../lists/index.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql } from '../../database/stored.ts';
import { nameColumns } from './at-date.ts';
import { dayOfClasses } from './classes.ts';

type Row = OperationOutput<'people.listTeachers'>['rows'][number];

type Teacher = Omit<Row, 'subjects' | 'classNames' | 'classTeacherOf'>;

interface Duty {
  readonly teacherId: number;
  readonly classId: number;
  readonly className: string;
  /** Null: class teacher. */
  readonly subject: string | null;
}

const teacherColumns = (db: Knex) => ({
  id: 't.id',
  ...nameColumns(db, 't'),
  position: 't.position',
  active: 't.active',
});

/** What teachers do in one school year: lessons (subject set) and classes they lead. */
const dutiesOf = async (
  db: Knex,
  teacherIds: readonly number[],
  yearId: number,
): Promise<readonly Duty[]> => {
  const className = db.raw(classNameSql('c'));
  const lessons: Duty[] = await db({ a: 'teaching_assignments' })
    .join({ c: 'classes' }, 'c.id', 'a.class_id')
    .where('c.school_year_id', yearId)
    .modify(where, among('a.teacher_id', teacherIds))
    .select({ teacherId: 'a.teacher_id', classId: 'a.class_id', className, subject: 'a.subject' });
  const led: Omit<Duty, 'subject'>[] = await db({ c: 'classes' })
    .where('c.school_year_id', yearId)
    .modify(where, among('c.class_teacher_id', teacherIds))
    .select({ teacherId: 'c.class_teacher_id', classId: 'c.id', className });
  return [...lessons, ...led.map((row) => ({ ...row, subject: null }))];
};

const classNames = (duties: readonly Duty[]): string[] =>
  [...new Set(duties.map(({ className }) => className))].sort(compareClassNames);

const asRow = (record: Stored<Teacher>, duties: readonly Duty[]): Row => {
  const own = duties.filter((duty) => duty.teacherId === record.id);
  const lessons = own.filter((duty) => duty.subject !== null);
  return {
    ...record,
    active: record.active === 1,
    subjects: [...new Set(lessons.map((duty) => duty.subject ?? ''))].sort((a, b) =>
      a.localeCompare(b, 'ru'),
    ),
    classNames: classNames(lessons),
    classTeacherOf: classNames(own.filter((duty) => duty.subject === null)),
  };
};

const withDuties = async (
  db: Knex,
  records: readonly Stored<Teacher>[],
  date: IsoDate,
): Promise<{ readonly rows: Row[]; readonly duties: readonly Duty[] }> => {
  const year = await schoolYearOn(db, date);
  const ids = records.map(({ id }) => id);
  const duties = year ? await dutiesOf(db, ids, year.id) : [];
  const byTeacher = Map.groupBy(duties, (duty) => duty.teacherId);
  return { rows: records.map((record) => asRow(record, byTeacher.get(record.id) ?? [])), duties };
};

type Filters = Asked<'people.listTeachers'>['filters'];

/** Teachers who teach what is asked for in one lesson of the year: the subject, the class, both. */
const teaching = ({ className, subject }: Filters, yearId: number): Condition => {
  const parsed = className === undefined ? null : parseClassName(className);
  const lessons = allOf([
    equal('c.school_year_id')(yearId),
    ...(className === undefined
      ? []
      : [equal('c.parallel')(parsed?.parallel ?? -1), equal('c.letter')(parsed?.letter ?? '')]),
    ...(subject === undefined ? [] : [equal('a.subject')(subject)]),
  ]);
  return {
    ...lessons,
    sql: `t.id IN (SELECT a.teacher_id FROM teaching_assignments a
      JOIN classes c ON c.id = a.class_id WHERE ${lessons.sql})`,
  };
};

const list: TableListOf<'people.listTeachers'> = {
  search: ['t.search'],
  filters: { onDate: null, active: whether('t.active'), className: null, subject: null },
  columns: { fullName: ['t.search'], position: ['t.position'] },
  usual: { column: 'fullName', descending: false },
  ties: ['t.search', 't.id'],
};

/** A page of teachers with what they teach in the school year of the day; see `dayOfClasses`. */
export const listTeachers = async (
  db: Knex,
  question: Asked<'people.listTeachers'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const { filters } = question;
  const date = filters.onDate ?? (await dayOfClasses(db, today));
  const scope = db({ t: 'teachers' });
  if (filters.className !== undefined || filters.subject !== undefined)
    where(scope, teaching(filters, (await schoolYearOn(db, date))?.id ?? 0));
  const page: Page<Stored<Teacher>> = await pageFromTable(
    scope,
    question,
    list,
    teacherColumns(db),
  );
  return { total: page.total, rows: (await withDuties(db, page.rows, date)).rows };
};

const byClass = (a: { readonly className: string }, b: { readonly className: string }): number =>
  compareClassNames(a.className, b.className);

/** @throws OfficeError `teacher-unknown` */
export const teacherCard = async (
  db: Knex,
  id: number,
  date: IsoDate,
): Promise<OperationOutput<'people.teacher'>> => {
  const record: Stored<Teacher> | undefined = await db({ t: 'teachers' })
    .where({ id })
    .first(teacherColumns(db));
  if (!record) throw new OfficeError('teacher-unknown', 'Такого педагога нет. Обновите список.');
  const { rows, duties } = await withDuties(db, [record], date);
  const named = duties.map(({ teacherId: _own, ...duty }) => duty);
  return {
    teacher: rows[0] ?? asRow(record, []),
    assignments: named
      .flatMap(({ subject, ...rest }) => (subject === null ? [] : [{ ...rest, subject }]))
      .sort((a, b) => a.subject.localeCompare(b.subject, 'ru') || byClass(a, b)),
    classTeacherOf: named
      .filter((duty) => duty.subject === null)
      .map(({ classId, className }) => ({ classId, className }))
      .sort(byClass),
  };
};

/** Active teachers (all when asked) whose name has words beginning with the words of the text. */
export const findTeachers = async (
  db: Knex,
  { text, everyone, limit }: Asked<'people.findTeachers'>,
  date: IsoDate,
): Promise<OperationOutput<'people.findTeachers'>> => {
  const query = db({ t: 'teachers' })
    .orderBy('t.search')
    .orderBy('t.id')
    .limit(limit)
    .select(teacherColumns(db));
  where(query, ...beginning('t.search', text));
  if (!everyone) void query.where('t.active', 1);
  return { teachers: (await withDuties(db, await query, date)).rows };
};
