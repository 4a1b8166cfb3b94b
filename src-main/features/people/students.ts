import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { whereBegins, whereContains } from '../../database/search.ts';
import { parseClassName } from '../../domain/classes.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { ageOn } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { StudentRecord } from './at-date.ts';
import {
  asStudentAt,
  classNameOf,
  enrolledSql,
  nameOf,
  studentColumns,
  studentsAt,
} from './at-date.ts';
import { guardiansOf } from './guardians-of.ts';
import { direction, totalOf } from './listing.ts';

type Row = OperationOutput<'people.listStudents'>['rows'][number];
type Filters = Asked<'people.listStudents'>['filters'];

interface ListRecord extends StudentRecord {
  readonly guardian_count: number;
  readonly home_schooled: number;
}

const guardianCount = '(SELECT count(*) FROM guardianships l WHERE l.student_id = s.id)';
const homeSchooled = `EXISTS (SELECT 1 FROM home_schooling h WHERE h.student_id = s.id
  AND h.starts_on <= ? AND (h.ends_on IS NULL OR h.ends_on >= ?))`;

const columns = (db: Knex, date: IsoDate) => [
  ...studentColumns(db, date),
  db.raw(`${guardianCount} AS guardian_count`),
  db.raw(`${homeSchooled} AS home_schooled`, [date, date]),
];

const asRow = (row: ListRecord, date: IsoDate): Row => ({
  id: row.id,
  ...nameOf(row),
  birthDate: row.birth_date,
  age: row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, date)),
  sex: row.sex,
  address: row.address,
  className: classNameOf(row),
  parallel: row.parallel,
  classId: row.class_id,
  status: row.enrolled === 1 ? 'enrolled' : 'left',
  homeSchooled: row.home_schooled === 1,
  guardianCount: row.guardian_count,
});

const whereClass = (query: Knex.QueryBuilder, name: string): void => {
  const parsed = parseClassName(name);
  if (parsed) void query.where({ 'c.parallel': parsed.parallel, 'c.letter': parsed.letter });
  else void query.whereRaw('0');
};

const whereState = (query: Knex.QueryBuilder, filters: Filters, date: IsoDate): void => {
  if (filters.status === 'enrolled') void query.whereRaw(enrolledSql, [date]);
  if (filters.status === 'left') void query.whereRaw(`NOT ${enrolledSql}`, [date]);
  if (filters.homeSchooled !== undefined)
    void query.whereRaw(`${filters.homeSchooled ? '' : 'NOT '}${homeSchooled}`, [date, date]);
  if (filters.withoutGuardians !== undefined)
    void query.whereRaw(`${guardianCount} ${filters.withoutGuardians ? '=' : '>'} 0`);
  if (filters.withoutBirthDate === true) void query.whereNull('s.birth_date');
  if (filters.withoutBirthDate === false) void query.whereNotNull('s.birth_date');
};

const scopeOf = (db: Knex, { filters, search }: Asked<'people.listStudents'>, date: IsoDate) => {
  const scope = studentsAt(db, date);
  whereContains(scope, 's.search', search);
  if (filters.className !== undefined) whereClass(scope, filters.className);
  if (filters.classId !== undefined) void scope.where('c.id', filters.classId);
  if (filters.parallel !== undefined) void scope.where('c.parallel', filters.parallel);
  if (filters.sex !== undefined) void scope.where('s.sex', filters.sex);
  whereState(scope, filters, date);
  return scope;
};

const sortBy = (query: Knex.QueryBuilder, sort: Asked<'people.listStudents'>['sort']): void => {
  const way = direction(sort?.descending ?? false);
  if (sort?.column === 'className')
    void query.orderBy([
      { column: 'c.parallel', order: way },
      { column: 'c.letter', order: way },
    ]);
  if (sort?.column === 'birthDate') void query.orderBy('s.birth_date', way);
  // The folded name sorts ё as е, unlike the code points of the name itself.
  void query.orderBy('s.search', sort?.column === 'fullName' ? way : 'asc').orderBy('s.id');
};

/** A page of students as on a day. */
export const listStudents = async (
  db: Knex,
  input: Asked<'people.listStudents'>,
  today: IsoDate,
): Promise<OperationOutput<'people.listStudents'>> => {
  const date = input.filters.onDate ?? today;
  const scope = scopeOf(db, input, date);
  const total = await totalOf(scope);
  const query = scope.offset(input.offset).limit(input.limit).select(columns(db, date));
  sortBy(query, input.sort);
  const rows: ListRecord[] = await query;
  return { total, rows: rows.map((row) => asRow(row, date)) };
};

const enrolmentsOf = async (db: Knex, studentId: number) => {
  const rows: {
    id: number;
    class_id: number;
    parallel: number;
    letter: string;
    starts_on: string;
    ends_on: string | null;
    leave_reason: OperationOutput<'people.student'>['enrolments'][number]['leaveReason'];
    year: string;
  }[] = await db({ e: 'enrolments' })
    .join({ c: 'classes' }, 'c.id', 'e.class_id')
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('e.student_id', studentId)
    .orderBy([
      { column: 'e.starts_on', order: 'desc' },
      { column: 'e.id', order: 'desc' },
    ])
    .select('e.*', 'c.parallel', 'c.letter', { year: 'y.starts_on' });
  return rows.map((row) => ({
    id: row.id,
    classId: row.class_id,
    className: classNameOf(row) ?? '',
    parallel: row.parallel,
    schoolYear: schoolYearTitle(schoolYearOf(row.year)),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    leaveReason: row.leave_reason,
  }));
};

/**
 * Everything the people's tables know about a student.
 * @throws OfficeError `student-unknown`
 */
export const studentCard = async (
  db: Knex,
  id: number,
  date: IsoDate,
): Promise<OperationOutput<'people.student'>> => {
  const row: ListRecord | undefined = await studentsAt(db, date)
    .where('s.id', id)
    .first(columns(db, date));
  if (!row) throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
  const periods: { id: number; starts_on: string; ends_on: string | null }[] = await db(
    'home_schooling',
  )
    .where({ student_id: id })
    .orderBy('starts_on', 'desc');
  return {
    student: asRow(row, date),
    programme: asStudentAt(row).programme,
    enrolments: await enrolmentsOf(db, id),
    homeSchooling: periods.map((period) => ({
      id: period.id,
      startsOn: period.starts_on,
      endsOn: period.ends_on,
    })),
    guardians: [...((await guardiansOf(db, [id])).get(id) ?? [])],
  };
};

/** Students whose name has words beginning with the words of the text. */
export const findStudents = async (
  db: Knex,
  { text, everyone, limit }: Asked<'people.findStudents'>,
  date: IsoDate,
): Promise<OperationOutput<'people.findStudents'>> => {
  const query = studentsAt(db, date)
    .select(studentColumns(db, date))
    .orderBy('s.search')
    .orderBy('s.id')
    .limit(limit);
  whereBegins(query, 's.search', text);
  if (!everyone) void query.whereRaw(enrolledSql, [date]);
  const rows: StudentRecord[] = await query;
  const found = rows.map(asStudentAt);
  const guardians = await guardiansOf(
    db,
    found.map(({ id }) => id),
  );
  return {
    students: found.map((student) => ({
      ...student,
      guardians: [...(guardians.get(student.id) ?? [])],
    })),
  };
};
