import { schoolYearOf } from '../../domain/calendar.ts';
import { childOf } from './nested.ts';
import type { YearContext } from './school-days.ts';
import type { TableReader } from './table-rows.ts';

/** A row of a table that is about one lesson. */
export interface LessonRow {
  readonly className: string;
  readonly subject: string;
  readonly date: string;
  /** Number of the lesson on the day; null: the table does not tell. */
  readonly number: number | null;
}

/** What has to be known of all rows before any of them is read. */
export interface Survey {
  readonly year: Pick<YearContext, 'schoolYear' | 'from'>;
  /**
   * Which lesson of the subject on the day a row is about: a class that had it as the 2nd and the
   * 5th lesson had it twice. Null where the table does not tell numbers.
   */
  readonly rank: (row: LessonRow) => number | null;
}

/** Rows between two pauses. */
export const PAUSE_ROWS = 2000;

export type Pause = () => Promise<void>;

/** School year that most of the rows are of: one file is of one year. Null without rows. */
const mainYear = (perDay: ReadonlyMap<string, number>): number | null => {
  const perYear = new Map<number, number>();
  for (const [date, count] of perDay) {
    const year = schoolYearOf(date);
    perYear.set(year, (perYear.get(year) ?? 0) + count);
  }
  const sorted = [...perYear].toSorted(([a, one], [b, other]) => other - one || b - a);
  return sorted[0]?.[0] ?? null;
};

type Numbers = Map<string, Map<string, Map<string, Set<number>>>>;

const numbersOf = (all: Numbers, { className, subject, date }: LessonRow): Set<number> => {
  const ofClass = childOf(all, className, () => new Map<string, Map<string, Set<number>>>());
  const ofSubject = childOf(ofClass, subject, () => new Map<string, Set<number>>());
  return childOf(ofSubject, date, () => new Set<number>());
};

/** Goes over the rows once: their years and, if a column tells them, numbers of lessons. */
export const surveyRows = async (reader: TableReader, pause: Pause): Promise<Survey> => {
  const { sheet, firstDataRow, context, columns } = reader.table;
  const perDay = new Map<string, number>();
  const numbers: Numbers = new Map();
  for (let index = firstDataRow; index < sheet.rows.length; index += 1) {
    if (index % PAUSE_ROWS === 0) await pause();
    const row = sheet.rows[index] ?? [];
    // Headings between the rows tell the class and the subject of lessons.
    if (columns.lessonNumber !== undefined) reader.isData(row, index);
    const date = reader.date(row, 'date');
    if (date === null) continue;
    perDay.set(date, (perDay.get(date) ?? 0) + 1);
    const number = reader.lessonNumber(row);
    if (number === null) continue;
    const className = reader.className(row) ?? '';
    numbersOf(numbers, { className, subject: reader.subject(row), date, number }).add(number);
  }
  reader.rewind();
  const said = context.schoolYear;
  return {
    year:
      said === null
        ? { schoolYear: mainYear(perDay), from: 'dates' }
        : { schoolYear: said, from: 'file' },
    rank: (row) => {
      if (row.number === null) return null;
      const known = [...numbersOf(numbers, row)];
      return known.filter((number) => number < (row.number ?? 0)).length + 1;
    },
  };
};
