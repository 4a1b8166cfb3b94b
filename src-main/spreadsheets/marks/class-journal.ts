import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { normaliseTitle, textOf } from '../cells.ts';
import { classFromText, nameFromText } from '../people/fields.ts';
import { monthOf } from './day-titles.ts';
import type { Gatherer } from './gather.ts';
import { readHead } from './head.ts';
import type { Head } from './head.ts';
import { labelsOf, periodOf, yearOf } from './labels.ts';
import type { Label, LabelKey } from './labels.ts';
import { legendOf } from './legend.ts';
import { filledTexts, firstFilled, isFilled, markText, placeIn } from './lines.ts';
import type { Document, Line } from './lines.ts';
import { readMark } from './mark-cells.ts';
import type { BlockDefaults } from './block-owner.ts';
import type { SubjectMarks } from './recognised.ts';
import { remembered } from './remembered.ts';
import { yearContext } from './school-days.ts';
import { readColumns, spanOf } from './slots.ts';
import type { ReadColumn } from './slots.ts';

/** Pupils × lessons of one subject under one head. */
interface Grid {
  readonly head: Head;
  readonly columns: readonly ReadColumn[];
  readonly nameCol: number;
  readonly covers: SubjectMarks['covers'];
}

/** A cell of the column of names. */
interface NameCell {
  /** Null for what is no name and for the footer. */
  readonly name: PersonName | null;
  readonly key: string;
  readonly footer: boolean;
}

const NAME_TITLE = /^(?:фио|фамилия|ученик|учащ|обучающ|список)/u;
const FOOTER =
  /^(?:итого|всего|учитель|преподаватель|педагог|директор|(?:классный|кл) рук|зам(?:еститель)? |подпись|дата |средний|количество|распечат)/u;

/** The same pupils stand under every subject. */
const nameCells = (): ((text: string) => NameCell) =>
  remembered((text) => {
    const footer = FOOTER.test(normaliseTitle(text));
    const name = footer ? null : nameFromText(text);
    return { name, footer, key: name ? personKey(name) : '' };
  });

const hasMonths = ({ cells }: Line): boolean => cells.some((cell) => monthOf(cell) !== null);

const JOURNAL = { otherTerm: false, graded: true, covered: 'covered' } as const;

/** «Предмет : X» with the months at most so many lines lower. */
const HEAD_WITHIN = 8;

/** Whether the document is a printed journal: a named subject with months under it. */
export const isJournal = (document: Document): boolean =>
  document.some(
    (line, at) =>
      at < 300 &&
      labelsOf(line.cells).some(({ key, value }) => key === 'subject' && value !== '') &&
      document.slice(at + 1, at + 1 + HEAD_WITHIN).some(hasMonths),
  );

/** Reads «Распечатка классного журнала» line by line (formats.md D). */
class JournalReader {
  private readonly document: Document;
  private readonly defaults: BlockDefaults;
  private readonly date1904: boolean;
  private readonly into: Gatherer;
  private readonly texts = new Map<LabelKey, string>();
  private subject: string | null = null;
  private grid: Grid | null = null;
  /** Lessons of the subject by day, over heads that go on with further days. */
  private ordinals = new Map<string, number>();
  private names = new Map<string, number>();
  private headText = '';
  private readonly nameCell = nameCells();

  constructor(document: Document, defaults: BlockDefaults, date1904: boolean, into: Gatherer) {
    this.document = document;
    this.defaults = defaults;
    this.date1904 = date1904;
    this.into = into;
  }

  /** Takes the line with this number, returns how many lines are done. */
  take(at: number): number {
    const line = this.document[at];
    const first = line ? firstFilled(line.cells) : -1;
    if (!line || first === -1) return 1;
    const labels = this.labels(line, first);
    if (labels.length > 0) for (const label of labels) this.label(label);
    else if (this.subject !== null && hasMonths(line)) return this.head(at, line);
    else if (this.grid) this.row(line, this.grid);
    else this.outside(line);
    return 1;
  }

  private labels(line: Line, first: number): readonly Label[] {
    const cell = line.cells[first];
    if (this.grid && !(typeof cell === 'string' && cell.includes(':'))) return [];
    return labelsOf(line.cells);
  }

  private label({ key, value }: Label): void {
    if (key !== 'subject') {
      this.texts.set(key, value);
      return;
    }
    this.subject = value === '' ? null : value;
    this.texts.delete('teacher');
    this.grid = null;
    this.headText = '';
  }

  private head(at: number, line: Line): number {
    const { document, date1904 } = this;
    const head = readHead({ document, at, keyCol: -1, date1904 });
    const context = yearContext(
      yearOf(this.texts.get('schoolYear') ?? ''),
      periodOf(this.texts.get('period') ?? ''),
      this.defaults.schoolYear,
    );
    if (!head || context === 'conflict') {
      this.grid = null;
      const [code, message] = head
        ? [
            'year-conflict',
            'период не относится к названному учебному году. Оценки предмета пропущены.',
          ]
        : ['no-days', 'под месяцами нет чисел. Оценки предмета пропущены.'];
      this.into.reject(line, 0, code ?? '', `предмет «${this.subject}»: ${message}`);
      return 1;
    }
    this.into.year(context);
    this.beginGrid(at, head);
    const columns = readColumns(head, context, this.ordinals);
    this.grid = { head, columns, nameCol: this.nameColumn(at, head), covers: spanOf(columns) };
    this.lessons(line, columns);
    return head.height;
  }

  /** The same titles again are the next page of pupils; other ones the next days of all of them. */
  private beginGrid(at: number, head: Head): void {
    const lines = this.document.slice(at, at + head.height);
    const text = lines.map((line) => line.cells.map((cell) => textOf(cell)).join('|')).join('\n');
    if (this.headText === '' || text === this.headText) this.ordinals = new Map();
    if (text !== this.headText) this.names = new Map();
    this.headText = text;
  }

  private nameColumn(at: number, head: Head): number {
    for (const line of this.document.slice(at, at + head.height)) {
      const col = line.cells.findIndex(
        (cell, col) => col < head.firstCol && NAME_TITLE.test(normaliseTitle(textOf(cell))),
      );
      if (col !== -1) return col;
    }
    return -1;
  }

  private lessons(line: Line, columns: readonly ReadColumn[]): void {
    const teacherText = this.texts.get('teacher') ?? '';
    columns.forEach((column, col) => {
      if (column.kind !== 'lesson') return;
      this.into.lesson({
        ...column.slot,
        where: placeIn(line, col),
        className: this.className(),
        subject: this.subject ?? '',
        described: false,
        topic: null,
        homework: null,
        teacher: nameFromText(teacherText),
      });
    });
  }

  private className(): string {
    const written = this.texts.get('className') ?? '';
    return classFromText(written) ?? this.defaults.className;
  }

  private row(line: Line, grid: Grid): void {
    const nameCol = grid.nameCol === -1 ? nameColumnOf(line, grid.head.firstCol) : grid.nameCol;
    const text = nameCol === -1 ? '' : textOf(line.cells[nameCol]);
    const filled = line.cells.flatMap((cell, col) =>
      col >= grid.head.firstCol && markText(cell) !== '' ? [markText(cell)] : [],
    );
    const cell = this.nameCell(text || textOf(line.cells[firstFilled(line.cells)]));
    if (cell.name && text !== '' && (filled.length > 0 || isNumbered(line, nameCol)))
      this.pupil(line, nameCol, { ...cell, name: cell.name }, grid);
    else if (cell.footer) return;
    else if (filled.length > 0) this.rejectRow(line, Math.max(nameCol, 0), text, filled);
    else this.outside(line);
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
    grid: Grid,
  ): void {
    const { into } = this;
    const occurrence = (this.names.get(key) ?? 0) + 1;
    this.names.set(key, occurrence);
    const pupil = into.pupil(name, this.className(), occurrence, placeIn(line, nameCol));
    const open = into.subject(pupil, this.subject ?? '', line.sheet.name, grid.covers);
    for (let col = grid.head.firstCol; col < line.cells.length; col += 1) {
      const text = markText(line.cells[col]);
      if (text === '') continue;
      const column = grid.columns[col];
      readMark({ ...JOURNAL, line, col, text, column }, open, into);
    }
  }

  private outside(line: Line): void {
    this.into.legend(legendOf(filledTexts(line.cells)) ?? []);
  }
}

/** Leftmost cell with letters before the marks. */
const nameColumnOf = ({ cells }: Line, firstCol: number): number =>
  cells.findIndex((cell, col) => col < firstCol && typeof cell === 'string' && /\p{L}/u.test(cell));

const isNumbered = ({ cells }: Line, nameCol: number): boolean =>
  cells.some((cell, col) => col < nameCol && isFilled(cell) && /^\d{1,3}\.?$/u.test(textOf(cell)));

/** Reads the blocks of a journal into the gatherer; its columns are lessons of the subject. */
export const readJournal = (
  document: Document,
  defaults: BlockDefaults,
  date1904: boolean,
  into: Gatherer,
): { readonly take: (at: number) => number } =>
  new JournalReader(document, defaults, date1904, into);
