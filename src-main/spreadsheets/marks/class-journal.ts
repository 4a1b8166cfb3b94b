import { normaliseTitle, textOf } from '../cells.ts';
import { classFromText, nameFromText } from '../people/fields.ts';
import { monthOf } from './day-titles.ts';
import type { Gatherer } from './gather.ts';
import { readHead } from './head.ts';
import type { Head } from './head.ts';
import { JournalRows } from './journal-rows.ts';
import type { JournalGrid } from './journal-rows.ts';
import { labelsOf, periodOf, yearOf } from './labels.ts';
import type { Label, LabelKey } from './labels.ts';
import { legendOf } from './legend.ts';
import { firstFilled, placeIn } from './lines.ts';
import type { Document, Line } from './lines.ts';
import type { BlockDefaults } from './block-owner.ts';
import { yearContext } from './school-days.ts';
import { readColumns, spanOf } from './slots.ts';
import type { ReadColumn } from './slots.ts';

const NAME_TITLE = /^(?:фио|фамилия|ученик|учащ|обучающ|список)/u;
const hasMonths = ({ cells }: Line): boolean => cells.some((cell) => monthOf(cell) !== null);

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
  private grid: JournalGrid | null = null;
  /** Lessons of the subject by day, over heads that go on with further days. */
  private ordinals = new Map<string, number>();
  private headText = '';
  private readonly rows: JournalRows;

  constructor(document: Document, defaults: BlockDefaults, date1904: boolean, into: Gatherer) {
    this.document = document;
    this.defaults = defaults;
    this.date1904 = date1904;
    this.into = into;
    this.rows = new JournalRows(into);
  }

  /** Takes the line with this number, returns how many lines are done. */
  take(at: number): number {
    const line = this.document[at];
    const first = line ? firstFilled(line.cells) : -1;
    if (!line || first === -1) return 1;
    const labels = this.labels(line, first);
    if (labels.length > 0) for (const label of labels) this.label(label);
    else if (this.subject !== null && this.isHead(line)) return this.head(at, line);
    else if (!this.grid || !this.rows.read(line, this.grid)) this.outside(line);
    return 1;
  }

  /** Under a head only a written month begins another: a date may be a spoilt mark «3/4». */
  private isHead(line: Line): boolean {
    return this.grid
      ? line.cells.some((cell) => typeof cell === 'string' && monthOf(cell) !== null)
      : hasMonths(line);
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
    this.grid = {
      head,
      columns,
      nameCol: this.nameColumn(at, head),
      covers: spanOf(columns),
      className: this.className(),
      subject: this.subject ?? '',
    };
    this.lessons(line, columns);
    return head.height;
  }

  /** The same titles again are the next page of pupils; other ones the next days of all of them. */
  private beginGrid(at: number, head: Head): void {
    const lines = this.document.slice(at, at + head.height);
    const text = lines.map((line) => line.cells.map((cell) => textOf(cell)).join('|')).join('\n');
    if (this.headText === '' || text === this.headText) this.ordinals = new Map();
    if (text !== this.headText) this.rows.beginPupils();
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

  private outside(line: Line): void {
    this.into.legend(legendOf(line.cells) ?? []);
  }
}

/** Reads the blocks of a journal into the gatherer; its columns are lessons of the subject. */
export const readJournal = (
  document: Document,
  defaults: BlockDefaults,
  date1904: boolean,
  into: Gatherer,
): { readonly take: (at: number) => number } =>
  new JournalReader(document, defaults, date1904, into);
