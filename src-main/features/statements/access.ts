import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { StudentAccess } from '../../contract/statements-decisions.ts';
import { among, where } from '../../database/conditions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { childAccess } from '../../domain/service-mode.ts';
import type { ChildAccess } from '../../domain/service-mode.ts';
import { shortDate } from '../../domain/russian.ts';
import { standingOn } from '../../domain/statement-chain.ts';
import { actsHimself, parentRefusals } from '../../domain/statements.ts';
import { guardiansOf } from '../people/index.ts';
import type { Family } from './families.ts';
import { readFamily } from './families.ts';

/** The student's own access where the parents differ: the login waits, the school decides. */

interface Decision {
  readonly studentId: number;
  readonly decidedOn: IsoDate;
  readonly allowed: 0 | 1;
  readonly reason: string;
  /** JSON of the ids of the refusals it was decided by. */
  readonly refusals: string;
}

/** The newest decision of each student. */
const decisionsOf = async (
  db: Knex,
  studentIds: readonly number[],
): Promise<ReadonlyMap<number, Decision>> => {
  const rows: Decision[] = await db('access_decisions')
    .modify(where, among('student_id', studentIds))
    .orderBy('id')
    .select({
      studentId: 'student_id',
      decidedOn: 'decided_on',
      allowed: 'allowed',
      reason: 'reason',
      refusals: 'refusals',
    });
  return new Map(rows.map((row) => [row.studentId, row]));
};

const refusalIds = ({ replay }: Family, on: IsoDate): string =>
  JSON.stringify(parentRefusals(standingOn(replay, on)).map(({ id }) => id));

const reasons: Readonly<Record<ChildAccess, string>> = {
  open: 'Отказов нет: ученик может получить свои логин и пароль.',
  own: 'Ученик дал согласие сам: логин и пароль выдаются ему в любом классе.',
  refused:
    'Родители отказались от услуги. Логин ученику не выдаётся, пока отказ не аннулирован или ученик, достигший 14 лет, не дал согласие.',
  disputed:
    'Один родитель отказался, другой нет. Логин ученика не выдаётся, пока школа не решит; распечатки и дневник каждый родитель получает по-своему.',
};

/** Of age he decides himself, against the service too. */
const ofAge = (refuses: boolean): StudentAccess => ({
  state: 'own',
  decision: null,
  allowed: !refuses,
  reason: refuses
    ? 'Совершеннолетний ученик сам отказался от услуги: логин и пароль выдаются после аннулирования его отказа.'
    : 'Ученику есть 18 лет: логин и пароль получает он сам.',
});

const accessOf = (
  family: Family,
  representatives: readonly number[],
  decision: Decision | undefined,
  on: IsoDate,
): StudentAccess => {
  const { replay, applicant } = family;
  const standing = standingOn(replay, on);
  const state = childAccess(standing, applicant, representatives, on);
  if (state === 'own' && actsHimself(applicant, on)) return ofAge(standing.own.refusal !== null);
  const isOfThese = state === 'disputed' && decision?.refusals === refusalIds(family, on);
  const made =
    isOfThese && decision
      ? {
          allowed: decision.allowed === 1,
          decidedOn: decision.decidedOn,
          reason: decision.reason,
        }
      : null;
  const decided =
    made === null
      ? ''
      : ` Решение школы от ${shortDate(made.decidedOn)}: ${made.allowed ? 'выдать' : 'не выдавать'} (${made.reason}).`;
  return {
    state,
    decision: made,
    allowed: state === 'open' || state === 'own' || (made?.allowed ?? false),
    reason: `${reasons[state]}${decided}`,
  };
};

/** The access of each student of `families` on the day. */
export const accessOfFamilies = async (
  db: Knex,
  families: readonly Family[],
  on: IsoDate,
): Promise<ReadonlyMap<number, StudentAccess>> => {
  // Where nobody has stated anything there is nobody to differ.
  const ids = families.flatMap(({ studentId, statements }) =>
    statements.length === 0 ? [] : [studentId],
  );
  if (ids.length === 0)
    return new Map(families.map((one) => [one.studentId, accessOf(one, [], undefined, on)]));
  const decisions = await decisionsOf(db, ids);
  const guardians = await guardiansOf(db, ids, on);
  return new Map(
    families.map((family) => {
      const { studentId } = family;
      const representatives = (guardians.get(studentId) ?? [])
        .filter(({ represents }) => represents)
        .map(({ id }) => id);
      return [studentId, accessOf(family, representatives, decisions.get(studentId), on)];
    }),
  );
};

/** @throws OfficeError `access-not-disputed` */
export const decideAccess = async (
  trx: Knex,
  { studentId, allowed, reason }: { studentId: number; allowed: boolean; reason: string },
  today: IsoDate,
): Promise<void> => {
  const family = await readFamily(trx, studentId);
  const access = (await accessOfFamilies(trx, [family], today)).get(studentId);
  if (access?.state !== 'disputed')
    throw new OfficeError(
      'access-not-disputed',
      'Решать нечего: родители этого ученика сейчас не расходятся в том, нужна ли ему услуга. Обновите страницу.',
    );
  await trx('access_decisions').insert({
    student_id: studentId,
    decided_on: today,
    allowed: Number(allowed),
    reason,
    refusals: refusalIds(family, today),
  });
};
