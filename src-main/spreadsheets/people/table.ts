import { textOf } from '../cells.ts';
import type { Header } from '../header.ts';
import { isNumberingRow, repeatsHeader } from '../header.ts';
import { placeOf } from '../workbook.ts';
import type { Cell, Place, Sheet } from '../workbook.ts';
import type { Rejected } from './recognised.ts';

/** One row under the titles, by the names of the recognised columns only. */
export interface TableRow<Key extends string> {
  /** Zero-based row of the sheet. */
  readonly index: number;
  readonly cell: (key: Key) => Cell;
  readonly text: (key: Key) => string;
  /** Place of a recognised column in this row; of the leftmost one when `key` is absent. */
  readonly place: (key?: Key) => Place;
  /** Values of the recognised columns, left to right. */
  readonly cells: readonly string[];
  /** Notes beside the table have no value in any column that matters. */
  readonly isEmpty: boolean;
  /** All values of the row when there is only one, e.g. a heading «8А класс» between rows. */
  readonly heading: string | null;
}

const FOOTER =
  /^(?:итого|всего|директор|исполнитель|ответственн|зам(?:еститель|\.)|дата (?:формирования|печати|выгрузки|составления)|подпись|м\. ?п|«?_{2,})/iu;

/** Data rows of a table: blank rows, numbering, repeated titles and the footer are left out. */
export const tableRows = <Key extends string>(
  sheet: Sheet,
  header: Header<Key>,
): readonly TableRow<Key>[] => {
  const used = Object.values<number | undefined>(header.columns)
    .filter((col) => col !== undefined)
    .sort((a, b) => a - b);
  return sheet.rows.flatMap((row, index) => {
    if (index < header.firstDataRow) return [];
    const texts = row.map((cell) => textOf(cell));
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0 || isNumberingRow(row)) return [];
    if (repeatsHeader(sheet, header, row)) return [];
    if (filled.length <= 3 && FOOTER.test(filled[0] ?? '')) return [];
    const heading = filled.length === 1 ? (filled[0] ?? null) : null;
    return [
      {
        index,
        cell: (key) => row[header.columns[key] ?? -1] ?? null,
        text: (key) => texts[header.columns[key] ?? -1] ?? '',
        place: (key) => placeOf(sheet, index, (key && header.columns[key]) ?? used[0] ?? 0),
        // Asked for a few rows only.
        get cells() {
          return used.map((col) => texts[col] ?? '');
        },
        isEmpty: !used.some((col) => (texts[col] ?? '') !== ''),
        heading,
      },
    ];
  });
};

/** Of a cell that should name a class. */
export const notClass = (text: string): string =>
  `«${text}» – не класс. Укажите параллель от 1 до 12 и букву, например 8А.`;

/** Of a cell that should hold a birth date. */
export const notBirthDate = (text: string): string =>
  `«${text}» – не дата рождения. Укажите её в виде ДД.ММ.ГГГГ.`;

/** A rejected row: the message names the cell, so it is written without it here. */
export const reject = <Key extends string>(
  row: TableRow<Key>,
  key: Key | undefined,
  code: string,
  message: string,
): Rejected => {
  const where = row.place(key);
  return {
    where,
    code,
    message: `Лист «${where.sheet}», ${where.address}: ${message}`,
    cells: row.cells,
  };
};

/** A sheet that is left out as a whole. */
export const skipSheet = (sheet: Sheet, code: string, message: string): Rejected => ({
  where: placeOf(sheet, 0),
  code,
  message: `Лист «${sheet.name}» пропущен: ${message}`,
  cells: [],
});
