import type { Knex } from 'knex';
import type { CredentialOwner, CredentialRow } from '../../contract/credentials-fields.ts';
import type { Bond, Judged, OwnAccess } from '../../domain/credential-access.ts';
import {
  judgeChildsToGuardian,
  judgeGuardianOwn,
  judgeStudentOwn,
  maySee,
} from '../../domain/credential-access.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { DirectoryGuardian } from '../people/index.ts';
import { representedChildren } from '../people/index.ts';
import { accessOfStudents } from '../statements/index.ts';

/** What stands between people and credentials on a day, read once for a set of students. */
export interface Standing {
  readonly own: (studentId: number) => OwnAccess;
  readonly bond: (guardianId: number, child: Pick<Child, 'id' | 'fullName'>) => Bond;
}

type Child = CredentialRow['children'][number];

export const readStanding = async (
  db: Knex,
  studentIds: readonly number[],
  on: IsoDate,
): Promise<Standing> => {
  const families = await accessOfStudents(db, studentIds, on);
  const represented = await representedChildren(db, studentIds, on);
  const familyOf = (studentId: number) => {
    const family = families.get(studentId);
    if (!family) throw new Error(`the standing of student ${studentId} was not read`);
    return family;
  };
  return {
    own(studentId) {
      const { student: access, ownRefusal, ...family } = familyOf(studentId);
      return { ...family, studentId, access, ownRefusal: ownRefusal?.number ?? null };
    },
    bond(guardianId, { id: studentId, fullName: childName }) {
      const family = familyOf(studentId);
      const { refusal, impossible, permitted } = family.parent(guardianId);
      return {
        guardianId,
        studentId,
        childName,
        represents: represented.get(guardianId)?.includes(studentId) === true,
        ofAge: family.ofAge,
        permitted,
        refusal: refusal?.number ?? null,
        impossible,
      };
    },
  };
};

/** Somebody who comes for a credential. */
export interface Receiver {
  readonly receivedBy: CredentialOwner;
  readonly receiverId: number;
}

type Judgeable = Pick<CredentialRow, 'owner' | 'ownerId' | 'fullName' | 'className' | 'children'>;

/** May this credential be handed to this person? Whose it is was looked at before. */
export const judge = (
  row: Judgeable,
  { receivedBy, receiverId }: Receiver,
  standing: Standing,
  personalFrom: number,
): Judged => {
  if (row.owner === 'guardian')
    return judgeGuardianOwn(row.children.map((child) => standing.bond(row.ownerId, child)));
  const own = standing.own(row.ownerId);
  if (receivedBy === 'student') return judgeStudentOwn(own, row.className, personalFrom);
  const bond = standing.bond(receiverId, { id: row.ownerId, fullName: row.fullName });
  return judgeChildsToGuardian(bond, own, row.className, personalFrom);
};

/** Every student a row speaks of. */
export const studentIdsOf = ({
  owner,
  ownerId,
  children,
}: Pick<Judgeable, 'owner' | 'ownerId' | 'children'>): readonly number[] =>
  owner === 'student' ? [ownerId] : children.map(({ id }) => id);

export interface SeeingGuardian extends DirectoryGuardian {
  /** Children whose diary he may see: for whom he acts, and adults who permit it. */
  readonly seenIds: readonly number[];
}

export const seeingGuardians = async (
  db: Knex,
  guardians: readonly DirectoryGuardian[],
  on: IsoDate,
): Promise<readonly SeeingGuardian[]> => {
  const ids = guardians.flatMap(({ studentIds }) => studentIds);
  const standing = await readStanding(db, [...new Set(ids)], on);
  return guardians.map((one) => ({
    ...one,
    seenIds: one.studentIds.filter((id) => maySee(standing.bond(one.id, { id, fullName: '' }))),
  }));
};
