import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { passportsOperations } from '../../contract/passports.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold, searchWords } from '../../domain/names.ts';
import { mayKeepPassport } from '../../domain/passports.ts';
import { enrolledStudents, studentsByIdAt } from '../people/index.ts';
import type { StudentAt } from '../people/index.ts';
import { savedPassports } from './repository.ts';

type Question = ParsedInputOf<(typeof passportsOperations)['passports.list']>;
type Page = OperationOutput<'passports.list'>;
type Row = Page['rows'][number];

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

const byName = (a: Row, b: Row): number => a.studentName.localeCompare(b.studentName, 'ru');
const byClass = (a: Row, b: Row): number =>
  compareClassNames(a.className, b.className) || byName(a, b);

export const passportsPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Question,
  today: IsoDate,
): Promise<Page> => {
  const saved = await savedPassports(db);
  const words = searchWords(search);
  const rows = (await watchedStudents(db, today, saved))
    .map((student): Row => {
      const savedAt = saved.get(student.id) ?? null;
      return {
        studentId: student.id,
        studentName: student.fullName,
        className: student.className ?? '',
        birthDate: student.birthDate,
        hasPassport: savedAt !== null,
        savedAt,
      };
    })
    .filter(
      (row) =>
        words.every((word) => fold(`${row.studentName} ${row.className}`).includes(word)) &&
        (filters.hasPassport === undefined || filters.hasPassport === row.hasPassport) &&
        (filters.className === undefined || filters.className === row.className),
    );
  const order = sort?.column === 'studentName' ? byName : byClass;
  const sign = sort?.descending === true ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * order(a, b));
  return { total: sorted.length, rows: sorted.slice(offset, offset + limit) };
};
