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
  /** Normalised «8А». */
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
  readonly period: FinalPeriod;
  readonly text: string;
  readonly address: string;
}

/** Marks of one child in one subject. */
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
  readonly kind: MarksKind;
  /** First calendar year of the school year; from the file, or inferred from its dates. */
  readonly schoolYear: number | null;
  readonly classNames: readonly string[];
  readonly pupils: readonly NamedPupil[];
  readonly marks: readonly SubjectMarks[];
  readonly lessons: readonly RecognisedLesson[];
  readonly legend: readonly LegendCode[];
  /** Cells, rows and blocks not taken; `where` is the cell's address. */
  readonly rejected: readonly Rejected[];
}
