import { OfficeError } from '../../contract/errors.ts';
import { isBlank, textOf } from '../cells.ts';
import { classFromText } from '../people/fields.ts';
import { skipSheet } from '../people/table.ts';
import type { Row, Sheet, Workbook } from '../workbook.ts';
import { isJournal, readJournal } from './class-journal.ts';
import { findTable, HEAD_ROWS } from './find-table.ts';
import type { FoundTable } from './find-table.ts';
import { Gatherer } from './gather.ts';
import { readHead } from './head.ts';
import { classInText } from './labels.ts';
import { documentsOf } from './lines.ts';
import type { Document } from './lines.ts';
import { Namesakes } from './namesakes.ts';
import { readBlock } from './read-blocks.ts';
import type { BlockDefaults } from './block-owner.ts';
import { readLessonRows } from './read-lesson-rows.ts';
import { readMarkRows } from './read-mark-rows.ts';
import type { MarksKind, MarksOptions, RecognisedMarks } from './recognised.ts';
import { splitBlocks, subjectColumn } from './split-blocks.ts';
import { summedUp } from './summing-up.ts';
import { marksTable } from './table-wizard.ts';

/** How far a document is looked at to tell what it is. */
const LOOK_LINES = 300;

/** What the stacked tables of a document are: with days a report, with terms a report card. */
const blocksKind = (document: Document, date1904: boolean): MarksKind | null => {
  const last = Math.min(document.length, LOOK_LINES);
  for (let at = 0; at < last; at += 1) {
    const line = document[at];
    const keyCol = line ? subjectColumn(line) : -1;
    if (keyCol === -1) continue;
    const head = readHead({ document, at, keyCol, date1904 });
    if (head) return head.days > 0 ? 'marks-report' : 'report-card';
  }
  return null;
};

/** Class that the name of the sheet or the first lines tell. */
const classOf = (document: Document): string => {
  const lines = document
    .slice(0, 15)
    .map(({ cells }) => cells.map((cell) => textOf(cell)).join(' '));
  const told = [document[0]?.sheet.name ?? '', ...lines].map(classInText);
  return told.find((name) => name !== null) ?? '';
};

/** Reads a workbook document by document. */
class Recognition {
  readonly into = new Gatherer();
  readonly kinds: MarksKind[] = [];
  private readonly skipped: Sheet[] = [];
  private readonly namesakes = new Namesakes();
  private readonly workbook: Workbook;
  private readonly options: MarksOptions;

  constructor(workbook: Workbook, options: MarksOptions) {
    this.workbook = workbook;
    this.options = options;
  }

  async read(): Promise<void> {
    const documents = documentsOf(this.workbook);
    for (const document of documents) {
      await this.pause();
      await this.document(document);
    }
    if (this.kinds.length === 0) throw notRecognised(this.workbook);
    // A page's other tables are its headings and menus.
    if (this.workbook.format !== 'html')
      for (const sheet of this.skipped)
        this.into.found.rejected.push(
          skipSheet(sheet, 'sheet-skipped', 'на нём не найдены ни оценки, ни уроки.'),
        );
  }

  private pause(): Promise<void> {
    return this.options.pause?.() ?? Promise.resolve();
  }

  private async document(document: Document): Promise<void> {
    const { date1904 } = this.workbook;
    if (isJournal(document)) return this.journal(document);
    const kind = blocksKind(document, date1904);
    return kind ? this.blocks(document, kind) : this.tables(document);
  }

  private defaults(document: Document): BlockDefaults {
    const chosen = this.options.className ?? '';
    return {
      className: classOf(document) || (classFromText(chosen) ?? ''),
      schoolYear: this.options.schoolYear ?? null,
    };
  }

  private async journal(document: Document): Promise<void> {
    this.kinds.push('class-journal');
    const defaults = this.defaults(document);
    const reader = readJournal(document, defaults, this.workbook.date1904, this.into);
    for (let at = 0, paused = 0; at < document.length;) {
      if (at - paused > 200) {
        paused = at;
        await this.pause();
      }
      at += reader.take(at);
    }
  }

  private async blocks(document: Document, kind: MarksKind): Promise<void> {
    this.kinds.push(kind);
    const defaults = this.defaults(document);
    const { date1904 } = this.workbook;
    const { blocks, legend } = await splitBlocks(document, date1904, () => this.pause());
    this.into.legend(legend);
    for (const [at, block] of blocks.entries()) {
      if (at % 20 === 0) await this.pause();
      readBlock(block, defaults, this.namesakes, this.into);
    }
  }

  private async tables(document: Document): Promise<void> {
    const sheets = [...new Set(document.map(({ sheet }) => sheet))];
    const before: Row[] = [];
    for (const sheet of sheets) {
      const table = findTable(sheet, this.options.mappings ?? [], before);
      if (table) await this.table(table);
      else if (!sheet.rows.every((row) => isBlank(row))) this.skipped.push(sheet);
      before.push(...sheet.rows.slice(0, HEAD_ROWS));
    }
  }

  private table(table: FoundTable): Promise<void> {
    this.kinds.push(table.kind);
    const { date1904 } = this.workbook;
    const className = classFromText(this.options.className ?? '') ?? '';
    const read = table.kind === 'mark-rows' ? readMarkRows : readLessonRows;
    return read(table, date1904, className, this.into, () => this.pause());
  }
}

/**
 * Recognises marks, absences, lessons and homework in a workbook by its content (formats.md A–E);
 * nothing is guessed: what is unclear is in `rejected` with its cell and reason.
 * Errors: `columns-unknown` when there is a table whose titles say too little (see
 * `marksTable`); `file-not-recognised` when there is no such table at all.
 */
export const recogniseMarks = async (
  workbook: Workbook,
  options: MarksOptions = {},
): Promise<RecognisedMarks> => {
  const recognition = new Recognition(workbook, options);
  await recognition.read();
  return summedUp(recognition.into, recognition.kinds);
};

const notRecognised = (workbook: Workbook): OfficeError =>
  marksTable(workbook)
    ? new OfficeError(
        'columns-unknown',
        'В таблице не найдены нужные столбцы. Укажите, в каких столбцах ученик, предмет, дата и оценка ' +
          '(или предмет, дата, тема и домашнее задание): программа запомнит это для таблиц с такими же заголовками.',
      )
    : new OfficeError(
        'file-not-recognised',
        'В файле не найдены оценки и уроки. Подходят: отчёт об успеваемости и посещаемости, табель успеваемости, ' +
          'распечатка классного журнала, таблица оценок (ученик, предмет, дата, оценка) и таблица уроков ' +
          '(класс, предмет, дата, тема, домашнее задание).',
      );
