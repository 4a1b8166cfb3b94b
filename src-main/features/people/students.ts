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
import { holdsDaySql } from '../../database/periods.ts';
import type { Stored } from '../../database/stored.ts';
import { classNameSql, parallelOrderSql } from '../../database/stored.ts';
import type { StudentRecord } from './at-date.ts';
import { asStudentAt, enrolledSql, studentColumns, studentsAt } from './at-date.ts';
import { guardiansOf } from './guardians.ts';
import { readPersonalFields, requireKept } from './personal-fields.ts';

type Row = OperationOutput<'people.listStudents'>['rows'][number];

type Listed = StudentRecord & Stored<Pick<Row, 'guardianCount' | 'homeSchooled'>>;

const guardianCount = '(SELECT count(*) FROM guardianships l WHERE l.student_id = s.id)';
const homeSchooled = `EXISTS (SELECT 1 FROM study_periods h WHERE h.student_id = s.id
  AND h.place = 'home' AND ${holdsDaySql('h')})`;

const columns = (db: Knex, date: IsoDate) => ({
  ...studentColumns(db, date),
  guardianCount: db.raw(guardianCount),
  homeSchooled: db.raw(homeSchooled, [date, date]),
});

const asRow = (
  { letter: _letter, programmeName: _programme, isEnrolled, homeSchooled, ...row }: Listed,
  date: IsoDate,
): Row => ({
  ...row,
  age: row.birthDate === null ? null : Math.max(0, ageOn(row.birthDate, date)),
  status: isEnrolled === 1 ? 'enrolled' : 'left',
  homeSchooled: homeSchooled === 1,
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
    className: [parallelOrderSql('c.parallel'), 'c.letter'],
    birthDate: ['s.birth_date'],
  },
  usual: { column: 'fullName', descending: false },
  ties: ['s.search', 's.id'],
});

/**
 * A page of students as on a day.
 * @throws OfficeError `field-not-kept`
 */
export const listStudents = async (
  db: Knex,
  question: Asked<'people.listStudents'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const { onDate: date = today, sex } = question.filters;
  if (sex !== undefined) requireKept('student', { sex }, await readPersonalFields(db));
  const page: Page<Listed> = await pageFromTable(
    studentsAt(db, date),
    question,
    listOn(date),
    columns(db, date),
  );
  return rowsAs(page, (row) => asRow(row, date));
};

type Card = OperationOutput<'people.student'>;

const enrolmentsOf = async (db: Knex, studentId: number): Promise<Card['enrolments']> => {
  const rows: (Omit<Card['enrolments'][number], 'schoolYear'> & { readonly year: IsoDate })[] =
    await db({ e: 'enrolments' })
      .join({ c: 'classes' }, 'c.id', 'e.class_id')
      .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
      .where('e.student_id', studentId)
      .orderBy([
        { column: 'e.starts_on', order: 'desc' },
        { column: 'e.id', order: 'desc' },
      ])
      .select({
        id: 'e.id',
        classId: 'c.id',
        className: db.raw(classNameSql('c')),
        parallel: 'c.parallel',
        startsOn: 'e.starts_on',
        endsOn: 'e.ends_on',
        leaveReason: 'e.leave_reason',
        year: 'y.starts_on',
      });
  return rows.map(({ year, ...row }) => ({
    ...row,
    schoolYear: schoolYearTitle(schoolYearOf(year)),
  }));
};

/**
 * Everything the people's tables know about a student.
 * @throws OfficeError `student-unknown`
 */
export const studentCard = async (db: Knex, id: number, date: IsoDate): Promise<Card> => {
  const row: Listed | undefined = await studentsAt(db, date)
    .where('s.id', id)
    .first(columns(db, date));
  if (!row) throw new OfficeError('student-unknown', 'Такого ученика нет. Обновите список.');
  const studyPeriods: Card['studyPeriods'] = await db('study_periods')
    .where({ student_id: id })
    .orderBy('starts_on', 'desc')
    .select({ id: 'id', form: 'form', place: 'place', startsOn: 'starts_on', endsOn: 'ends_on' });
  return {
    student: asRow(row, date),
    programme: asStudentAt(row).programme,
    enrolments: await enrolmentsOf(db, id),
    studyPeriods,
    guardians: [...((await guardiansOf(db, [id], date)).get(id) ?? [])],
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
    date,
  );
  return {
    students: found.map((student) => ({
      ...student,
      guardians: [...(guardians.get(student.id) ?? [])],
    })),
  };
};
