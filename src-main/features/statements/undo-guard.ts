import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { shortDate } from '../../domain/russian.ts';
import { readFamilies } from './families.ts';

/** Students whose statements the command touched. */
const studentsOf = async (db: Knex, auditId: number): Promise<readonly number[]> => {
  const rows: { id: number }[] = await db.raw(
    `SELECT DISTINCT coalesce(after, before) ->> 'student_id' AS id FROM audit_changes
     WHERE audit_id = ? AND table_name = 'statements'`,
    [auditId],
  );
  return rows.map(({ id }) => id);
};

/** Statements that could not have been made, by id, with the day each was registered. */
const impossibleOf = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const families = studentIds.length === 0 ? [] : (await readFamilies(db, studentIds)).values();
  return new Map(
    [...families].flatMap(({ replay }) =>
      replay.impossible.map(({ statement }) => [statement.id, statement.registeredOn] as const),
    ),
  );
};

/**
 * Takes a command back, or its undo, unless a later statement rests on what it changed (S2 §7): a
 * signature is not taken away from under an annulment.
 * @throws OfficeError `later-statement-rests-on-it`
 */
export const keepingStatements = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  const students = await studentsOf(trx, auditId);
  const before = await impossibleOf(trx, students);
  await step();
  const broken = [...(await impossibleOf(trx, students))].find(([id]) => !before.has(id));
  if (broken)
    throw new OfficeError(
      'later-statement-rests-on-it',
      `Так нельзя: более позднее заявление от ${shortDate(broken[1])} стало бы невозможным. Ничего не изменено. Сначала измените его.`,
    );
};
