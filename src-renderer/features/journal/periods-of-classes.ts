import type { JournalCell, JournalPeriodKeyChoice } from '../../../src-main/contract/journal.ts';
import { extractName, ownName } from '../../strings/journal.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';

export type Overview = OperationOutput<'journal.overview'>;
export type ClassRow = Overview['classes'][number];

/** One journal: a class, or its pupil taught at home or given an extract, and a period. */
export interface JournalRef {
  readonly classId: number;
  readonly className: string;
  readonly studentId: number | null;
  readonly studentName: string | null;
  /** An extract for a pupil who left the class. */
  readonly extract: boolean;
  readonly period: JournalPeriodKeyChoice;
  readonly title: string;
}

/** Tells the journals of a period apart. */
export const journalKey = ({
  classId,
  studentId,
  extract,
}: Pick<JournalRef, 'classId' | 'studentId' | 'extract'>): string =>
  `${classId} ${studentId ?? ''} ${extract ? 'extract' : ''}`;

/** «8А», «Иванов Пётр Ильич, 8А, на дому», «…, 8А, выписка». */
export const journalName = ({
  className,
  studentName,
  extract,
}: Pick<JournalRef, 'className' | 'studentName' | 'extract'>): string => {
  if (studentName === null) return className;
  return extract ? extractName(studentName, className) : ownName(studentName, className);
};

export interface ClassGroup {
  /** Titles of the periods, the same for every class of the group. */
  readonly titles: readonly string[];
  readonly classes: readonly ClassRow[];
}

/** Journals with the same periods stand in one table; classes without terms are left out. */
export const groupsOf = (classes: readonly ClassRow[]): readonly ClassGroup[] => {
  const groups = Map.groupBy(
    classes.filter(({ cells }) => cells.length > 0),
    ({ cells }) => cells.map(({ title }) => title).join('|'),
  );
  return [...groups.values()].map((rows) => ({
    titles: rows[0]?.cells.map(({ title }) => title) ?? [],
    classes: rows,
  }));
};

export interface PeriodChoice {
  readonly title: string;
  readonly period: JournalPeriodKeyChoice;
  readonly rows: readonly { readonly row: ClassRow; readonly cell: JournalCell }[];
}

/** Periods of the school by their names: the first quarter is not the first half-year. */
export const periodChoices = (classes: readonly ClassRow[]): readonly PeriodChoice[] => {
  const found = new Map<
    string,
    { period: JournalPeriodKeyChoice; rows: PeriodChoice['rows'][number][] }
  >();
  for (const row of classes)
    for (const cell of row.cells) {
      const known = found.get(cell.title) ?? { period: cell.period, rows: [] };
      known.rows.push({ row, cell });
      found.set(cell.title, known);
    }
  return [...found].map(([title, { period, rows }]) => ({ title, period, rows }));
};

/** Journals of single pupils end at days of their own: the classes say which period is on. */
const ofClasses = (choice: PeriodChoice): PeriodChoice['rows'] =>
  choice.rows.filter(({ row }) => row.studentId === null);

const endOf = (choice: PeriodChoice): string => ofClasses(choice)[0]?.cell.to ?? '';

/** The period most wanted now: the owed one that ended last, else the one that goes on. */
export const usualChoice = (choices: readonly PeriodChoice[]): PeriodChoice | undefined => {
  const owed = choices.filter((choice) => ofClasses(choice).some(({ cell }) => cell.owed));
  const latest = owed.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
  return (
    latest ??
    choices.find((choice) => ofClasses(choice).some(({ cell }) => cell.state === 'running')) ??
    choices[0]
  );
};
