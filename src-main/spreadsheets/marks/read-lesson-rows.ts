import { schoolYearOf } from '../../domain/calendar.ts';
import type { PersonName } from '../../domain/names.ts';
import { placeOf } from '../workbook.ts';
import type { Row } from '../workbook.ts';
import type { FoundTable } from './find-table.ts';
import type { Gatherer } from './gather.ts';
import { markText } from './lines.ts';
import { outOfYear, PAUSE_ROWS } from './read-mark-rows.ts';
import type { Pause } from './read-mark-rows.ts';
import { ranksOf } from './row-ordinals.ts';
import type { LessonRow } from './row-ordinals.ts';
import { mainYear } from './row-years.ts';
import { rowBasics, TableReader } from './table-rows.ts';
import type { RowProblem } from './table-rows.ts';

interface DescribedRow extends LessonRow {
  readonly index: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher: PersonName | null;
}

const MAX_ORDINAL = 9;

/** A dash alone says that there is nothing. */
const textOrNull = (reader: TableReader, row: Row, field: 'topic' | 'homework'): string | null =>
  markText(reader.cell(row, field)) || null;

const readRow = (reader: TableReader, row: Row, index: number): DescribedRow | RowProblem => {
  const basics = rowBasics(reader, row);
  if (!('date' in basics)) return basics;
  return {
    ...basics,
    index,
    number: reader.lessonNumber(row),
    topic: textOrNull(reader, row, 'topic'),
    homework: textOrNull(reader, row, 'homework'),
    teacher: reader.teacher(row),
  };
};

/** Orders lessons of a day and puts them into the gatherer. */
class LessonPlacer {
  private readonly reader: TableReader;
  private readonly into: Gatherer;
  private readonly rank: (row: LessonRow) => number | null;
  private readonly taken = new Set<string>();
  private readonly year: number | null;

  constructor(reader: TableReader, rows: readonly DescribedRow[], into: Gatherer) {
    this.reader = reader;
    this.into = into;
    this.rank = ranksOf(rows);
    const said = reader.table.context.schoolYear;
    this.year = said ?? mainYear(rows.map(({ date }) => date));
    into.year({ schoolYear: this.year, from: said === null ? 'dates' : 'file' });
  }

  place(row: DescribedRow): void {
    const { reader, into } = this;
    const { index, number: _number, ...lesson } = row;
    if (this.year !== null && schoolYearOf(row.date) !== this.year) {
      into.found.rejected.push(outOfYear(reader, row, this.year));
      return;
    }
    const ordinal = this.ordinalOf(row);
    if (ordinal === null) return;
    const where = placeOf(reader.table.sheet, index, reader.table.columns.date ?? 0);
    into.lesson({ ...lesson, where, ordinal, described: true });
  }

  /** Null when there is no place for one more lesson; the row is then rejected. */
  private ordinalOf(row: DescribedRow): number | null {
    const key = `${row.className}|${row.subject}|${row.date}`;
    const rank = this.rank(row);
    let ordinal = rank ?? 1;
    if (rank === null) while (this.taken.has(`${key}#${ordinal}`)) ordinal += 1;
    const { rejected } = this.into.found;
    if (this.taken.has(`${key}#${ordinal}`)) {
      rejected.push(
        this.reader.reject(
          row.index,
          'lessonNumber',
          'repeated-lesson',
          `урок № ${row.number} по этому предмету в этот день уже есть выше. Оставьте один.`,
        ),
      );
      return null;
    }
    if (ordinal > MAX_ORDINAL) {
      rejected.push(
        this.reader.reject(
          row.index,
          'date',
          'too-many-lessons',
          `больше ${MAX_ORDINAL} уроков предмета за день.`,
        ),
      );
      return null;
    }
    this.taken.add(`${key}#${ordinal}`);
    return ordinal;
  }
}

/** Reads a table with a row for every lesson: topic, homework (formats.md E). */
export const readLessonRows = async (
  table: FoundTable,
  date1904: boolean,
  className: string,
  into: Gatherer,
  pause: Pause,
): Promise<void> => {
  const reader = new TableReader(table, date1904, className);
  const rows: DescribedRow[] = [];
  for (let index = table.firstDataRow; index < table.sheet.rows.length; index += 1) {
    const row = table.sheet.rows[index] ?? [];
    if (index % PAUSE_ROWS === 0) await pause();
    if (!reader.isData(row, index)) continue;
    const read = readRow(reader, row, index);
    if ('date' in read) {
      rows.push(read);
      warnTeacher(reader, row, read, into);
    } else into.found.rejected.push(reader.reject(index, ...read));
  }
  const placer = new LessonPlacer(reader, rows, into);
  for (const [at, row] of rows.entries()) {
    if (at % PAUSE_ROWS === 0) await pause();
    placer.place(row);
  }
};

/** Told once for every spelling. */
const warnTeacher = (reader: TableReader, row: Row, read: DescribedRow, into: Gatherer): void => {
  const text = reader.text(row, 'teacher');
  if (read.teacher !== null || text === '') return;
  const { warnings } = into.found;
  if (warnings.some((one) => one.code === 'bad-teacher' && one.message.includes(`«${text}»`)))
    return;
  warnings.push(
    reader.reject(
      read.index,
      'teacher',
      'bad-teacher',
      `«${text}» – нужны фамилия и имя учителя; урок останется без учителя.`,
    ),
  );
};
