import type { Knex } from 'knex';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { ServedOnPaperRow, statementsOperations } from '../../contract/statements.ts';
import { strictestMode } from '../../domain/cadence.ts';
import { compareClassNames } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { hasSheets } from '../../domain/study-forms.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byText, byTime, inTurn, is, pageInMemory } from '../lists/index.ts';
import { enrolledStudents, personRecords, studyPeriods } from '../people/index.ts';
import type { StudentAt } from '../people/index.ts';
import { readSettings } from '../settings/index.ts';
import { allPartyHistories, onPaper } from './families.ts';
import type { PartyHistory } from './families.ts';

type Unnamed = Omit<ServedOnPaperRow, 'guardianName'>;

const paperRow = (student: StudentAt, history: PartyHistory, on: IsoDate): Unnamed | null => {
  const period = onPaper(history, on);
  if (period === null) return null;
  const { mode, statementId, since, reason } = period.mode;
  if (statementId === null || since === null) return null;
  return {
    studentId: student.id,
    studentName: student.fullName,
    className: student.className,
    classId: student.classId,
    guardianId: history.guardianId,
    mode: mode === 'paper-refusal' ? 'paper-refusal' : 'paper-impossibility',
    studentConsented: period.studentConsented,
    statementId,
    since,
    reason,
  };
};

const byClassAndName = inTurn<ServedOnPaperRow>(
  byClass(({ className }) => className),
  byText(({ studentName }) => studentName),
  byNumber(({ guardianId }) => guardianId ?? 0),
);

/**
 * Parents of enrolled students, and adult students, who are owed weekly printouts on the day, and why: impossibility at
 * least weekly, refusal weekly and not more often (S2 §7). By class and name.
 */
export const servedOnPaper = async (
  db: Knex,
  date: IsoDate,
): Promise<readonly ServedOnPaperRow[]> => {
  const histories = Map.groupBy(await allPartyHistories(db), ({ studentId }) => studentId);
  const studies = await studyPeriods(db);
  const { studyForms } = await readSettings(db);
  // Where the form of education of the day has no sheets, nobody is owed one (domain.md §1).
  const students = (await enrolledStudents(db, date)).filter(({ id }) =>
    hasSheets(studies.get(id) ?? [], date, studyForms),
  );
  const rows = students.flatMap((student) =>
    (histories.get(student.id) ?? []).flatMap((history) => paperRow(student, history, date) ?? []),
  );
  const guardians = await personRecords(
    db,
    'guardian',
    rows.flatMap(({ guardianId }) => guardianId ?? []),
  );
  return rows
    .map((row) => ({
      ...row,
      guardianName:
        row.guardianId === null ? null : (guardians.get(row.guardianId)?.fullName ?? ''),
    }))
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

const list: MemoryListOf<'statements.listServedOnPaper', ServedOnPaperRow> = {
  search: ({ studentName, guardianName, className }) =>
    `${studentName} ${guardianName ?? ''} ${className ?? ''}`,
  filters: {
    on: null,
    className: is(({ className }) => className),
    mode: ({ mode }, wanted) => mode === wanted,
  },
  columns: {
    className: byClassAndName,
    studentName: byText(({ studentName }) => studentName),
    since: byTime(({ since }) => since),
  },
  usual: { column: 'className', descending: false },
  ties: byClassAndName,
};

/** A page of `servedOnPaper`. */
export const servedOnPaperPage = async (
  db: Knex,
  question: Question,
  today: IsoDate,
): Promise<Page<ServedOnPaperRow>> =>
  pageInMemory(await servedOnPaper(db, question.filters.on ?? today), question, list);
