import type { Knex } from 'knex';
import type { CredentialOwner } from '../../contract/credentials-fields.ts';
import type { Candidate, Match } from '../../domain/credential-matching.ts';
import { DOUBT_TEXTS, guardianFinder, studentFinder } from '../../domain/credential-matching.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { RecognisedCredential } from '../../spreadsheets/credentials/recognised.ts';
import type { DirectoryStudent } from '../people/index.ts';
import { guardianDirectory, studentDirectory } from '../people/index.ts';
import type { SeeingGuardian } from './standing.ts';
import { seeingGuardians } from './standing.ts';

/** Whose each row of the file is; read once per plan. */
export interface People {
  readonly students: ReadonlyMap<number, DirectoryStudent>;
  readonly guardians: ReadonlyMap<number, SeeingGuardian>;
  readonly find: (row: RecognisedCredential) => Match;
}

export const readPeople = async (db: Knex, date: IsoDate): Promise<People> => {
  const students = await studentDirectory(db, date);
  const guardians = await seeingGuardians(db, await guardianDirectory(db, date), date);
  const findStudent = studentFinder(students);
  const findGuardian = guardianFinder(guardians, students);
  return {
    students: new Map(students.map((one) => [one.id, one])),
    guardians: new Map(guardians.map((one) => [one.id, one])),
    find: (row) => (row.role === 'student' ? findStudent(row) : findGuardian(row)),
  };
};

/** A candidate as the person who answers sees it. */
export interface ShownCandidate {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly className: string | null;
  readonly phone: string | null;
  readonly children: readonly string[];
  readonly doubts: readonly string[];
}

const withClass = ({ fullName, className }: DirectoryStudent): string =>
  className === null ? fullName : `${fullName}, ${className}`;

export const shownCandidate = (
  people: People,
  owner: CredentialOwner,
  { personId, doubts }: Candidate,
): ShownCandidate => {
  const student = owner === 'student' ? people.students.get(personId) : undefined;
  const guardian = owner === 'guardian' ? people.guardians.get(personId) : undefined;
  return {
    id: personId,
    fullName: student?.fullName ?? guardian?.fullName ?? '',
    birthDate: student?.birthDate ?? null,
    className: student?.className ?? null,
    phone: guardian?.phone ?? null,
    children: (guardian?.studentIds ?? []).flatMap((id) => {
      const child = people.students.get(id);
      return child ? [withClass(child)] : [];
    }),
    doubts: doubts.map((doubt) => DOUBT_TEXTS[doubt]),
  };
};

/** The person of a row and the children a guardian's credential shows. */
export interface Decided {
  readonly personId: number;
  readonly studentIds: readonly number[];
  /** Nobody here is a child whose diary he may see: he is given nothing. */
  readonly actsForNobody: boolean;
}

/** Children of a decided guardian: the one of the row, or all his when the row names none. */
export const decidedPerson = (
  people: People,
  row: RecognisedCredential,
  personId: number,
  studentId: number | null,
): Decided => {
  if (row.role === 'student') return { personId, studentIds: [], actsForNobody: false };
  const all = people.guardians.get(personId)?.seenIds ?? [];
  const studentIds = studentId === null ? all : all.filter((id) => id === studentId);
  return { personId, studentIds, actsForNobody: studentIds.length === 0 };
};

export const isKnownPerson = (people: People, owner: CredentialOwner, id: number): boolean =>
  owner === 'student' ? people.students.has(id) : people.guardians.has(id);

/** The only candidate of a row that differs by ё/е, hyphens or the order of words alone. */
export const spellingCandidate = ({ status, candidates }: Match): Candidate | null => {
  const [only] = candidates;
  return status === 'doubtful' &&
    candidates.length === 1 &&
    only?.doubts.length === 1 &&
    only.doubts[0] === 'spelling'
    ? only
    : null;
};
