import type { IsoDate, Period } from '../../domain/dates.ts';
import type { CodeTable } from '../../domain/mark-codes.ts';
import type { EntryTime } from '../../domain/first-seen.ts';
import type {
  FinalPeriod,
  LegendCode,
  MarksKind,
  NamedPupil,
  RecognisedMarks,
  TableMapping,
} from '../../spreadsheets/marks/recognised.ts';
import type { Place } from '../../spreadsheets/workbook.ts';

/** The plan of an import of marks. Made once by the preview, never changed by the commit. */

/** What is told of a lesson. */
export interface Told {
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacherId: number | null;
  readonly described: boolean;
}

export interface StoredCell extends EntryTime {
  readonly id: number;
  readonly text: string;
  readonly codes: string;
}

export interface PlanLesson {
  /** Null: made by the commit. */
  readonly id: number | null;
  readonly classId: number;
  /** Folded name. */
  readonly subject: string;
  readonly date: IsoDate;
  readonly ordinal: number;
  readonly stored: Told | null;
  /** What files of this import tell of it. */
  told: (Told & { readonly file: number; readonly where: Place }) | null;
  /** Whether a mark that is certain stands on it. */
  used: boolean;
  /** Standing cells by student; emptied when nobody can ask for them any more. */
  readonly cells: Map<number, StoredCell>;
}

export interface StoredFinal {
  readonly id: number;
  readonly codes: string;
}

export interface Member {
  readonly id: number;
  readonly fullName: string;
  /** Words of the name in alphabetical order: `personKey`. */
  readonly key: string;
  readonly search: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A class with all that is stored of it and concerns the import. */
export interface ClassState {
  readonly id: number;
  readonly name: string;
  readonly parallel: number;
  readonly startYear: number;
  readonly span: Period;
  readonly members: readonly Member[];
  /** By subject, then by day, in the order of the day. */
  readonly days: Map<string, Map<IsoDate, PlanLesson[]>>;
  /** By `student|subject|period`. */
  readonly finals: ReadonlyMap<string, StoredFinal>;
  /** Answers of earlier imports by `name key|occurrence`. */
  readonly remembered: ReadonlyMap<string, number>;
}

/** A cell of the file on its lesson. */
export interface ToldCell {
  readonly lesson: PlanLesson;
  readonly text: string;
  readonly codes: string;
  readonly enteredOn: IsoDate | null;
  readonly sheet: string;
  readonly address: string;
}

export interface ToldFinal {
  readonly period: FinalPeriod;
  readonly text: string;
  readonly codes: string;
  readonly sheet: string;
  readonly address: string;
}

/** All one file says of one pupil in one subject. */
export interface ToldSubject {
  readonly file: number;
  readonly subject: string;
  readonly cells: readonly ToldCell[];
  readonly finals: readonly ToldFinal[];
  readonly covers: readonly Period[];
}

export type EntryStatus = 'new' | 'changed' | 'vanished';

export interface MarkEntry {
  readonly status: EntryStatus;
  readonly file: number;
  readonly lesson: PlanLesson;
  readonly old: StoredCell | null;
  /** Null: vanished. */
  readonly told: ToldCell | null;
}

export interface FinalEntry {
  readonly status: 'new' | 'changed';
  readonly file: number;
  readonly subject: string;
  readonly old: StoredFinal | null;
  readonly told: ToldFinal;
}

/** What the import does for one student. */
export interface Outcome {
  readonly marks: readonly MarkEntry[];
  readonly same: number;
  /** Standing cells whose day of entry the file tells for the first time. */
  readonly dated: readonly { readonly id: number; readonly enteredOn: IsoDate }[];
  readonly finals: readonly FinalEntry[];
  readonly finalsSame: number;
  /** Cells in which the files of this import differ; the first is taken. */
  readonly differing: readonly { readonly file: number; readonly cell: ToldCell }[];
}

export type PupilStatus = 'matched' | 'remembered' | 'asked' | 'unknown';

export interface PlanPupil {
  /** `8А 2025|name key|occurrence`: the key of `answers`. */
  readonly key: string;
  readonly state: ClassState;
  readonly pupil: NamedPupil;
  readonly nameKey: string;
  readonly file: number;
  readonly status: PupilStatus;
  /** Null while nobody knows. */
  readonly studentId: number | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly candidates: readonly number[];
  /** Told by every file; emptied once nobody can ask for it again. */
  told: readonly ToldSubject[];
  /** Cells of the files. */
  count: number;
  outcome: Outcome | null;
}

/** A row of the files, or a cell, that is not taken or should be looked at. */
export interface Remark {
  readonly file: number;
  readonly where: Place;
  readonly className: string;
  readonly fullName: string;
  readonly subject: string;
  readonly code: string;
  readonly message: string;
  readonly cells: readonly string[];
  readonly count: number;
}

export interface UnknownCode {
  readonly code: string;
  /** Cells with it. */
  count: number;
  readonly file: number;
  readonly sheet: string;
  /** Of the first one. */
  readonly address: string;
  /** Cells by class. */
  readonly classIds: Map<number, number>;
}

/** Days a file told about, for `mark_coverages`. */
export interface ToldDays extends Period {
  readonly state: ClassState;
  readonly subject: string;
  readonly pupil: PlanPupil;
}

export interface PlanFile {
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly format: string | null;
  readonly kind: MarksKind | null;
  readonly schoolYear: number | null;
  readonly schoolYearFrom: RecognisedMarks['schoolYearFrom'];
  readonly classNames: readonly string[];
  /** The file names no class: it is the one whose pupils stand in it. */
  readonly classFromPupils: boolean;
  readonly period: Period | null;
  readonly legend: readonly LegendCode[];
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** A file that was read, until the plan is made. */
export interface ReadMarks extends PlanFile {
  readonly index: number;
  readonly marks: RecognisedMarks;
}

export interface MarksPlan {
  readonly files: readonly PlanFile[];
  readonly states: readonly ClassState[];
  readonly pupils: readonly PlanPupil[];
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly unknownCodes: readonly UnknownCode[];
  /** Subjects as the files spell them, by folded name. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Folded names of those that are not stored yet, with the classes they occur in. */
  readonly newSubjects: ReadonlyMap<string, ReadonlySet<number>>;
  readonly days: readonly ToldDays[];
  readonly mappings: readonly TableMapping[];
  readonly codeTableId: number;
  readonly codeTable: CodeTable;
  /** The only teacher of a class for a subject, by `class id|folded subject`. */
  readonly soleTeachers: ReadonlyMap<string, number>;
  /** Newest command seen by the preview; later ones may make the plan stale. */
  readonly seenChange: number;
}
