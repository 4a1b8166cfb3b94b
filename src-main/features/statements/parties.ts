import type { Knex } from 'knex';
import type { School } from '../../contract/settings.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { sexOfRelation } from '../../domain/representation.ts';
import { declinePosition } from '../../domain/statement-header.ts';
import { classTeacherName, personRecord, studentAt } from '../people/index.ts';
import type { PersonRecord, StudentAt } from '../people/index.ts';
import { requireSchool } from '../settings/index.ts';
import { diarySystem } from './diary-system.ts';
import type { DiarySystem } from './diary-system.ts';
import { declined, declinedWithInitials, headOf } from './names.ts';
import type { Declinable, DeclinedText } from './names.ts';
import type { Guardian } from './rules.ts';

/** Everything the registers know for a form, read once for the draft and the registration. */
export interface Parties {
  readonly school: School;
  readonly system: DiarySystem;
  readonly student: StudentAt;
  readonly child: Declinable & { readonly record: PersonRecord };
  readonly parent: Declinable & { readonly record: PersonRecord };
  readonly head: Declinable;
  readonly classTeacher: string | null;
}

export interface Names {
  readonly applicantGenitive: DeclinedText;
  readonly studentGenitive: DeclinedText;
  readonly head: DeclinedText;
  readonly position: DeclinedText;
}

/** @throws OfficeError `school-not-set`, `student-unknown`, `person-unknown` */
export const readParties = async (
  db: Knex,
  studentId: number,
  guardian: Guardian,
  date: IsoDate,
): Promise<Parties> => {
  const student = await studentAt(db, studentId, date);
  const child = await personRecord(db, 'student', studentId);
  const parent = await personRecord(db, 'guardian', guardian.id);
  return {
    school: await requireSchool(db),
    system: await diarySystem(db),
    student,
    child: {
      person: { kind: 'student', id: studentId },
      name: child,
      sex: child.sex,
      record: child,
    },
    parent: {
      person: { kind: 'guardian', id: guardian.id },
      name: parent,
      sex: sexOfRelation(guardian.relation),
      record: parent,
    },
    head: await headOf(db),
    classTeacher: student.classId === null ? null : await classTeacherName(db, student.classId),
  };
};

/** Who states: of a consent the student himself (S2 §7), else the parent. */
export const applicantOf = (kind: StatementKindName, { child, parent }: Parties) =>
  kind === 'consent-14' ? child : parent;

const positionText = (position: string): DeclinedText => {
  const { text, doubtful } = declinePosition(position, 'dative');
  const reasons = doubtful ? [`Должность «${position}»: проверьте дательный падеж.`] : [];
  return { source: position, text, doubtful, reasons, overridden: false };
};

/** The four forms of the header and the text, each with its doubts (domain.md §1, §10). */
export const namesOf = async (
  db: Knex,
  kind: StatementKindName,
  parties: Parties,
): Promise<Names> => ({
  applicantGenitive: await declined(db, applicantOf(kind, parties), 'genitive'),
  studentGenitive: await declined(db, parties.child, 'genitive'),
  head: await declinedWithInitials(db, parties.head),
  position: positionText(parties.school.directorPosition),
});
