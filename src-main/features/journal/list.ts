import type { OperationOutput } from '../../contract/operations.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { coversPeriod } from '../../domain/journal.ts';
import { fold } from '../../domain/names.ts';
import type { Context } from '../context.ts';
import { readPrints } from './repository.ts';
import type { PrintRecord } from './repository.ts';
import { allJournalClasses, findPeriod } from './scope.ts';
import type { JournalClass } from './scope.ts';

type Asked = ParsedInputOf<OperationTable['journal.listPrints']>;
type Page = OperationOutput<'journal.listPrints'>;
type Row = Page['rows'][number];

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
      gaps: [...print.gaps],
      gapCount: print.gaps.length,
      early: period !== undefined && !coversPeriod(print, period),
    },
  };
};

const passes = ({ filters, search }: Asked) => {
  const words = fold(search).split(' ');
  return ({ row, startYear }: Listed): boolean => {
    const text = fold(`${row.className} ${row.title} ${row.schoolYear} ${row.certifiedBy ?? ''}`);
    return (
      words.every((word) => text.includes(word)) &&
      (filters.startYear === undefined || filters.startYear === startYear) &&
      (filters.classId === undefined || filters.classId === row.classId) &&
      (filters.period === undefined || filters.period === row.period) &&
      (filters.certified === undefined || filters.certified === (row.certifiedOn !== null)) &&
      (filters.early === undefined || filters.early === row.early) &&
      (filters.from === undefined || row.printedOn >= filters.from) &&
      (filters.to === undefined || row.printedOn <= filters.to)
    );
  };
};

const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

const orders: Readonly<Record<NonNullable<Asked['sort']>['column'], (a: Row, b: Row) => number>> = {
  printedAt: (a, b) => byText(a.printedAt, b.printedAt),
  className: (a, b) => compareClassNames(a.className, b.className),
  leaves: (a, b) => a.leaves - b.leaves,
  certifiedOn: (a, b) => byText(a.certifiedOn ?? '', b.certifiedOn ?? ''),
};

/** The register of prints; a school has a few hundred rows a year. */
export const listPrints = async (asked: Asked, { db }: Context): Promise<Page> => {
  const classes = await allJournalClasses(db);
  const rows = (await readPrints(db)).flatMap((print) => {
    const one = classes.get(print.classId);
    return one ? [listed(print, one)] : [];
  });
  const { sort, offset, limit } = asked;
  const found = rows.filter(passes(asked)).map(({ row }) => row);
  const order = orders[sort?.column ?? 'printedAt'];
  const way = (sort?.descending ?? true) ? -1 : 1;
  const sorted = found.toSorted((a, b) => way * order(a, b) || b.id - a.id);
  return { total: sorted.length, rows: sorted.slice(offset, offset + limit) };
};
