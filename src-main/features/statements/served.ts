import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { ServedOnPaperRow, statementsOperations } from '../../contract/statements.ts';
import { strictestMode } from '../../domain/cadence.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { fold, searchWords } from '../../domain/names.ts';
import { isServedOnPaper, serviceModeOn } from '../../domain/service-mode.ts';
import { enrolledStudents, personRecords } from '../people/index.ts';
import type { StudentAt } from '../people/index.ts';
import { readChains } from './chains.ts';
import type { Chain, StudentChains } from './chains.ts';

type Unnamed = Omit<ServedOnPaperRow, 'guardianName'>;

const paperRow = (
  student: StudentAt,
  { applicant }: StudentChains,
  chain: Chain,
  on: IsoDate,
): Unnamed | null => {
  const family = serviceModeOn(chain.statements, applicant, on);
  const { mode, statementId, since, reason } = family.parent;
  if (!isServedOnPaper(family.parent) || statementId === null || since === null) return null;
  return {
    studentId: student.id,
    studentName: student.fullName,
    className: student.className,
    classId: student.classId,
    guardianId: chain.guardianId,
    mode: mode === 'paper-refusal' ? 'paper-refusal' : 'paper-impossibility',
    studentConsented: family.student.mode === 'own-consent',
    statementId,
    since,
    reason,
  };
};

const byClassAndName = (a: ServedOnPaperRow, b: ServedOnPaperRow): number =>
  compareClassNames(a.className ?? '', b.className ?? '') ||
  a.studentName.localeCompare(b.studentName, 'ru') ||
  a.guardianId - b.guardianId;

/**
 * Parents of enrolled students who are owed weekly printouts on the day, and why: impossibility at
 * least weekly, refusal weekly and not more often (S2 §7). By class and name.
 */
export const servedOnPaper = async (
  db: Knex,
  date: IsoDate,
): Promise<readonly ServedOnPaperRow[]> => {
  const chains = await readChains(db);
  const students = await enrolledStudents(db, date);
  const rows = students.flatMap((student) => {
    const own = chains.get(student.id);
    return (own?.chains ?? []).flatMap((chain) => {
      const row = own && paperRow(student, own, chain, date);
      return row ? [row] : [];
    });
  });
  const guardians = await personRecords(
    db,
    'guardian',
    rows.map(({ guardianId }) => guardianId),
  );
  return rows
    .map((row) => ({ ...row, guardianName: guardians.get(row.guardianId)?.fullName ?? '' }))
    .toSorted(byClassAndName);
};

interface Counts {
  readonly students: number;
  readonly refusals: number;
  readonly impossible: number;
  readonly consents: number;
}

const count = (
  students: readonly StudentAt[],
  rows: ReadonlyMap<number, readonly ServedOnPaperRow[]>,
): Counts => {
  const of = students.map(({ id }) => rows.get(id) ?? []);
  const modes = of.map((parents) => strictestMode(parents.map(({ mode }) => mode)));
  return {
    students: students.length,
    refusals: modes.filter((mode) => mode === 'paper-refusal').length,
    impossible: modes.filter((mode) => mode === 'paper-impossibility').length,
    consents: of.filter((parents) => parents.some((parent) => parent.studentConsented)).length,
  };
};

/** Share of refusals among the enrolled students of the day, overall and by class. */
export const refusalShares = async (
  db: Knex,
  today: IsoDate,
): Promise<OperationOutput<'statements.shares'>> => {
  const students = await enrolledStudents(db, today);
  const rows = Map.groupBy(await servedOnPaper(db, today), ({ studentId }) => studentId);
  const classes = Map.groupBy(students, ({ classId }) => classId);
  return {
    overall: count(students, rows),
    classes: [...classes]
      .flatMap(([classId, members]) =>
        classId === null
          ? []
          : [{ classId, className: members[0]?.className ?? '', ...count(members, rows) }],
      )
      .toSorted((a, b) => compareClassNames(a.className, b.className)),
  };
};

type Question = ParsedInputOf<(typeof statementsOperations)['statements.listServedOnPaper']>;

/** A page of `servedOnPaper`. */
export const servedOnPaperPage = async (
  db: Knex,
  { search, filters, sort, offset, limit }: Question,
  today: IsoDate,
): Promise<{ readonly total: number; readonly rows: ServedOnPaperRow[] }> => {
  const words = searchWords(search);
  const rows = (await servedOnPaper(db, filters.on ?? today)).filter((row) => {
    const text = fold(`${row.studentName} ${row.guardianName} ${row.className ?? ''}`);
    return (
      words.every((word) => text.includes(word)) &&
      (filters.className === undefined || row.className === filters.className) &&
      (filters.mode === undefined || row.mode === filters.mode)
    );
  });
  const column = sort?.column ?? 'className';
  const order = (a: ServedOnPaperRow, b: ServedOnPaperRow): number =>
    column === 'className'
      ? byClassAndName(a, b)
      : a[column].localeCompare(b[column], 'ru') || byClassAndName(a, b);
  const sign = sort?.descending === true ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * order(a, b));
  return { total: sorted.length, rows: sorted.slice(offset, offset + limit) };
};
