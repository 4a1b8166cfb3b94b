import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { shortDate } from '../../domain/russian.ts';
import type { PersonName } from '../../domain/names.ts';
import { columnLetters, placeOf } from '../workbook.ts';
import type { Row } from '../workbook.ts';
import type { Rejected } from '../people/recognised.ts';
import type { FoundTable } from './find-table.ts';
import { slotKey } from './gather.ts';
import type { Gatherer } from './gather.ts';
import { markText } from './lines.ts';
import { markProblem } from './mark-cells.ts';
import { childOf } from './nested.ts';
import type { MarkCell } from './recognised.ts';
import { PAUSE_ROWS, surveyRows } from './row-survey.ts';
import type { LessonRow, Pause, Survey } from './row-survey.ts';
import { rowBasics, TableReader } from './table-rows.ts';
import type { RowProblem } from './table-rows.ts';

interface MarkRow extends LessonRow {
  readonly index: number;
  readonly student: string;
  readonly name: PersonName;
  readonly text: string;
  readonly enteredOn: string | null;
  readonly teacher: PersonName | null;
}

const MAX_ORDINAL = 9;

const studentMessage = (text: string): string =>
  text.trim() === ''
    ? 'не указан ученик.'
    : `«${text.replaceAll('\t', ' ')}» – нужны фамилия и имя ученика.`;

const readRow = (reader: TableReader, row: Row, index: number): MarkRow | RowProblem | null => {
  const cell = reader.cell(row, 'mark');
  const text = markText(cell);
  const student = reader.studentText(row);
  // A lesson without a mark: nothing to take.
  if (text === '' && student !== '') return null;
  const name = reader.studentName(student);
  if (name === null) return ['student', 'bad-student-name', studentMessage(student)];
  const basics = rowBasics(reader, row);
  if (!('date' in basics)) return basics;
  const problem = markProblem(cell, text);
  if (problem) return ['mark', problem.code, problem.message];
  return {
    className: basics.className,
    subject: basics.subject,
    date: basics.date,
    index,
    student,
    name,
    text,
    number: reader.lessonNumber(row),
    enteredOn: reader.date(row, 'enteredOn'),
    teacher: reader.teacher(row),
  };
};

/** Two rows of one lesson are one cell with both marks; it was entered when the later one was. */
const joined = (earlier: MarkCell, cell: MarkCell): MarkCell => {
  const days = [earlier.enteredOn, cell.enteredOn].filter((day) => day !== null).toSorted();
  return { ...earlier, text: `${earlier.text} ${cell.text}`, enteredOn: days.at(-1) ?? null };
};

/** Why a row of a real day is not of this file, null when it is. */
export const outOfYear = (
  reader: TableReader,
  row: { readonly index: number; readonly date: string },
  year: number | null,
): Rejected | null =>
  year === null || schoolYearOf(row.date) === year
    ? null
    : reader.reject(
        row.index,
        'date',
        'date-out-of-year',
        `${shortDate(row.date)} – вне учебного года ${schoolYearTitle(year)}, к которому относится файл. ` +
          'Исправьте дату или загрузите эти строки отдельным файлом.',
      );

/** Puts read rows into the gatherer. */
class RowPlacer {
  private readonly reader: TableReader;
  private readonly survey: Survey;
  private readonly into: Gatherer;
  private readonly letters: string;
  private readonly pupils = new Map<string, Map<string, number>>();

  constructor(reader: TableReader, survey: Survey, into: Gatherer) {
    this.reader = reader;
    this.survey = survey;
    this.into = into;
    this.letters = columnLetters(reader.table.columns.mark ?? 0);
  }

  place(row: MarkRow): void {
    const { into, reader, survey } = this;
    const { sheet } = reader.table;
    const open = into.subject(this.pupil(row), row.subject, sheet.name, null);
    const rank = survey.rank(row);
    let ordinal = rank ?? 1;
    // Without numbers of lessons a day repeated is the next lesson of that day.
    if (rank === null) while (open.slots.has(slotKey(row.date, ordinal))) ordinal += 1;
    if (ordinal > MAX_ORDINAL) {
      const message = `больше ${MAX_ORDINAL} оценок по предмету за день.`;
      into.found.rejected.push(reader.reject(row.index, 'date', 'too-many-lessons', message));
      return;
    }
    const key = slotKey(row.date, ordinal);
    const cell = this.cellOf(row, ordinal);
    const earlier = open.slots.get(key);
    const whole = earlier ? joined(earlier, cell) : cell;
    if (earlier) open.cells[open.cells.indexOf(earlier)] = whole;
    else open.cells.push(whole);
    open.slots.set(key, whole);
    if (row.teacher) this.lesson(row, row.teacher, ordinal);
  }

  private cellOf({ index, date, text, enteredOn }: MarkRow, ordinal: number): MarkCell {
    return { date, ordinal, text, address: `${this.letters}${index + 1}`, enteredOn };
  }

  private pupil(row: MarkRow): number {
    const ofClass = childOf(this.pupils, row.className, () => new Map<string, number>());
    return childOf(ofClass, row.student, () => {
      const { sheet, columns } = this.reader.table;
      const where = placeOf(sheet, row.index, columns.student ?? columns.lastName ?? 0);
      return this.into.pupil(row.name, row.className, 1, where);
    });
  }

  private lesson(row: MarkRow, teacher: PersonName, ordinal: number): void {
    const { className, subject, date } = row;
    if (this.into.hasLesson('named', className, subject, date, ordinal)) return;
    const { sheet, columns } = this.reader.table;
    this.into.lesson({
      where: placeOf(sheet, row.index, columns.date ?? 0),
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

/** A mark is taken without a day of entry that cannot be read. */
const warnEntered = (reader: TableReader, row: Row, read: MarkRow, into: Gatherer): void => {
  if (read.enteredOn !== null || reader.cell(row, 'enteredOn') === null) return;
  const text = reader.text(row, 'enteredOn');
  const message = `«${text}» – не дата; когда выставлена оценка, останется неизвестно.`;
  into.found.warnings.push(reader.reject(read.index, 'enteredOn', 'bad-entered-on', message));
};

/** Reads a table with a row for every mark (formats.md E). */
export const readMarkRows = async (
  table: FoundTable,
  date1904: boolean,
  className: string,
  into: Gatherer,
  pause: Pause,
): Promise<void> => {
  const reader = new TableReader(table, date1904, className);
  const survey = await surveyRows(reader, pause);
  into.year(survey.year);
  const placer = new RowPlacer(reader, survey, into);
  for (let index = table.firstDataRow; index < table.sheet.rows.length; index += 1) {
    const row = table.sheet.rows[index] ?? [];
    if (index % PAUSE_ROWS === 0) await pause();
    if (!reader.isData(row, index)) continue;
    const read = readRow(reader, row, index);
    if (read === null) continue;
    const rejected =
      'text' in read
        ? outOfYear(reader, read, survey.year.schoolYear)
        : reader.reject(index, ...read);
    if (rejected) into.found.rejected.push(rejected);
    else if ('text' in read) {
      placer.place(read);
      warnEntered(reader, row, read, into);
    }
  }
};
