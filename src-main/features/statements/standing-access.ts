import type { Knex } from 'knex';
import type { StudentAccess } from '../../contract/statements-decisions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { isOldEnough } from '../../domain/statement-rules.ts';
import { standingOn } from '../../domain/statement-chain.ts';
import { actsHimself, standingOf } from '../../domain/statements.ts';
import type { Standing } from '../../domain/statements.ts';
import { accessOfFamilies } from './access.ts';
import { readFamilies } from './families.ts';
import type { Family } from './families.ts';

/** What stands of a family on a day as far as logins depend on it, for the feature of credentials. */

/** A refusal in force. */
export interface StandingRefusal {
  readonly statementId: number;
  /** «12/2026» */
  readonly number: string;
}

/** What one parent has stated about one child. */
export interface ParentStanding {
  readonly refusal: StandingRefusal | null;
  /** He cannot receive the service electronically; nothing forbids him a login. */
  readonly impossible: boolean;
  /** The adult student permits to inform him. */
  readonly permitted: boolean;
}

export interface FamilyAccess {
  readonly student: StudentAccess;
  /** The student acts himself: 18, and not under care. */
  readonly ofAge: boolean;
  /** The adult student's own. */
  readonly ownRefusal: StandingRefusal | null;
  /** Guardians whose refusals stand. */
  readonly refusing: readonly number[];
  /** He is old enough to consent himself (S2 §7). */
  readonly mayConsent: boolean;
  readonly parent: (guardianId: number) => ParentStanding;
}

const refusalOf = (
  { statements }: Family,
  standing: Standing,
  guardianId: number | null,
): StandingRefusal | null => {
  const { refusal } = standingOf(standing, guardianId);
  const found = statements.find(({ id }) => id === refusal?.id);
  return found ? { statementId: found.id, number: formatRegistrationNumber(found) } : null;
};

const familyAccess = (family: Family, student: StudentAccess, on: IsoDate): FamilyAccess => {
  const { applicant } = family;
  const standing = standingOn(family.replay, on);
  return {
    student,
    ofAge: actsHimself(applicant, on),
    ownRefusal: refusalOf(family, standing, null),
    refusing: [...standing.parents].flatMap(([id, party]) => (party.refusal ? [id] : [])),
    mayConsent: isOldEnough(applicant, on) && !actsHimself(applicant, on),
    parent(guardianId) {
      const party = standingOf(standing, guardianId);
      return {
        refusal: refusalOf(family, standing, guardianId),
        impossible: party.impossibility !== null,
        permitted: party.permission !== null,
      };
    },
  };
};

/** What stands on the day, for each of the students; who has stated nothing is there too. */
export const accessOfStudents = async (
  db: Knex,
  studentIds: readonly number[],
  on: IsoDate,
): Promise<ReadonlyMap<number, FamilyAccess>> => {
  const families = [...(await readFamilies(db, studentIds)).values()];
  const access = await accessOfFamilies(db, families, on);
  return new Map(
    families.flatMap((family) => {
      const student = access.get(family.studentId);
      return student ? [[family.studentId, familyAccess(family, student, on)] as const] : [];
    }),
  );
};
