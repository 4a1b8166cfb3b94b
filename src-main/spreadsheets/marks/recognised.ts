import type { TableField, TableKind } from '../../contract/table-fields.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Rejected } from '../people/recognised.ts';
import type { Place } from '../workbook.ts';

/** What the exports of marks and lessons say, whatever their shape (formats.md A–E). */

export type MarksKind =
  | 'marks-report'
  | 'report-card'
  | 'class-journal'
  | 'mark-rows'
  | 'lesson-rows';

export const MARKS_TITLES: Readonly<Record<MarksKind, string>> = {
  'marks-report': 'Отчёт об успеваемости и посещаемости ученика',
  'report-card': 'Табель успеваемости учащегося',
  'class-journal': 'Распечатка классного журнала',
  'mark-rows': 'Таблица оценок (строка на каждую оценку)',
  'lesson-rows': 'Таблица уроков, тем и домашних заданий',
};

/** A child as the file names him; the n-th same name of the class in this file is another child. */
export interface NamedPupil extends PersonName {
  readonly where: Place;
  /** Normalised «8А»; `''` where the file does not name the class: a person must choose it. */
  readonly className: string;
  /** 1; 2 for the second child of that very name in the class. */
  readonly occurrence: number;
}

/** A day of lessons of one subject; `ordinal` 2 is the second column with the same day. */
export interface Slot {
  /** ISO day. */
  readonly date: string;
  /** From 1. */
  readonly ordinal: number;
}

export interface MarkCell extends Slot {
  /** Cell as written, single spaces; never empty. */
  readonly text: string;
  /** `F14` of the sheet of the table; told in the preview. */
  readonly address: string;
  /** ISO day the source says the mark was entered; null: it does not say. */
  readonly enteredOn: string | null;
}

export type FinalPeriod =
  | `term-${1 | 2 | 3 | 4 | 5 | 6}`
  | 'year'
  | 'exam'
  | 'state-exam'
  | 'final';

export interface FinalCell {
  /**
   * `covered`: «Итоговая оценка за период», a mark for the days of `covers`. Which term that is only
   * the school's calendar knows: it is placed when the days are a term's, otherwise told, not stored.
   */
  readonly period: FinalPeriod | 'covered';
  readonly text: string;
  readonly address: string;
}

/** Marks of one child in one subject of one sheet; a subject of several sheets has several of these. */
export interface SubjectMarks {
  /** Index into `pupils`. */
  readonly pupil: number;
  /** As the file spells it. */
  readonly subject: string;
  readonly sheet: string;
  readonly cells: readonly MarkCell[];
  readonly finals: readonly FinalCell[];
  /**
   * Days the file tells about, both included: a stored mark inside and absent from `cells` has
   * vanished. Null where the file cannot say that (rows of single marks).
   */
  readonly covers: { readonly from: string; readonly to: string } | null;
}

/** A lesson the file tells of: with topic and homework (`described`) or only that it was held. */
export interface RecognisedLesson extends Slot {
  readonly where: Place;
  /** `''` where the file does not name the class. */
  readonly className: string;
  readonly subject: string;
  readonly described: boolean;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher: PersonName | null;
}

/** A code the file itself explains (the legend of A): «Б Болезнь». */
export interface LegendCode {
  readonly code: string;
  /** As written: «Болезнь». */
  readonly title: string;
}

export interface RecognisedMarks {
  /** What most of the file is. */
  readonly kind: MarksKind;
  /** First calendar year of the school year; null only when there is not one date in the file. */
  readonly schoolYear: number | null;
  /** How it is known: named in the file, seen from its dates, or `assumed` from the options. */
  readonly schoolYearFrom: 'file' | 'dates' | 'assumed' | null;
  /** Without `''`. */
  readonly classNames: readonly string[];
  readonly pupils: readonly NamedPupil[];
  readonly marks: readonly SubjectMarks[];
  readonly lessons: readonly RecognisedLesson[];
  readonly legend: readonly LegendCode[];
  /** Cells, rows and blocks not taken; `where` is the cell's address. */
  readonly rejected: readonly Rejected[];
  /** What is taken, yet a person should look at. */
  readonly warnings: readonly Rejected[];
}

export type { TableField, TableKind };

/** Zero-based columns by field. */
export type TableColumns = Readonly<Partial<Record<TableField, number>>>;

/** What a person said of a table once; it is applied to every table with the same row of titles. */
export interface TableMapping {
  readonly kind: TableKind;
  /** `headerKeyOf` of the row of titles. */
  readonly headerKey: string;
  readonly columns: TableColumns;
}

export interface TableColumn {
  /** Zero-based. */
  readonly index: number;
  /** `B`. */
  readonly letters: string;
  /** As written; `''` for an untitled column. */
  readonly title: string;
  /** Different values of the column, up to three. */
  readonly samples: readonly string[];
}

/** A table for the mapping wizard. */
export interface MarksTable {
  readonly sheet: string;
  /** Row of the titles as shown by Excel. */
  readonly headRow: number;
  readonly headerKey: string;
  readonly columns: readonly TableColumn[];
  /** Texts of the first rows under the titles, a cell for each of `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** Likelier kind and whatever columns could be guessed. */
  readonly guess: { readonly kind: TableKind; readonly columns: TableColumns };
}

export interface MarksOptions {
  /** For tables whose titles say too little, by `headerKey`. */
  readonly mappings?: readonly TableMapping[];
  /** School year of files that have days and months but no year (a printed journal). */
  readonly schoolYear?: number;
  /** Class of files that name none. */
  readonly className?: string;
  /** Awaited about every 2,000 rows: lets the caller answer others and stop by throwing. */
  readonly pause?: () => Promise<void>;
}
