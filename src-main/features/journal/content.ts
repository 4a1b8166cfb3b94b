import type { School } from '../../contract/settings.ts';
import type { MarksSource, PrintedSpan } from '../../domain/certification.ts';
import type { IsoDate, OpenPeriod } from '../../domain/dates.ts';
import type { JournalPeriod } from '../../domain/journal.ts';

/** Everything one printed journal holds. */

export interface JournalGuardian {
  /** «мать», «опекун» */
  readonly relationName: string;
  readonly fullName: string;
  readonly phone: string | null;
}

/** What the page «Общие сведения» tells of a pupil. */
export interface PupilGeneral {
  readonly birthDate: IsoDate | null;
  readonly address: string | null;
  /** Parents and whoever else represents the child. */
  readonly guardians: readonly JournalGuardian[];
}

export interface JournalPupil {
  readonly id: number;
  /** «Иванова Анна», with the patronymic or the birth date where two pupils share it. */
  readonly name: string;
  readonly fullName: string;
  /** When the pupil was in the class; empty for one who never was but has marks here. */
  readonly stints: readonly OpenPeriod[];
  /** Days of home teaching or of a form outside the class's journal. */
  readonly apart: readonly OpenPeriod[];
  /** Of them the days that a journal of his own keeps: his marks of these days stand there. */
  readonly ownDays: readonly OpenPeriod[];
  /** «прибыл 12.01.2026», «выбыла 30.01.2026»; null for the whole period. */
  readonly note: string | null;
}

export interface JournalLesson {
  readonly id: number;
  readonly date: IsoDate;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher: string | null;
}

export interface JournalSubject {
  /** Null while the subject is only assigned to a teacher and has no lesson anywhere. */
  readonly subjectId: number | null;
  readonly name: string;
  /** Teachers assigned to the class. */
  readonly assigned: readonly string[];
  /** By day and ordinal: two lessons of a day are two. */
  readonly lessons: readonly JournalLesson[];
  /** Canonical codes by lesson, then by student. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Canonical codes by period, then by student. */
  readonly finals: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

export interface JournalData {
  readonly school: School;
  /** Name of the electronic diary. */
  readonly systemName: string;
  readonly classId: number;
  /** The one pupil of an own journal or of an extract; null: the class's journal. */
  readonly owner: { readonly kind: 'home' | 'leaver'; readonly fullName: string } | null;
  /** Final marks of the period belong here. */
  readonly graded: boolean;
  readonly className: string;
  readonly parallel: number;
  /** «2025/2026» */
  readonly schoolYear: string;
  readonly classTeacher: string | null;
  readonly period: JournalPeriod;
  /** Days that the print holds: what it swears. */
  readonly span: PrintedSpan;
  readonly source: MarksSource;
  /** Terms of the class and the year. */
  readonly periods: readonly JournalPeriod[];
  readonly pupils: readonly JournalPupil[];
  /** Of every pupil of the list. */
  readonly general: ReadonlyMap<number, PupilGeneral>;
  /** In alphabetical order. */
  readonly subjects: readonly JournalSubject[];
  /** Lessons between this term and the next one: only the year's journal has them. */
  readonly outsideTerms: number;
  /** Lessons of the class on days of an own journal that say nothing of the pupil. */
  readonly otherLessons: number;
  /** Lessons of this journal on days off by the calendar: their marks are in no average. */
  readonly daysOff: number;
  readonly today: IsoDate;
}
