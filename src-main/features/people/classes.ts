import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { className, programmeName, programmeOf } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { ensureSchoolYear, schoolYearOn } from '../calendar/index.ts';
import type { Asked } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, is, pageInMemory, wholeList } from '../lists/index.ts';
import { holdsDaySql } from '../../database/periods.ts';
import { classNameSql, fullNameSql } from '../../database/stored.ts';
import { guardiansOf } from './guardians.ts';
import { refuseIfUsed } from './references.ts';
import { listStudents } from './students.ts';

type Row = OperationOutput<'people.listClasses'>['rows'][number];

type SchoolClass = Omit<Row, 'schoolYear' | 'programme'>;

const readClasses = (db: Knex, date: IsoDate): Knex.QueryBuilder =>
  db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .leftJoin({ t: 'teachers' }, 't.id', 'c.class_teacher_id')
    .select({
      id: 'c.id',
      className: db.raw(classNameSql('c')),
      parallel: 'c.parallel',
      letter: 'c.letter',
      startsOn: 'y.starts_on',
      endsOn: 'y.ends_on',
      programmeName: 'c.programme_name',
      classTeacherId: 'c.class_teacher_id',
      classTeacher: db.raw(fullNameSql('t')),
      studentCount: db.raw(
        `(SELECT count(*) FROM enrolments e WHERE e.class_id = c.id AND ${holdsDaySql('e')})`,
        [date, date],
      ),
    });

const asRow = (row: SchoolClass): Row => ({
  ...row,
  schoolYear: schoolYearTitle(schoolYearOf(row.startsOn)),
  programme: row.programmeName ?? programmeName(programmeOf(row.parallel)).short,
});

const byClassName = byClass<Row>(({ className }) => className);

const list: MemoryListOf<'people.listClasses', Row> = {
  search: (row) => `${row.className} ${row.classTeacher ?? ''} ${row.programmeName ?? ''}`,
  filters: { onDate: null, parallel: is(({ parallel }) => parallel) },
  columns: { className: byClassName, studentCount: byNumber(({ studentCount }) => studentCount) },
  usual: { column: 'className', descending: false },
  ties: byClassName,
};

/**
 * The day a question about classes speaks of when it names none: today when the school year of
 * today has classes, else 1 September of the newest year that has them, else today. A file of a
 * past year leaves the present one empty until its own contingent is read.
 */
export const dayOfClasses = async (db: Knex, today: IsoDate): Promise<IsoDate> => {
  const starts: readonly IsoDate[] = await db('school_years')
    .whereIn('id', db('classes').select('school_year_id'))
    .orderBy('starts_on', 'desc')
    .pluck('starts_on');
  const present = starts.some((day) => schoolYearOf(day) === schoolYearOf(today));
  return present ? today : (starts[0] ?? today);
};

/** Classes of the school year of a day with the number of students on that day. */
export const listClasses = async (
  db: Knex,
  question: Asked<'people.listClasses'>,
  today: IsoDate,
): Promise<Page<Row>> => {
  const date = question.filters.onDate ?? (await dayOfClasses(db, today));
  const year = await schoolYearOn(db, date);
  const records: SchoolClass[] = await readClasses(db, date).where(
    'c.school_year_id',
    year?.id ?? 0,
  );
  return pageInMemory(records.map(asRow), question, list);
};

/** @throws OfficeError `class-unknown` */
export const classCard = async (
  db: Knex,
  id: number,
  date: IsoDate,
): Promise<OperationOutput<'people.class'>> => {
  const record: SchoolClass | undefined = await readClasses(db, date).where('c.id', id).first();
  if (!record) throw new OfficeError('class-unknown', 'Такого класса нет. Обновите список.');
  const { rows } = await listStudents(
    db,
    {
      search: '',
      filters: { classId: id, status: 'enrolled', onDate: date },
      sort: null,
      ...wholeList,
    },
    date,
  );
  const ids = rows.map((row) => row.id);
  const guardians = await guardiansOf(db, ids, date);
  return {
    class: asRow(record),
    members: rows.map((row) => ({
      studentId: row.id,
      fullName: row.fullName,
      birthDate: row.birthDate,
      sex: row.sex,
      address: row.address,
      homeSchooled: row.homeSchooled,
      guardians: [...(guardians.get(row.id) ?? [])],
    })),
  };
};

const refuseTaken = async (
  trx: Knex,
  yearId: number,
  { id, parallel, letter }: Asked<'people.saveClass'>,
): Promise<void> => {
  const same: unknown = await trx('classes')
    .where({ school_year_id: yearId, parallel, letter })
    .whereNot({ id: id ?? 0 })
    .first('id');
  if (same === undefined) return;
  throw fieldError(
    'class-exists',
    'letter',
    `Класс ${className({ parallel, letter })} в этом учебном году уже есть.`,
  );
};

/**
 * Creates or changes a class. The school year of a class never changes.
 * @throws OfficeError `class-exists`, `class-unknown`, `teacher-unknown`
 */
export const saveClass = async (
  trx: Knex,
  input: Asked<'people.saveClass'>,
  today: IsoDate,
): Promise<number> => {
  const known: { school_year_id: number } | undefined =
    input.id === null ? undefined : await trx('classes').where({ id: input.id }).first();
  if (input.id !== null && !known)
    throw new OfficeError('class-unknown', 'Такого класса нет. Обновите список.');
  const yearId = known?.school_year_id ?? (await ensureSchoolYear(trx, input.onDate ?? today));
  await refuseTaken(trx, yearId, input);
  const teacherId = input.classTeacherId;
  if (teacherId !== null && !(await trx('teachers').where({ id: teacherId }).first('id')))
    throw fieldError(
      'teacher-unknown',
      'classTeacherId',
      'Такого педагога нет. Выберите его из списка.',
    );
  const values = {
    school_year_id: yearId,
    parallel: input.parallel,
    letter: input.letter,
    programme_name: input.programmeName,
    class_teacher_id: teacherId,
  };
  if (input.id === null) return (await trx('classes').insert(values))[0] as number;
  await trx('classes').where({ id: input.id }).update(values);
  return input.id;
};

/** @throws OfficeError `row-in-use` while anyone was ever in it, `class-unknown` */
export const deleteClass = async (trx: Knex, id: number): Promise<void> => {
  await refuseIfUsed(trx, 'classes', id, ['teaching_assignments']);
  await trx('teaching_assignments').where({ class_id: id }).delete();
  if ((await trx('classes').where({ id }).delete()) === 0)
    throw new OfficeError('class-unknown', 'Такого класса нет. Обновите список.');
};
