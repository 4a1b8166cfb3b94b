import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { DoubtRow, StatementDoubt } from '../../contract/statements-decisions.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { standingOn } from '../../domain/statement-chain.ts';
import { signatureProblems } from '../../domain/statement-changes.ts';
import { actsHimself, inForceFrom, parentRefusals } from '../../domain/statements.ts';
import type { Asked } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byText, byTime, inTurn, is, pageInMemory } from '../lists/index.ts';
import { guardiansOf, studentsByIdAt } from '../people/index.ts';
import type { GuardianRef } from '../people/index.ts';
import { accessOfFamilies } from './access.ts';
import { findStatement, mayAct, requireReal } from './changes.ts';
import { readFamilies, stateOf } from './families.ts';
import type { Family } from './families.ts';
import { changeStatement } from './repository.ts';
import type { StatementRecord } from './repository.ts';
import { refuse } from './rules.ts';

/** What a person has to decide about statements: nothing is changed by itself (domain.md §5). */

interface Doubt {
  readonly doubt: StatementDoubt;
  readonly text: string;
}

const carriedOver = (row: StatementRecord, family: Family, today: IsoDate): readonly Doubt[] => {
  if (row.settledOn !== null || row.inForceFrom === null) return [];
  const from = shortDate(row.inForceFrom);
  const byAge: readonly Doubt[] =
    row.outlastsMajority && actsHimself(family.applicant, today)
      ? [
          {
            doubt: 'student-of-age',
            text: 'Ученику есть 18 лет. Прежняя версия программы продолжала применять это заявление. Оставьте его, если опека продолжается или ученик согласен, либо прекратите: тогда ученик действует сам.',
          },
        ]
      : [];
  if (row.signedOn === null)
    return [
      {
        doubt: 'worked-unsigned',
        text: `Действует с ${from}, хотя подпись не отмечена: так считала прежняя версия. Отметьте подпись, подтвердите или решите, что заявление ждёт подписи.`,
      },
      ...byAge,
    ];
  if (row.signedOn > row.inForceFrom)
    return [
      {
        doubt: 'worked-before-signature',
        text: `Действует с ${from}, а подписано ${shortDate(row.signedOn)}: так считала прежняя версия. Подтвердите или решите, что заявление действует со дня подписи.`,
      },
      ...byAge,
    ];
  return byAge;
};

const waits = (row: StatementRecord): readonly Doubt[] =>
  row.inForceFrom === null
    ? [
        {
          doubt: 'waits',
          text: `Зарегистрировано ${shortDate(row.registeredOn)}, подпись не отмечена. До подписи не действует: семья обслуживается как прежде.`,
        },
      ]
    : [];

const ofAuthor = (
  { guardianId, kind }: StatementRecord,
  guardians: readonly GuardianRef[],
): readonly Doubt[] => {
  if (guardianId === null || kind === 'consent-14' || kind === 'permission-18') return [];
  if (guardians.some((one) => one.id === guardianId && mayAct(one))) return [];
  return [
    {
      doubt: 'not-representative',
      text: 'Заявление подал человек, который сейчас не записан представителем ребёнка. Исправьте связь в карточке ученика или отметьте, что заявление прекращено.',
    },
  ];
};

/** Taken once, it does not work by what the registers say since: a birth date was put right. */
const impossible = (row: StatementRecord, { replay }: Family): readonly Doubt[] =>
  replay.impossible
    // Of one that a person has settled by the rule this is what he decided.
    .filter(({ statement }) => statement.id === row.id && row.settledOn === null)
    .map(({ problems }) => ({
      doubt: 'impossible',
      text: `Не действует: по сегодняшним данным его нельзя было принять. ${problems
        .map(({ message }) => message)
        .join(' ')} Исправьте данные или отметьте заявление ошибочным.`,
    }));

/** What is to be decided about one statement; empty of one that works no more. */
export const doubtsOf = (
  row: StatementRecord,
  family: Family,
  guardians: readonly GuardianRef[],
  today: IsoDate,
): readonly Doubt[] => {
  const state = stateOf(row, family, today);
  if (state === 'waiting') return waits(row);
  if (state === 'ended') return impossible(row, family);
  if (state !== 'standing') return [];
  const adult = actsHimself(family.applicant, today);
  return [...carriedOver(row, family, today), ...(adult ? [] : ofAuthor(row, guardians))];
};

const disputeOf = (family: Family, today: IsoDate): IsoDate =>
  parentRefusals(standingOn(family.replay, today)).at(-1)?.inForceFrom ?? today;

const allDoubts = async (db: Knex, today: IsoDate): Promise<readonly DoubtRow[]> => {
  const families = [...(await readFamilies(db)).values()];
  const ids = families.map(({ studentId }) => studentId);
  const guardians = await guardiansOf(db, ids, today);
  const students = await studentsByIdAt(db, ids, today);
  const access = await accessOfFamilies(db, families, today);
  return families.flatMap((family): DoubtRow[] => {
    const { studentId } = family;
    const student = students.get(studentId);
    const of = {
      studentId,
      studentName: student?.fullName ?? '',
      className: student?.className ?? null,
    };
    const rows = family.statements.flatMap((row) =>
      doubtsOf(row, family, guardians.get(studentId) ?? [], today).map((doubt) => ({
        ...of,
        ...doubt,
        statementId: row.id,
        guardianName: row.guardianName,
        since: row.inForceFrom ?? row.registeredOn,
      })),
    );
    const own = access.get(studentId);
    // Who has left the school asks for no login.
    const disputed = own?.state === 'disputed' && own.decision === null && student?.isEnrolled;
    if (!disputed) return rows;
    const since = disputeOf(family, today);
    const text = own.reason;
    return [
      ...rows,
      { ...of, doubt: 'access-disputed', text, statementId: null, guardianName: null, since },
    ];
  });
};

const list: MemoryListOf<'statements.listDoubts', DoubtRow> = {
  search: ({ studentName, guardianName, className }) =>
    `${studentName} ${guardianName ?? ''} ${className ?? ''}`,
  filters: {
    doubt: is(({ doubt }) => doubt),
    studentId: is(({ studentId }) => studentId),
    className: is(({ className }) => className),
  },
  columns: {
    studentName: byText(({ studentName }) => studentName),
    className: byClass(({ className }) => className),
    since: byTime(({ since }) => since),
  },
  usual: { column: 'since', descending: false },
  ties: inTurn(
    byText(({ studentName }) => studentName),
    byNumber(({ statementId }) => statementId ?? 0),
  ),
};

/** A page of what waits for a decision. */
export const doubtsPage = async (
  db: Knex,
  question: Asked<'statements.listDoubts'>,
  today: IsoDate,
): Promise<Page<DoubtRow>> => pageInMemory(await allDoubts(db, today), question, list);

/** How many things wait for a decision, for the home page. */
export const countDoubts = async (db: Knex, today: IsoDate): Promise<number> =>
  (await allDoubts(db, today)).length;

/**
 * Decides about a statement that an earlier version let work otherwise.
 * @throws OfficeError `statement-no-doubt`, `statement-mistake`, `later-statement-rests-on-it`
 */
export const settleStatement = async (
  trx: Knex,
  { id, meaning }: Pick<Asked<'statements.settle'>, 'id' | 'meaning'>,
  today: IsoDate,
): Promise<void> => {
  const { record, family } = await findStatement(trx, id);
  requireReal(record);
  if (carriedOver(record, family, today).length === 0) {
    // It works by the rule already.
    if (meaning === 'by-rule') return;
    throw new OfficeError(
      'statement-no-doubt',
      'Решать нечего: это заявление действует по правилам. Обновите список.',
    );
  }
  if (meaning === 'as-before') return changeStatement(trx, id, { settledOn: today });
  const from = inForceFrom(record.registeredOn, record.signedOn);
  refuse(signatureProblems(family.statements, id, from, family.applicant));
  await changeStatement(trx, id, {
    inForceFrom: from,
    outlastsMajority: false,
    settledOn: today,
  });
};
