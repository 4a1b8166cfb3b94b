import type { Relation } from '../../contract/people-fields.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Place } from '../workbook.ts';

export type Sex = 'male' | 'female';

/** What the column «кем приходится» says. */
export interface RelationWord {
  /** As written. */
  readonly text: string;
  /** What other spellings of the word share; empty for an empty cell. */
  readonly key: string;
  /** Null where the word does not tell whether the person represents the child: it is asked. */
  readonly known: Relation | null;
  /** What the word most probably means, where it is asked. */
  readonly proposal: Relation | null;
}

export interface RecognisedStudent extends PersonName {
  readonly where: Place;
  /** ISO day. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  /** Normalised: «8А». */
  readonly className: string;
  readonly address: string | null;
}

/** The student a guardian's row names; matching it to a stored one is the importer's work. */
export interface NamedStudent extends PersonName {
  readonly birthDate: string | null;
  readonly className: string | null;
}

export interface RecognisedGuardian extends PersonName {
  readonly where: Place;
  readonly relation: RelationWord;
  /** `+79651234567`; null where it is not taken, too. */
  readonly phone: string | null;
  /** The phone by which the file's own rows are told apart; never stored by itself. */
  readonly knownBy: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly student: NamedStudent;
}

export interface Assignment {
  readonly subject: string;
  readonly classNames: readonly string[];
}

export interface RecognisedTeacher extends PersonName {
  readonly where: Place;
  readonly assignments: readonly Assignment[];
  readonly classTeacherOf: readonly string[];
}

/** A row (or sheet) that is not taken, or a value that is left out of a row that is. */
export interface Rejected {
  readonly where: Place;
  readonly code: string;
  /** Russian: what, where, what to do. */
  readonly message: string;
  /** Only values of recognised columns: numbers of documents never get here. */
  readonly cells: readonly string[];
}

export type PeopleKind = 'contingent' | 'class-lists' | 'teachers' | 'guardians';

export interface RecognisedPeople {
  readonly kind: PeopleKind;
  /** Russian name of what was recognised. */
  readonly title: string;
  /** First calendar year of the school year the file names (2025 is 2025/2026); null: it names none. */
  readonly schoolYear: number | null;
  readonly students: readonly RecognisedStudent[];
  readonly guardians: readonly RecognisedGuardian[];
  readonly teachers: readonly RecognisedTeacher[];
  /** Rows and sheets not taken. */
  readonly rejected: readonly Rejected[];
  /** Rows that are taken without some optional value (an unreadable phone, an unknown class). */
  readonly warnings: readonly Rejected[];
}

export const PEOPLE_TITLES: Readonly<Record<PeopleKind, string>> = {
  contingent: 'Список обучающихся (выгрузка контингента)',
  'class-lists': 'Списки классов (лист на каждый класс)',
  teachers: 'Справочник педагогов',
  guardians: 'Список родителей и законных представителей',
};
