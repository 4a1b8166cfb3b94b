import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import type { InputDraft } from '../../../ui/form/index.ts';

type Assignments = OperationOutput<'people.teacher'>['assignments'];
type Saved = NonNullable<InputDraft<'people.saveTeacher'>['assignments']>;

/** A subject with its classes, as the form shows it; the core keeps one row per class. */
export interface Duty {
  readonly subject: string;
  readonly classIds: readonly number[];
}

export interface SubjectClasses {
  readonly subject: string;
  readonly classes: readonly { readonly classId: number; readonly className: string }[];
}

/** Assignments by subject, in the order of the core's answer. */
export const bySubject = (rows: Assignments): readonly SubjectClasses[] =>
  [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, classes]) => ({
    subject,
    classes,
  }));

export const dutiesOf = (rows: Assignments): readonly Duty[] =>
  bySubject(rows).map(({ subject, classes }) => ({
    subject,
    classIds: classes.map(({ classId }) => classId),
  }));

const isEmpty = ({ subject, classIds }: Duty): boolean =>
  subject.trim() === '' && classIds.length === 0;

/** A subject without classes stays, with no class, so that the schema asks for one. */
const rowsOf = ({ subject, classIds }: Duty): Saved =>
  classIds.length === 0
    ? [{ subject, classId: null }]
    : classIds.map((classId) => ({ subject, classId }));

export const toAssignments = (duties: readonly Duty[]): Saved =>
  duties.filter((duty) => !isEmpty(duty)).flatMap(rowsOf);

/** Place of a duty's first row among the assignments; errors of the schema name it. */
export const firstRow = (duties: readonly Duty[], at: number): number =>
  toAssignments(duties.slice(0, at)).length;
