import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { shortDate } from '../../domain/russian.ts';
import type { PersonName } from '../../domain/names.ts';
import { columnLetters, placeOf } from '../workbook.ts';
import type { Row } from '../workbook.ts';
import type { Rejected } from '../people/recognised.ts';
import type { FoundTable } from './find-table.ts';
import type { Gatherer } from './gather.ts';
import { markText } from './lines.ts';
import { markProblem } from './mark-cells.ts';
import type { MarkCell } from './recognised.ts';
import { ranksOf } from './row-ordinals.ts';
import type { LessonRow } from './row-ordinals.ts';
import { mainYear } from './row-years.ts';
import { rowBasics, TableReader } from './table-rows.ts';
import type { RowProblem } from './table-rows.ts';

/** Rows between two pauses. */
export const PAUSE_ROWS = 2000;

export type Pause = () => Promise<void>;

interface MarkRow extends LessonRow {
  readonly index: number;
  readonly student: string;
  readonly text: string;
  readonly enteredOn: string | null;
  readonly teacher: PersonName | null;
}

const MAX_ORDINAL = 9;

const readRow = (reader: TableReader, row: Row, index: number): MarkRow | RowProblem | null => {
  const cell = reader.cell(row, 'mark');
  const text = markText(cell);
  const student = reader.studentText(row);
  // A lesson without a mark: nothing to take.
  if (text === '' && student !== '') return null;
  if (reader.studentName(student) === null)
    return ['student', 'bad-student-name', studentMessage(student)];
  const basics = rowBasics(reader, row);
  if (!('date' in basics)) return basics;
  const problem = markProblem(cell, text);
  if (problem) return ['mark', problem.code, problem.message];
  return {
    ...basics,
    index,
    student,
    text,
    number: reader.lessonNumber(row),
    enteredOn: reader.date(row, 'enteredOn'),
    teacher: reader.teacher(row),
  };
};

const studentMessage = (text: string): string =>
  text.trim() === ''
    ? 'не указан ученик.'
    : `«${text.replaceAll('\t', ' ')}» – нужны фамилия и имя ученика.`;

/** Puts read rows into the gatherer. */
class RowPlacer {
  private readonly reader: TableReader;
  private readonly into: Gatherer;
  private readonly rank: (row: LessonRow) => number | null;
  private readonly letters: string;
  private readonly pupils = new Map<string, number>();
  private readonly year: number | null;

  constructor(reader: TableReader, rows: readonly MarkRow[], into: Gatherer) {
    this.reader = reader;
    this.into = into;
    this.rank = ranksOf(rows);
    this.letters = columnLetters(reader.table.columns.mark ?? 0);
    const said = reader.table.context.schoolYear;
    this.year = said ?? mainYear(rows.map(({ date }) => date));
    into.year({ schoolYear: this.year, from: said === null ? 'dates' : 'file' });
  }

  place(row: MarkRow): void {
    const { into, reader } = this;
    if (this.year !== null && outside(row.date, this.year)) {
      into.found.rejected.push(outOfYear(reader, row, this.year));
      return;
    }
    const { sheet } = reader.table;
    const open = into.subject(this.pupil(row), row.subject, sheet.name, null);
    const rank = this.rank(row);
    let ordinal = rank ?? 1;
    // Without numbers of lessons a day repeated is the next lesson of that day.
    if (rank === null) while (open.slots.has(`${row.date}#${ordinal}`)) ordinal += 1;
    if (ordinal > MAX_ORDINAL) {
      into.found.rejected.push(
        reader.reject(
          row.index,
          'date',
          'too-many-lessons',
          `больше ${MAX_ORDINAL} оценок по предмету за день.`,
        ),
      );
      return;
    }
    const key = `${row.date}#${ordinal}`;
    const cell = this.cellOf(row, ordinal);
    const earlier = open.slots.get(key);
    const whole = earlier ? joined(earlier, cell) : cell;
    if (earlier) open.cells[open.cells.indexOf(earlier)] = whole;
    else open.cells.push(whole);
    open.slots.set(key, whole);
    if (row.teacher) this.lesson(row, ordinal);
  }

  private cellOf({ index, date, text, enteredOn }: MarkRow, ordinal: number): MarkCell {
    return { date, ordinal, text, address: `${this.letters}${index + 1}`, enteredOn };
  }

  private pupil(row: MarkRow): number {
    const key = `${row.className}|${row.student}`;
    const known = this.pupils.get(key);
    if (known !== undefined) return known;
    const { reader, into } = this;
    const name = reader.studentName(row.student) ?? {
      lastName: '',
      firstName: '',
      middleName: null,
    };
    const { sheet, columns } = reader.table;
    const where = placeOf(sheet, row.index, columns.student ?? columns.lastName ?? 0);
    const pupil = into.pupil(name, row.className, 1, where);
    this.pupils.set(key, pupil);
    return pupil;
  }

  private lesson({ index, className, subject, date, teacher }: MarkRow, ordinal: number): void {
    const { sheet, columns } = this.reader.table;
    this.into.lesson({
      where: placeOf(sheet, index, columns.date ?? 0),
      className,
      subject,
      date,
      ordinal,
      described: false,
      topic: null,
      homework: null,
      teacher,
    });
  }
}

/** Two rows of one lesson are one cell with both marks; it was entered when the later one was. */
const joined = (earlier: MarkCell, cell: MarkCell): MarkCell => {
  const days = [earlier.enteredOn, cell.enteredOn].filter((day) => day !== null).toSorted();
  return { ...earlier, text: `${earlier.text} ${cell.text}`, enteredOn: days.at(-1) ?? null };
};

const outside = (date: string, year: number): boolean => schoolYearOf(date) !== year;

export const outOfYear = (
  reader: TableReader,
  row: { readonly index: number; readonly date: string },
  year: number,
): Rejected =>
  reader.reject(
    row.index,
    'date',
    'date-out-of-year',
    `${shortDate(row.date)} – вне учебного года ${schoolYearTitle(year)}, к которому относится файл. ` +
      'Исправьте дату или загрузите эти строки отдельным файлом.',
  );

/** Reads a table with a row for every mark (formats.md E). */
export const readMarkRows = async (
  table: FoundTable,
  date1904: boolean,
  className: string,
  into: Gatherer,
  pause: Pause,
): Promise<void> => {
  const reader = new TableReader(table, date1904, className);
  const rows: MarkRow[] = [];
  const { rejected } = into.found;
  for (let index = table.firstDataRow; index < table.sheet.rows.length; index += 1) {
    const row = table.sheet.rows[index] ?? [];
    if (index % PAUSE_ROWS === 0) await pause();
    if (!reader.isData(row, index)) continue;
    const read = readRow(reader, row, index);
    if (read === null) continue;
    if ('text' in read) {
      rows.push(read);
      warnEntered(reader, row, read, into);
    } else rejected.push(reader.reject(index, ...read));
  }
  const placer = new RowPlacer(reader, rows, into);
  for (const [at, row] of rows.entries()) {
    if (at % PAUSE_ROWS === 0) await pause();
    placer.place(row);
  }
};

/** A mark is taken without a day of entry that cannot be read. */
const warnEntered = (reader: TableReader, row: Row, read: MarkRow, into: Gatherer): void => {
  if (read.enteredOn !== null || reader.cell(row, 'enteredOn') === null) return;
  const text = reader.text(row, 'enteredOn');
  into.found.warnings.push(
    reader.reject(
      read.index,
      'enteredOn',
      'bad-entered-on',
      `«${text}» – не дата; когда выставлена оценка, останется неизвестно.`,
    ),
  );
};
