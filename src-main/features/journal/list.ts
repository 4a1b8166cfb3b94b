import type { OperationOutput } from '../../contract/operations.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { coversPeriod } from '../../domain/journal.ts';
import type { Context } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byTime, is, pageInMemory, reversed, rowsAs } from '../lists/index.ts';
import { readPrints } from './repository.ts';
import type { PrintRecord } from './repository.ts';
import { allJournals } from './own.ts';
import { findPeriod } from './scope.ts';
import type { JournalClass } from './scope.ts';

type Asked = ParsedInputOf<OperationTable['journal.listPrints']>;
type Row = OperationOutput<'journal.listPrints'>['rows'][number];

/** A row and the school year it belongs to. */
interface Listed {
  readonly row: Row;
  readonly startYear: number;
}

const listed = (print: PrintRecord, one: JournalClass): Listed => {
  const period = findPeriod(one, print.period);
  return {
    startYear: one.startYear,
    row: {
      ...print,
      className: one.className,
      schoolYear: one.schoolYear,
      // A term taken out of the calendar since keeps its number.
      title: period?.title ?? `Период ${print.period.replace('term-', '')}`,
      gapCount: print.gaps.length,
      early: period !== undefined && !coversPeriod(print, period),
    },
  };
};

const list: MemoryListOf<'journal.listPrints', Listed> = {
  search: ({ row }) =>
    `${row.className} ${row.studentName ?? ''} ${row.title} ${row.schoolYear} ${row.certifiedBy ?? ''}`,
  filters: {
    startYear: is(({ startYear }) => startYear),
    classId: is(({ row }) => row.classId),
    studentId: is(({ row }) => row.studentId),
    own: is(({ row }) => row.studentId !== null && !row.extract),
    extract: is(({ row }) => row.extract),
    period: is(({ row }) => row.period),
    certified: is(({ row }) => row.certifiedOn !== null),
    early: is(({ row }) => row.early),
    from: ({ row }, wanted) => row.printedOn >= wanted,
    to: ({ row }, wanted) => row.printedOn <= wanted,
  },
  columns: {
    printedAt: byTime(({ row }) => row.printedAt),
    className: byClass(({ row }) => row.className),
    leaves: byNumber(({ row }) => row.leaves),
    certifiedOn: byTime(({ row }) => row.certifiedOn),
  },
  usual: { column: 'printedAt', descending: true },
  ties: reversed(byNumber(({ row }) => row.id)),
};

/** The register of prints; a school has a few hundred rows a year. */
export const listPrints = async (asked: Asked, { db }: Context): Promise<Page<Row>> => {
  const journals = await allJournals(db);
  const rows = (await readPrints(db)).flatMap((print) => {
    const one = journals(print);
    return one ? [listed(print, one)] : [];
  });
  return rowsAs(pageInMemory(rows, asked, list), ({ row }) => row);
};
