import type { PersonName } from '../../domain/names.ts';
import { isoDateOf, normaliseTitle, textOf } from '../cells.ts';
import { isNumberingRow } from '../header.ts';
import type { Cell, Row } from '../workbook.ts';
import { classFromText, nameFromParts, nameFromText } from '../people/fields.ts';
import type { Rejected } from '../people/recognised.ts';
import type { FoundTable } from './find-table.ts';
import { labelsOf } from './labels.ts';
import { filledTexts, isFilled, rejectIn } from './lines.ts';
import type { Line } from './lines.ts';
import type { TableField } from './recognised.ts';
import { remembered } from './remembered.ts';

const FOOTER =
  /^(?:итого|всего|директор|исполнитель|зам(?:еститель)? |подпись|дата (?:формир|печати|выгруз)|м п)/u;

/** Class and subject of all rows under it. */
interface Heading {
  readonly className: string;
  readonly subject: string;
}

/** Reads cells of the found columns; one instance for a table. */
export class TableReader {
  readonly table: FoundTable;
  private readonly used: readonly number[];
  private readonly date1904: boolean;
  /** What stands over the days, in one line or two. */
  private readonly dateTitles: readonly Cell[];
  private readonly names = remembered(nameFromText);
  private readonly dates: (text: string) => string | null;
  private readonly above: Heading;
  /** Of the last heading above the row. */
  private heading: Heading;

  constructor(table: FoundTable, date1904: boolean, className: string) {
    this.table = table;
    this.date1904 = date1904;
    this.used = Object.values(table.columns);
    this.dateTitles = table.sheet.rows
      .slice(table.headRow, table.firstDataRow)
      .map((row) => row[table.columns.date ?? -1] ?? null);
    this.dates = remembered((text) => isoDateOf(text, date1904));
    this.above = {
      className: table.context.className || className,
      subject: table.context.subject,
    };
    this.heading = this.above;
  }

  /** Before the rows are gone over once more. */
  rewind(): void {
    this.heading = this.above;
  }

  cell(row: Row, field: TableField): Cell {
    const col = this.table.columns[field];
    return col === undefined ? null : (row[col] ?? null);
  }

  text(row: Row, field: TableField): string {
    const cell = this.cell(row, field);
    return cell === null ? '' : textOf(cell);
  }

  /**
   * Whether the row is data. Blank rows, repeated titles, numbers in order, footers are not; a
   * heading «8А класс» or «Предмет: Алгебра» is kept for the rows below it.
   */
  isData(row: Row, index: number): boolean {
    if (!this.used.some((col) => isFilled(row[col]))) {
      if (row.some(isFilled)) this.isHeading(row);
      return false;
    }
    if (this.repeatsTitles(row)) return false;
    if (index < this.table.firstDataRow + 2 && isNumberingRow(row)) return false;
    return isFilled(this.cell(row, 'date')) || !this.isHeading(row);
  }

  private repeatsTitles(row: Row): boolean {
    const cell = this.cell(row, 'date');
    return typeof cell === 'string' && this.dateTitles.includes(cell);
  }

  private isHeading(row: Row): boolean {
    const texts = filledTexts(row);
    if (texts.length > 3) return false;
    if (FOOTER.test(normaliseTitle(texts[0] ?? ''))) return true;
    const labels = labelsOf(row);
    const className =
      classFromText(labels.find(({ key }) => key === 'className')?.value ?? '') ??
      (texts.length === 1 ? classFromText(texts[0] ?? '') : null);
    const subject = labels.find(({ key }) => key === 'subject')?.value ?? '';
    if (className === null && subject === '') return false;
    this.heading = {
      className: className ?? this.heading.className,
      subject: subject || this.heading.subject,
    };
    return true;
  }

  /** Null when the row says something that is no class; `''` when nothing does. */
  className(row: Row): string | null {
    const text = `${this.text(row, 'className')}${textOf(row[this.table.letterCol])}`;
    return text === '' ? this.heading.className : classFromText(text);
  }

  subject(row: Row): string {
    return this.text(row, 'subject') || this.heading.subject;
  }

  /** Null when the cell is no date. */
  date(row: Row, field: 'date' | 'enteredOn'): string | null {
    const cell = this.cell(row, field);
    if (cell !== null && typeof cell === 'object') return cell.date;
    return typeof cell === 'string' ? this.dates(cell) : isoDateOf(cell, this.date1904);
  }

  studentText(row: Row): string {
    const { columns } = this.table;
    if (columns.lastName === undefined || columns.student !== undefined)
      return this.text(row, 'student');
    const parts = [this.text(row, 'lastName'), this.text(row, 'firstName')];
    const middle = this.text(row, 'middleName');
    return (middle === '' ? parts : [...parts, middle]).join('\t');
  }

  /** Name from `studentText`. */
  readonly studentName = remembered((text: string): PersonName | null => {
    const [last = '', first, middle = ''] = text.split('\t');
    return first === undefined ? nameFromText(text) : nameFromParts(last, first, middle);
  });

  teacher(row: Row): PersonName | null {
    const text = this.text(row, 'teacher') || this.table.context.teacher;
    return text === '' ? null : this.names(text);
  }

  /** Rank of the lesson on the day, if a column tells it; null otherwise. */
  lessonNumber(row: Row): number | null {
    const found = /^\d{1,2}/u.exec(this.text(row, 'lessonNumber'));
    return found ? Number(found[0]) : null;
  }

  reject(index: number, field: TableField, code: string, message: string): Rejected {
    const row = this.table.sheet.rows[index] ?? [];
    const line: Line = { sheet: this.table.sheet, index, cells: row };
    const col = this.table.columns[field] ?? Math.min(...this.used);
    const cells = this.used.toSorted((a, b) => a - b).map((one) => textOf(row[one]));
    return rejectIn(line, col, code, message, cells);
  }
}

export type RowProblem = readonly [field: TableField, code: string, message: string];

/** Class, subject and day of a row of either kind, or why there are none. */
export const rowBasics = (
  reader: TableReader,
  row: Row,
): { readonly className: string; readonly subject: string; readonly date: string } | RowProblem => {
  const className = reader.className(row);
  if (className === null)
    return [
      'className',
      'bad-class',
      `«${reader.text(row, 'className')}» – не класс. Укажите параллель от 1 до 12 и букву, например 8А.`,
    ];
  const subject = reader.subject(row);
  if (subject === '') return ['subject', 'no-subject', 'не указан предмет.'];
  const date = reader.date(row, 'date');
  if (date === null) {
    const text = reader.text(row, 'date');
    const message = text === '' ? 'не указана дата.' : `«${text}» – такой даты нет.`;
    return ['date', 'bad-date', `${message} Укажите её в виде ДД.ММ.ГГГГ.`];
  }
  return { className, subject, date };
};
