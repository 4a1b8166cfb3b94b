import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { fullNameSql } from '../../database/stored.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import { classYear } from './class-of.ts';
import { asCell } from './named-rows.ts';

const byRussian = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'ru');

/** Subjects of a class, or all; a subject only a teacher is named for has no row yet. */
export const subjectsOf = async (
  db: Knex,
  { classId }: Asked<'marks.subjects'>,
): Promise<OperationOutput<'marks.subjects'>> => {
  const stored: { id: number; name: string; search: string }[] = await db({ s: 'subjects' })
    .modify((query) => {
      if (classId === undefined) return;
      void query.whereRaw(
        `EXISTS (SELECT 1 FROM lessons l WHERE l.class_id = ? AND l.subject_id = s.id)
          OR EXISTS (SELECT 1 FROM final_marks f WHERE f.class_id = ? AND f.subject_id = s.id
            AND f.ended_at IS NULL)`,
        [classId, classId],
      );
    })
    .select('id', 'name', 'search');
  const all: { id: number; search: string }[] = await db('subjects').select('id', 'search');
  const ids = new Map(all.map(({ id, search }) => [search, id]));
  const taught: { subject: string }[] = await db('teaching_assignments')
    .modify((query) => void (classId !== undefined && query.where({ class_id: classId })))
    .distinct('subject');
  const known = new Map(stored.map(({ search, id, name }) => [search, { id, name }]));
  const named = new Map<string, { id: number | null; name: string }>(known);
  for (const { subject } of taught) {
    const search = fold(subject);
    if (!named.has(search)) named.set(search, { id: ids.get(search) ?? null, name: subject });
  }
  return { subjects: [...named.values()].sort(byRussian) };
};

type Finals = OperationOutput<'marks.finals'>;

/** Final marks of a class with everyone who was in it. @throws OfficeError `class-unknown` */
export const finalsOf = async (db: Knex, { classId }: Asked<'marks.finals'>): Promise<Finals> => {
  await classYear(db, classId);
  const cells: (Pick<Finals['cells'][number], 'studentId' | 'subjectId' | 'period' | 'text'> & {
    readonly codes: string;
  })[] = await db('final_marks')
    .where({ class_id: classId })
    .whereNull('ended_at')
    .orderBy('id')
    .select({
      studentId: 'student_id',
      subjectId: 'subject_id',
      period: 'period',
      text: 'text',
      codes: 'codes',
    });
  const students: Finals['students'] = await db('students')
    .whereIn('id', db('enrolments').where({ class_id: classId }).select('student_id'))
    .orWhereIn(
      'id',
      cells.map(({ studentId }) => studentId),
    )
    .orderBy('search')
    .select({ id: 'id', fullName: db.raw(fullNameSql('students')) });
  const { subjects } = await subjectsOf(db, { classId });
  return {
    students,
    subjects: subjects.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
    cells: cells.map(asCell),
  };
};
