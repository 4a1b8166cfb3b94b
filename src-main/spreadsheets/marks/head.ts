import { textOf } from '../cells.ts';
import { isNumberingRow } from '../header.ts';
import { dayOf, isWeekday, monthOf } from './day-titles.ts';
import type { DayTitle, MonthTitle } from './day-titles.ts';
import { finalOfTitles } from './finals.ts';
import type { FinalTitle } from './finals.ts';
import { isFilled } from './lines.ts';
import type { Document, Line } from './lines.ts';

/** What stands over a column of one block, before the year is known. */
export type TitledColumn =
  | { readonly kind: 'day'; readonly day: DayTitle; readonly month: MonthTitle | null }
  | { readonly kind: 'final'; readonly title: FinalTitle }
  /** Averages, numbers in order and whatever else is titled and not taken. */
  | { readonly kind: 'other' }
  /** Nothing over it, a month without a day, or a day without a month. */
  | { readonly kind: 'untitled' };

export interface Head {
  /** Lines of the document the titles take. */
  readonly height: number;
  readonly columns: readonly TitledColumn[];
  /** First column with a day or a final mark, in this head. */
  readonly firstCol: number;
  readonly days: number;
  readonly finals: number;
}

const MAX_HEIGHT = 6;
const WORD = /\p{L}{3}/u;

interface Scope {
  readonly document: Document;
  /** Index of the line in the document. */
  readonly at: number;
  /** Column that is empty in the lower lines of the head; -1 when there is none (a journal). */
  readonly keyCol: number;
  readonly date1904: boolean;
}

const hasMonth = (line: Line | undefined): boolean =>
  line?.cells.some((cell) => monthOf(cell) !== null) ?? false;

const isLowerText = (text: string): boolean => text === '' || WORD.test(text) || isWeekday(text);

const TITLE_BEFORE = /№|фио|ф\. ?и|фамили|имя|учен|учащ|список/iu;

/** In a journal a pupil's row has his number and name left of the months, a line of days has not. */
const startsLikePupil = ({ cells }: Line, monthsFrom: number): boolean =>
  cells.some((cell, col) => {
    if (col >= monthsFrom || !isFilled(cell)) return false;
    return typeof cell !== 'string' || !(TITLE_BEFORE.test(cell) || isWeekday(textOf(cell)));
  });

const monthColumn = (scope: Scope): number =>
  scope.document[scope.at]?.cells.findIndex((cell) => monthOf(cell) !== null) ?? -1;

/** Days stand under months, or carry their month themselves. */
const countDays = (line: Line, scope: Scope, underMonths: boolean): number => {
  const { keyCol, date1904 } = scope;
  if (keyCol === -1 && startsLikePupil(line, monthColumn(scope))) return 0;
  let count = 0;
  line.cells.forEach((cell, col) => {
    if (col <= keyCol) return;
    const day = dayOf(cell, date1904);
    if (day && (underMonths || day.month !== null)) count += 1;
  });
  return count;
};

interface Extent {
  readonly height: number;
  /** Line of the days counted from the first line of the head; -1 when there is none. */
  readonly dayLine: number;
}

/** A line of the head that tells more than the ones above it. */
type Lower = 'days' | 'titles' | null;

const lowerKind = (line: Line, scope: Scope, dayLine: number, months: boolean): Lower => {
  const { keyCol } = scope;
  if (dayLine === -1 && countDays(line, scope, months) > 0)
    return keyCol >= 0 && isDataKey(line, keyCol) ? null : 'days';
  return mayBeLower(line, keyCol, dayLine) ? 'titles' : null;
};

/**
 * How many lines the titles take: those under the first one have nothing in the key column. Blank
 * lines between them come of merged cells.
 */
const extentOf = (scope: Scope): Extent => {
  const { document, at } = scope;
  const first = document[at];
  if (!first) return { height: 0, dayLine: -1 };
  let months = hasMonth(first);
  let extent: Extent = { height: 1, dayLine: countDays(first, scope, months) > 0 ? 0 : -1 };
  for (let offset = 1; offset < MAX_HEIGHT; offset += 1) {
    const line = document[at + offset];
    if (!line || line.sheet !== first.sheet) break;
    if (!line.cells.some(isFilled)) continue;
    months ||= hasMonth(line);
    const kind = lowerKind(line, scope, extent.dayLine, months);
    if (kind === null) break;
    extent = { height: offset + 1, dayLine: kind === 'days' ? offset : extent.dayLine };
  }
  return extent;
};

const isDataKey = (line: Line, keyCol: number): boolean => {
  const text = textOf(line.cells[keyCol]);
  return text !== '' && !SUBJECT_TITLE.test(text);
};

const mayBeLower = (line: Line, keyCol: number, dayLine: number): boolean => {
  const key = line.cells[keyCol];
  // Nearly every line ends the head by naming a subject: no need to look at its numbers.
  const isNumber = typeof key !== 'string' || /^\d{1,3}$/u.test(key);
  if (isNumber && isNumberingRow(line.cells)) return true;
  // Without a key column only the days tell where the titles end.
  if (keyCol === -1 ? dayLine !== -1 : isDataKey(line, keyCol)) return false;
  const right = line.cells.slice(keyCol + 1);
  return right.some(isFilled) && right.every((cell) => isLowerText(textOf(cell)));
};

/** «Предмет», «Учебный предмет», «Наименование предмета», «Предмет / Дата». */
export const SUBJECT_TITLE =
  /^(?:(?:учебн\p{L}*|наименование|название) )*(?:предмет\p{L}*|дисциплин\p{L}*)(?: ?\/ ?\p{L}+)?:?$/iu;

/** Titles of one line that reach right until the next title of the line or of a line above it. */
interface Reach {
  readonly months: (MonthTitle | null)[];
  readonly titles: (string | null)[];
}

interface Over {
  readonly day: DayTitle | null;
  /** The column has a title of its own, not only one that reaches over it. */
  readonly own: boolean;
}

const readColumn = (scope: Scope, extent: Extent, col: number, reach: Reach): Over => {
  let day: DayTitle | null = null;
  let own = false;
  for (let at = 0; at < extent.height; at += 1) {
    const cell = scope.document[scope.at + at]?.cells[col] ?? null;
    if (!isFilled(cell)) continue;
    const asDay = at === extent.dayLine ? dayOf(cell, scope.date1904) : null;
    if (!asDay && isWeekday(textOf(cell))) continue;
    const month = asDay ? null : monthOf(cell);
    reach.months.fill(null, at, extent.height);
    reach.titles.fill(null, at, extent.height);
    if (asDay) day = asDay;
    else if (month) reach.months[at] = month;
    else {
      reach.titles[at] = textOf(cell);
      own = true;
    }
  }
  return { day, own };
};

const columnOf = ({ day, own }: Over, reach: Reach): TitledColumn => {
  const month = reach.months.findLast((one) => one !== null) ?? null;
  const titles = reach.titles.filter((title) => title !== null);
  if (day && (month || day.month !== null)) return { kind: 'day', day, month };
  // A day without a month: no average stands there, so its marks must not get lost.
  if (titles.length === 0 || (day && !own)) return { kind: 'untitled' };
  const title = own ? finalOfTitles(titles) : null;
  return title ? { kind: 'final', title } : { kind: 'other' };
};

/**
 * Reads the titles of one block from its own lines: months over days, totals wherever they stand,
 * terms over «Итог». Null when there is neither a day nor a final mark.
 */
export const readHead = (scope: Scope): Head | null => {
  const extent = extentOf(scope);
  const lines = scope.document.slice(scope.at, scope.at + extent.height);
  const width = Math.max(0, ...lines.map((line) => line.cells.length));
  const reach: Reach = {
    months: Array.from({ length: extent.height }, () => null),
    titles: Array.from({ length: extent.height }, () => null),
  };
  const columns = Array.from({ length: width }, (_, col): TitledColumn =>
    col <= scope.keyCol
      ? { kind: 'other' }
      : columnOf(readColumn(scope, extent, col, reach), reach),
  );
  const days = columns.filter((column) => column.kind === 'day').length;
  const finals = columns.filter((column) => column.kind === 'final').length;
  if (days + finals === 0) return null;
  const firstCol = columns.findIndex(({ kind }) => kind === 'day' || kind === 'final');
  return { height: extent.height, columns, firstCol, days, finals };
};
