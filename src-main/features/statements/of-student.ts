import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { serviceModeHistory, serviceModeOn } from '../../domain/service-mode.ts';
import type { FamilyMode } from '../../domain/service-mode.ts';
import { guardiansOf, personRecords } from '../people/index.ts';
import type { GuardianRef } from '../people/index.ts';
import { chainOf, readStudentChains, studentMode, toRow } from './chains.ts';
import type { StudentChains } from './chains.ts';

type Family = OperationOutput<'statements.ofStudent'>['families'][number];

interface Parent {
  readonly id: number;
  readonly name: string;
  readonly link: GuardianRef | null;
}

/** Linked parents first, then those who stated something and are not linked any more. */
const parentsOf = async (
  db: Knex,
  studentId: number,
  { chains }: StudentChains,
  today: IsoDate,
): Promise<readonly Parent[]> => {
  const linked = (await guardiansOf(db, [studentId], today)).get(studentId) ?? [];
  const others = chains
    .map(({ guardianId }) => guardianId)
    .filter((id) => !linked.some((one) => one.id === id));
  const names = await personRecords(db, 'guardian', others);
  return [
    ...linked.map((link) => ({ id: link.id, name: link.fullName, link })),
    ...others.map((id) => ({ id, name: names.get(id)?.fullName ?? '', link: null })),
  ];
};

const both = ({ parent, student }: FamilyMode): FamilyMode => ({
  parent: { ...parent },
  student: { ...student },
});

const familyOf = (parent: Parent, all: StudentChains, today: IsoDate): Family => {
  const { applicant, records } = all;
  const { statements, replay } = chainOf(parent.id, records, applicant);
  const mistakes = records.filter(
    (row) => row.guardianId === parent.id && row.mistakeReason !== null,
  );
  return {
    guardianId: parent.id,
    guardianName: parent.name,
    relation: parent.link?.relation ?? null,
    ...both(serviceModeOn(statements, applicant, today)),
    history: serviceModeHistory(statements, applicant).map((period) => ({
      from: period.from,
      ...both(period),
    })),
    statements: [...statements, ...mistakes]
      .toSorted((a, b) => a.id - b.id)
      .map((record) => toRow(record, all)),
    impossible: replay.impossible.map(({ statement, problems }) => ({
      statementId: statement.id,
      problems,
    })),
  };
};

/** The chains of a student's statements, parent by parent, with the modes they give. */
export const statementsOfStudent = async (
  db: Knex,
  studentId: number,
  today: IsoDate,
): Promise<OperationOutput<'statements.ofStudent'>> => {
  const chains = await readStudentChains(db, studentId);
  const parents = await parentsOf(db, studentId, chains, today);
  return {
    today,
    student: studentMode(chains, today),
    families: parents.map((parent) => familyOf(parent, chains, today)),
  };
};

/** How the student and each parent are served on a day. */
export const serviceModes = async (
  db: Knex,
  studentId: number,
  on: IsoDate,
): Promise<OperationOutput<'statements.serviceMode'>> => {
  const chains = await readStudentChains(db, studentId);
  const parents = await parentsOf(db, studentId, chains, on);
  return {
    student: studentMode(chains, on),
    parents: parents.map(({ id, name }) => ({
      guardianId: id,
      guardianName: name,
      mode: serviceModeOn(
        chainOf(id, chains.records, chains.applicant).statements,
        chains.applicant,
        on,
      ).parent,
    })),
  };
};
