import type { FieldChange } from '../../contract/imports.ts';
import type { PersonName } from '../../domain/names.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Relation } from '../../contract/people-fields.ts';
import type {
  PeopleKind,
  Rejected,
  RelationWord,
  Sex,
} from '../../spreadsheets/people/recognised.ts';
import type { PlannedRow } from '../imports/index.ts';
import type { RelationChoices } from './import-relations.ts';
import type { ImportYear } from './import-year.ts';

/** The plan of an import: what each row of the file will do. The preview is what is applied. */

/** Columns of a stored row to overwrite. */
export type ColumnValues = Readonly<Record<string, string | null>>;

/** How a student comes into the class of the file. */
export type ClassMove =
  | {
      readonly way: 'enrol';
      readonly className: string;
      readonly from: IsoDate;
      readonly to: IsoDate | null;
    }
  /** The class of the enrolment is corrected in place. */
  | { readonly way: 'replace'; readonly className: string; readonly enrolmentId: number }
  | {
      readonly way: 'move';
      readonly className: string;
      readonly from: IsoDate;
      readonly to: IsoDate | null;
      readonly enrolmentId: number;
      readonly reason: 'transferred' | 'promoted' | 'repeats';
    };

export interface StudentAction {
  readonly kind: 'student';
  /** Null creates. */
  readonly id: number | null;
  readonly person: PersonName & {
    readonly birthDate: IsoDate | null;
    readonly sex: Sex | null;
    readonly address: string | null;
  };
  /** The folded full name, which the matching has worked out already. */
  readonly search: string;
  readonly set: ColumnValues;
  readonly move: ClassMove | null;
}

export interface GuardianAction {
  readonly kind: 'guardian';
  /** A stored guardian, or a new one shared by the rows with the same reference. */
  readonly target: { readonly id: number } | { readonly ref: string };
  readonly person: PersonName & {
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  };
  readonly set: ColumnValues;
  readonly link: {
    /** Null creates the link, a number changes its relation. */
    readonly id: number | null;
    readonly studentId: number;
    /** Null while nobody has chosen it: such a plan is not applied. */
    readonly relation: Relation | null;
  } | null;
}

export interface TeacherAction {
  readonly kind: 'teacher';
  readonly id: number | null;
  readonly person: PersonName;
  readonly assignments: readonly { readonly subject: string; readonly className: string }[];
  readonly leads: readonly string[];
}

export type Action = StudentAction | GuardianAction | TeacherAction;

export interface Candidate {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly className: string | null;
  readonly phone: string | null;
  readonly children: readonly string[];
}

export interface PlanItem extends PlannedRow {
  readonly warnings: readonly string[];
  readonly candidates: readonly Candidate[];
  /** The word for which a person chooses who the parent is; null where nothing is asked. */
  readonly asked: RelationWord | null;
  /** Null: nothing to write. */
  readonly action: Action | null;
  /** Only of questions: what an answer does. Null creates a new person. */
  readonly resolve?: (answer: number | null) => Action;
}

export interface ImportPlan {
  readonly kind: PeopleKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly year: ImportYear;
  readonly items: readonly PlanItem[];
  readonly newClasses: readonly string[];
  readonly notInFile: number;
  /** What was chosen for words that do not tell who the parent is to the child. */
  readonly relations: RelationChoices;
  /** Last audited change seen by the preview; later ones may make the plan stale. */
  readonly seenChange: number;
}

const plain = {
  changes: [],
  code: null,
  reason: null,
  warnings: [],
  candidates: [],
  asked: null,
  action: null,
} as const;

/** A row as planned, with the usual emptiness filled in. */
export const planItem = (
  item: Pick<PlanItem, 'status' | 'where' | 'fullName' | 'details'> & Partial<PlanItem>,
): PlanItem => ({ ...plain, ...item });

export const rejectedItem = ({ where, code, message, cells }: Rejected): PlanItem =>
  planItem({
    status: 'rejected',
    where,
    fullName: cells
      .filter((text) => text !== '')
      .slice(0, 3)
      .join(' '),
    details: '',
    code,
    reason: message,
    cells,
  });

/** Everything an equal plan would repeat; a difference means the people have changed. */
export const fingerprint = (items: readonly PlanItem[]): string =>
  JSON.stringify(
    items.map((item) => [item.status, item.changes, item.action, item.candidates, item.code]),
  );

const shown = (value: string | null, show?: (value: string) => string): string | null =>
  value === null || !show ? value : show(value);

/** Collects differences between a stored row and the file. Empty cells of the file change nothing. */
export const changesBetween = (
  fields: readonly {
    readonly column: string;
    readonly title: string;
    readonly was: string | null;
    readonly becomes: string | null;
    /** Text of a value for the person; the value itself when absent. */
    readonly show?: (value: string) => string;
  }[],
): { readonly changes: readonly FieldChange[]; readonly set: ColumnValues } => {
  const differing = fields.filter(({ was, becomes }) => becomes !== null && becomes !== was);
  return {
    changes: differing.map(({ column, title, was, becomes, show }) => ({
      field: column,
      title,
      was: shown(was, show),
      becomes: shown(becomes, show),
    })),
    set: Object.fromEntries(differing.map(({ column, becomes }) => [column, becomes])),
  };
};
