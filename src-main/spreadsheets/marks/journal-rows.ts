import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { normaliseTitle, textOf } from '../cells.ts';
import { nameFromText } from '../people/fields.ts';
import type { Gatherer } from './gather.ts';
import type { Head } from './head.ts';
import { firstFilled, isFilled, markText, placeIn } from './lines.ts';
import type { Line } from './lines.ts';
import { readMark } from './mark-cells.ts';
import type { SubjectMarks } from './recognised.ts';
import { remembered } from './remembered.ts';
import type { ReadColumn } from './slots.ts';

/** Pupils × lessons of one subject under one head. */
export interface JournalGrid {
  readonly head: Head;
  readonly columns: readonly ReadColumn[];
  /** -1: no title says where the names are. */
  readonly nameCol: number;
  readonly covers: SubjectMarks['covers'];
  readonly className: string;
  readonly subject: string;
}

/** A cell of the column of names. */
interface NameCell {
  /** Null for what is no name and for the footer. */
  readonly name: PersonName | null;
  readonly key: string;
  readonly footer: boolean;
}

const FOOTER =
  /^(?:итого|всего|учитель|преподаватель|педагог|директор|(?:классный|кл) рук|зам(?:еститель)? |подпись|дата |средний|количество|распечат)/u;

/** The same pupils stand under every subject. */
const nameCells = (): ((text: string) => NameCell) =>
  remembered((text) => {
    const footer = FOOTER.test(normaliseTitle(text));
    const name = footer ? null : nameFromText(text);
    return { name, footer, key: name ? personKey(name) : '' };
  });

const JOURNAL = { otherTerm: false, graded: true, covered: 'covered' } as const;

/** Leftmost cell with letters before the marks. */
const nameColumnOf = ({ cells }: Line, firstCol: number): number =>
  cells.findIndex((cell, col) => col < firstCol && typeof cell === 'string' && /\p{L}/u.test(cell));

const isNumbered = ({ cells }: Line, nameCol: number): boolean =>
  cells.some((cell, col) => col < nameCol && isFilled(cell) && /^\d{1,3}\.?$/u.test(textOf(cell)));

/** Reads the rows of pupils; tells namesakes by their order under one head. */
export class JournalRows {
  private readonly into: Gatherer;
  private readonly nameCell = nameCells();
  private names = new Map<string, number>();

  constructor(into: Gatherer) {
    this.into = into;
  }

  /** The list of pupils begins anew. */
  beginPupils(): void {
    this.names = new Map();
  }

  /** False when the line is no row of the grid. */
  read(line: Line, grid: JournalGrid): boolean {
    const nameCol = grid.nameCol === -1 ? nameColumnOf(line, grid.head.firstCol) : grid.nameCol;
    const text = nameCol === -1 ? '' : textOf(line.cells[nameCol]);
    const filled = line.cells.flatMap((cell, col) =>
      col >= grid.head.firstCol && markText(cell) !== '' ? [markText(cell)] : [],
    );
    const cell = this.nameCell(text || textOf(line.cells[firstFilled(line.cells)]));
    if (cell.name && text !== '' && (filled.length > 0 || isNumbered(line, nameCol)))
      this.pupil(line, nameCol, { ...cell, name: cell.name }, grid);
    else if (cell.footer) return true;
    else if (filled.length > 0) this.rejectRow(line, Math.max(nameCol, 0), text, filled);
    else return false;
    return true;
  }

  private rejectRow(line: Line, col: number, text: string, filled: readonly string[]): void {
    if (text === '')
      this.into.reject(
        line,
        col,
        'no-student-name',
        'в строке с оценками нет имени ученика.',
        filled,
      );
    else
      this.into.reject(line, col, 'bad-student-name', `«${text}» – нужны фамилия и имя ученика.`, [
        text,
        ...filled,
      ]);
  }

  private pupil(
    line: Line,
    nameCol: number,
    { name, key }: NameCell & { readonly name: PersonName },
    grid: JournalGrid,
  ): void {
    const { into } = this;
    const occurrence = (this.names.get(key) ?? 0) + 1;
    this.names.set(key, occurrence);
    const pupil = into.pupil(name, grid.className, occurrence, placeIn(line, nameCol));
    const open = into.subject(pupil, grid.subject, line.sheet.name, grid.covers);
    for (let col = grid.head.firstCol; col < line.cells.length; col += 1) {
      const text = markText(line.cells[col]);
      if (text === '') continue;
      const column = grid.columns[col];
      readMark({ ...JOURNAL, line, col, text, column }, open, into);
    }
  }
}
