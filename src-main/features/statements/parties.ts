import type { Knex } from 'knex';
import type { School } from '../../contract/settings.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { sexOfRelation } from '../../domain/representation.ts';
import { declinePosition } from '../../domain/statement-header.ts';
import { classTeacherName, personRecord, studentAt } from '../people/index.ts';
import type { PersonRecord, StudentAt, StudentWithGuardians } from '../people/index.ts';
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
  /** Null: the adult student states for himself. */
  readonly parent:
    | (Declinable & { readonly record: PersonRecord; readonly guardian: Guardian })
    | null;
  readonly head: Declinable;
  readonly classTeacher: string | null;
}

export interface Names {
  readonly applicantGenitive: DeclinedText;
  readonly studentGenitive: DeclinedText;
  readonly head: DeclinedText;
  readonly position: DeclinedText;
}

const parentOf = async (db: Knex, guardian: Guardian): Promise<NonNullable<Parties['parent']>> => {
  const record = await personRecord(db, 'guardian', guardian.id);
  return {
    person: { kind: 'guardian', id: guardian.id },
    name: record,
    sex: sexOfRelation(guardian.relation),
    record,
    guardian,
  };
};

/** @throws OfficeError `school-not-set`, `student-unknown`, `person-unknown` */
export const readParties = async (
  db: Knex,
  studentId: number,
  guardian: Guardian | null,
  date: IsoDate,
): Promise<Parties> => {
  const student = await studentAt(db, studentId, date);
  const child = await personRecord(db, 'student', studentId);
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
    parent: guardian && (await parentOf(db, guardian)),
    head: await headOf(db),
    classTeacher: student.classId === null ? null : await classTeacherName(db, student.classId),
  };
};

/** The author with his link to the child; null: the adult student. */
export const guardianRef = (
  { guardians }: StudentWithGuardians,
  guardianId: number | null,
): Guardian | null =>
  guardianId === null
    ? null
    : {
        id: guardianId,
        relation: guardians.find(({ id }) => id === guardianId)?.relation ?? null,
      };

/** Who states: the student of a consent, a permission and when he is of age, else the parent. */
export const applicantOf = (kind: StatementKindName, { child, parent }: Parties) =>
  parent === null || kind === 'consent-14' || kind === 'permission-18' ? child : parent;

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
