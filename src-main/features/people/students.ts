import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Condition } from '../../database/conditions.ts';
import { beginning, condition, equal, where, whether } from '../../database/conditions.ts';
import { parseClassName } from '../../domain/classes.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { ageOn } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable, rowsAs } from '../lists/index.ts';
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

type Row = OperationOutput<'people.listStudents'>['rows'][number];

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

const ofClass = (name: string): Condition => {
  const parsed = parseClassName(name);
  return parsed
    ? condition('c.parallel = ? AND c.letter = ?', parsed.parallel, parsed.letter)
    : condition('0');
};

const listOn = (date: IsoDate): TableListOf<'people.listStudents'> => ({
  search: ['s.search'],
  filters: {
    onDate: null,
    className: ofClass,
    classId: equal('c.id'),
    parallel: equal('c.parallel'),
    sex: equal('s.sex'),
    status: (status) => whether(enrolledSql, date)(status === 'enrolled'),
    homeSchooled: whether(homeSchooled, date, date),
    withoutGuardians: whether(`${guardianCount} = 0`),
    withoutBirthDate: whether('s.birth_date IS NULL'),
  },
  columns: {
    // The folded name sorts ё as е, unlike the code points of the name itself.
    fullName: ['s.search'],
    className: ['c.parallel', 'c.letter'],
    birthDate: ['s.birth_date'],
  },
  usual: { column: 'fullName', descending: false },
  ties: ['s.search', 's.id'],
});

/** A page of students as on a day. */
export const listStudents = async (
  db: Knex,
  question: Asked<'people.listStudents'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const date = question.filters.onDate ?? today;
  const page: Page<ListRecord> = await pageFromTable(
    studentsAt(db, date),
    question,
    listOn(date),
    columns(db, date),
  );
  return rowsAs(page, (row) => asRow(row, date));
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
  where(query, ...beginning('s.search', text));
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
