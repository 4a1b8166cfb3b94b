import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { passportsOperations } from '../../contract/passports.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { mayKeepPassport } from '../../domain/passports.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byText, is, pageInMemory } from '../lists/index.ts';
import { enrolledStudents, studentsByIdAt } from '../people/index.ts';
import type { StudentAt } from '../people/index.ts';
import { savedPassports } from './repository.ts';

type Question = ParsedInputOf<(typeof passportsOperations)['passports.list']>;
type Row = OperationOutput<'passports.list'>['rows'][number];

/** Class 11 of the day, and those whose data is still kept though they have left. */
export const watchedStudents = async (
  db: Knex,
  today: IsoDate,
  saved: ReadonlyMap<number, string>,
): Promise<readonly StudentAt[]> => {
  const enrolled = (await enrolledStudents(db, today)).filter(mayKeepPassport);
  const others = [...saved.keys()].filter((id) => !enrolled.some((one) => one.id === id));
  return [...enrolled, ...(await studentsByIdAt(db, others, today)).values()];
};

const byName = byText<Row>(({ studentName }) => studentName);

const list: MemoryListOf<'passports.list', Row> = {
  search: ({ studentName, className }) => `${studentName} ${className}`,
  filters: {
    hasPassport: is(({ hasPassport }) => hasPassport),
    className: is(({ className }) => className),
  },
  columns: { studentName: byName, className: byClass(({ className }) => className) },
  usual: { column: 'className', descending: false },
  ties: byName,
};

export const passportsPage = async (
  db: Knex,
  question: Question,
  today: IsoDate,
): Promise<Page<Row>> => {
  const saved = await savedPassports(db);
  const rows = (await watchedStudents(db, today, saved)).map((student): Row => {
    const savedAt = saved.get(student.id) ?? null;
    return {
      studentId: student.id,
      studentName: student.fullName,
      className: student.className ?? '',
      birthDate: student.birthDate,
      hasPassport: savedAt !== null,
      savedAt,
    };
  });
  return pageInMemory(rows, question, list);
};
