import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { serviceModeHistory } from '../../domain/service-mode.ts';
import type { ModePeriod, ServiceMode } from '../../domain/service-mode.ts';
import { actsHimself } from '../../domain/statements.ts';
import { guardiansOf, personRecords } from '../people/index.ts';
import type { GuardianRef } from '../people/index.ts';
import { accessOfFamilies } from './access.ts';
import { modesOn, readFamily, toRow } from './families.ts';
import type { Family } from './families.ts';
import type { StatementRecord } from './repository.ts';

type Answer = OperationOutput<'statements.ofStudent'>;

interface Parent {
  readonly id: number;
  readonly name: string;
  readonly link: GuardianRef | null;
}

/** Linked parents first, then those who stated something and are not linked any more. */
const parentsOf = async (
  db: Knex,
  studentId: number,
  { statements }: Family,
  on: IsoDate,
): Promise<readonly Parent[]> => {
  const linked = (await guardiansOf(db, [studentId], on)).get(studentId) ?? [];
  const stated = new Set(statements.flatMap(({ guardianId }) => guardianId ?? []));
  const others = [...stated].filter((id) => !linked.some((one) => one.id === id));
  const names = await personRecords(db, 'guardian', others);
  return [
    ...linked.map((link) => ({ id: link.id, name: link.fullName, link })),
    ...others.map((id) => ({ id, name: names.get(id)?.fullName ?? '', link: null })),
  ];
};

/** A consent and a permission are the student's own word, though they name a parent. */
const isOwn = ({ guardianId, kind }: StatementRecord): boolean =>
  guardianId === null || kind === 'consent-14' || kind === 'permission-18';

const papersOf = (family: Family, isIts: (row: StatementRecord) => boolean, today: IsoDate) => ({
  statements: family.records
    .filter(isIts)
    .toSorted((a, b) => a.id - b.id)
    .map((record) => toRow(record, family, today)),
  impossible: family.replay.impossible
    .filter(({ statement }) => family.records.some((row) => row.id === statement.id && isIts(row)))
    .map(({ statement, problems }) => ({ statementId: statement.id, problems })),
});

/** Only the days up to today on which this very mode changed. */
const historyOf = (
  history: readonly ModePeriod[],
  modeOf: (period: ModePeriod) => ServiceMode,
  today: IsoDate,
): { readonly from: IsoDate | null; readonly mode: ServiceMode }[] => {
  const periods = history
    .filter(({ from }) => from === null || from <= today)
    .map((period) => ({ from: period.from, mode: modeOf(period) }));
  const isNew = (at: number): boolean => {
    const [before, now] = [periods[at - 1]?.mode, periods[at]?.mode];
    return before?.mode !== now?.mode || before?.statementId !== now?.statementId;
  };
  return periods.filter((_, at) => at === 0 || isNew(at));
};

/** The statements of a student by their authors, with the modes they give. */
export const statementsOfStudent = async (
  db: Knex,
  studentId: number,
  today: IsoDate,
): Promise<Answer> => {
  const family = await readFamily(db, studentId);
  const parents = await parentsOf(db, studentId, family, today);
  const history = serviceModeHistory(family.statements, family.applicant);
  const modes = modesOn(family, today);
  const access = (await accessOfFamilies(db, [family], today)).get(studentId);
  if (!access) throw new Error(`student ${studentId} has no access`);
  return {
    today,
    student: {
      age: family.applicant.birthDate === null ? 'unknown' : 'known',
      ofAge: actsHimself(family.applicant, today),
      mode: modes.student,
      access,
      history: historyOf(history, (period) => period.modes.student, today),
      ...papersOf(family, isOwn, today),
    },
    families: parents.map(({ id, name, link }) => ({
      guardianId: id,
      guardianName: name,
      relation: link?.relation ?? null,
      relationName: link?.relationName ?? null,
      represents: link?.represents ?? false,
      parent: modes.parent(id),
      history: historyOf(history, (period) => period.modes.parent(id), today),
      ...papersOf(family, (row) => row.guardianId === id && !isOwn(row), today),
    })),
  };
};

/** How the student and each parent are served on a day. */
export const serviceModes = async (
  db: Knex,
  studentId: number,
  on: IsoDate,
): Promise<OperationOutput<'statements.serviceMode'>> => {
  const family = await readFamily(db, studentId);
  const parents = await parentsOf(db, studentId, family, on);
  const modes = modesOn(family, on);
  return {
    student: modes.student,
    parents: parents.map(({ id, name }) => ({
      guardianId: id,
      guardianName: name,
      mode: modes.parent(id),
    })),
  };
};
