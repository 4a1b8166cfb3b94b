import type { Knex } from 'knex';
import type { JournalCell } from '../../contract/journal.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { extractState, isOwed, journalState } from '../../domain/journal.ts';
import type { JournalPeriod } from '../../domain/journal.ts';
import { refOf, whose, withOwn } from './own.ts';
import { lessonCounts, readPrints } from './repository.ts';
import type { PrintRecord } from './repository.ts';
import { classesOfYear } from './scope.ts';
import type { JournalClass } from './scope.ts';

/** The register of prints: class × term, with what is missing (domain.md §6; S2 §1.2). */

type Overview = OperationOutput<'journal.overview'>;

const shownPrint = (print: PrintRecord | undefined): JournalCell['print'] =>
  print === undefined
    ? null
    : {
        id: print.id,
        printedOn: print.printedOn,
        leaves: print.leaves,
        gaps: print.gaps.length,
        certifiedOn: print.certifiedOn,
        certifiedBy: print.certifiedBy,
      };

const cellOf = (
  period: JournalPeriod,
  prints: readonly PrintRecord[],
  today: IsoDate,
  isExtract: boolean,
): JournalCell => {
  const own = prints.filter((print) => print.period === period.key);
  const ofJournal = journalState(own, period, today);
  const state = isExtract ? extractState(own, period) : ofJournal;
  // A certified print stands for the journal, though it may have been printed once more since.
  const certified = own.find(({ certifiedOn }) => certifiedOn !== null);
  return {
    period: period.key,
    title: period.title,
    short: period.short,
    from: period.from,
    to: period.to,
    state,
    owed: !isExtract && isOwed(ofJournal, period, today),
    print: shownPrint(state === 'certified' ? certified : own[0]),
  };
};

const rowsOf = async (
  db: Knex,
  classes: readonly JournalClass[],
  today: IsoDate,
): Promise<Overview['classes']> => {
  const ids = classes.map(({ id }) => id);
  const prints = await readPrints(db, ids);
  const lessons = await lessonCounts(db, ids);
  return (await withOwn(db, classes)).map((one) => {
    const { classId, studentId, extract } = refOf(one);
    const own = prints.filter(
      (row) => row.classId === classId && row.studentId === studentId && row.extract === extract,
    );
    return {
      ...whose(one),
      parallel: one.parallel,
      lessons: lessons.get(one.id) ?? 0,
      cells: one.periods.map((period) => cellOf(period, own, today, extract)),
    };
  });
};

/** Classes × terms and the year of a school year; own journals and extracts after their class's. */
export const overview = async (db: Knex, startYear: number, today: IsoDate): Promise<Overview> => {
  const classes = await rowsOf(db, await classesOfYear(db, startYear), today);
  return {
    startYear,
    schoolYear: schoolYearTitle(startYear),
    owed: classes.reduce((sum, { cells }) => sum + cells.filter(({ owed }) => owed).length, 0),
    classes,
  };
};

export interface OwedJournals {
  readonly total: number;
  /** By period, in the order of their ends; classes in their order. */
  readonly periods: readonly {
    /** «2025/2026» */
    readonly schoolYear: string;
    readonly startYear: number;
    readonly title: string;
    readonly endedOn: IsoDate;
    readonly classNames: readonly string[];
  }[];
}

type OwedPeriod = OwedJournals['periods'][number];

const owedPeriods = ({ classes, schoolYear, startYear }: Overview): readonly OwedPeriod[] => {
  const owed = classes.flatMap(({ className, studentName, cells }) =>
    cells
      .filter((cell) => cell.owed)
      .map(({ title, to }) => ({ className: studentName ?? className, title, to })),
  );
  const groups = Map.groupBy(owed, ({ title, to }) => `${to} ${title}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { title, to: endedOn } = first;
    return [
      { schoolYear, startYear, title, endedOn, classNames: group.map((one) => one.className) },
    ];
  });
};

/**
 * Journals of the running school year and the one before it whose period is over without a
 * certified print. A year in which no class has a lesson owes nothing: the office did not keep the
 * journal here then.
 */
export const owedJournals = async (db: Knex, today: IsoDate): Promise<OwedJournals> => {
  const running = schoolYearOf(today);
  const periods: OwedPeriod[] = [];
  for (const startYear of [running - 1, running]) {
    const year = await overview(db, startYear, today);
    if (year.classes.some(({ lessons }) => lessons > 0)) periods.push(...owedPeriods(year));
  }
  return {
    total: periods.reduce((sum, { classNames }) => sum + classNames.length, 0),
    periods: periods.toSorted((a, b) => (a.endedOn < b.endedOn ? -1 : 1)),
  };
};
