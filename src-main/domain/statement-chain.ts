/** The statements of a family in time: replay, new statements, withdrawals (S2 §7, domain.md §5). */
import type { IsoDate } from './dates.ts';
import { shortDate } from './russian.ts';
import { statementProblems } from './statement-rules.ts';
import type { Problem } from './statement-rules.ts';
import {
  afterMajority,
  afterStatement,
  afterWithdrawal,
  majorityDay,
  NOTHING_STANDS,
} from './statements.ts';
import type { Applicant, Standing, Statement } from './statements.ts';

/** What stands from a day on, until the next moment. */
export interface Moment {
  readonly from: IsoDate;
  readonly standing: Standing;
}

export interface StatementProblems {
  readonly statement: Statement;
  readonly problems: readonly Problem[];
}

export interface Replay {
  /** In order of time; several moments may share a day, then the last one counts. */
  readonly moments: readonly Moment[];
  /** Statements that could not be made and therefore changed nothing. */
  readonly impossible: readonly StatementProblems[];
}

interface Event {
  readonly on: IsoDate;
  /** Inside a day: majority, withdrawals (a new paper may replace the old), then papers. */
  readonly order: 'majority' | 'withdrawal' | 'paper';
  readonly statement: Statement | null;
}

const orders: readonly Event['order'][] = ['majority', 'withdrawal', 'paper'];

/** Withdrawn by the day it came into force, or while it waited: it never came to work. */
export const neverWorked = ({ inForceFrom, withdrawnOn }: Statement): boolean =>
  inForceFrom === null || (withdrawnOn !== null && withdrawnOn <= inForceFrom);

/** Only these end by a word of their author; see the decisions in statements.ts. */
export const isWithdrawable = ({ kind }: Statement): boolean =>
  kind === 'impossibility' || kind === 'consent-14' || kind === 'permission-18';

const eventsOf = (statement: Statement): readonly Event[] => {
  const { inForceFrom, withdrawnOn } = statement;
  if (inForceFrom === null) return [];
  return [
    { on: inForceFrom, order: 'paper', statement },
    ...(withdrawnOn === null ? [] : [{ on: withdrawnOn, order: 'withdrawal', statement } as const]),
  ];
};

const majorityOf = (applicant: Applicant): readonly Event[] => {
  const on = majorityDay(applicant);
  return on === null ? [] : [{ on, order: 'majority', statement: null }];
};

/** Papers of one day: in the order of their numbers, a forgotten one («13а») where its number stands. */
const byNumber = (a: Statement, b: Statement): number => {
  if (a.number === undefined || b.number === undefined) return a.id - b.id;
  if (a.year !== b.year) return (a.year ?? 0) - (b.year ?? 0);
  if (a.number !== b.number) return a.number - b.number;
  return (a.letter ?? '').localeCompare(b.letter ?? '', 'ru') || a.id - b.id;
};

const byTime = (a: Event, b: Event): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.order !== b.order) return orders.indexOf(a.order) - orders.indexOf(b.order);
  return a.statement && b.statement ? byNumber(a.statement, b.statement) : 0;
};

/**
 * Plays the statements of one student's family from the first day. A statement that could not be
 * made (data corrected since, an old database) changes nothing and is reported.
 */
export const replayStatements = (family: readonly Statement[], applicant: Applicant): Replay => {
  const moments: Moment[] = [];
  const impossible: StatementProblems[] = [];
  let standing = NOTHING_STANDS;
  const events = [
    ...majorityOf(applicant),
    ...family.filter((one) => !neverWorked(one)).flatMap(eventsOf),
  ];
  for (const { on, order, statement } of events.toSorted(byTime)) {
    if (statement === null) standing = afterMajority(standing, applicant);
    else if (order === 'withdrawal') standing = afterWithdrawal(standing, statement);
    else {
      const problems = statementProblems(standing, statement, applicant);
      if (problems.length > 0) {
        impossible.push({ statement, problems });
        continue;
      }
      standing = afterStatement(standing, statement);
    }
    moments.push({ from: on, standing });
  }
  return { moments, impossible };
};

/** What stands on a day. */
export const standingOn = (replay: Replay, date: IsoDate): Standing =>
  replay.moments.findLast((moment) => moment.from <= date)?.standing ?? NOTHING_STANDS;

const daysOf = ({ registeredOn, inForceFrom, withdrawnOn }: Statement): readonly IsoDate[] =>
  [registeredOn, inForceFrom, withdrawnOn].filter((day) => day !== null);

const lastDayOf = (family: readonly Statement[]): IsoDate | null =>
  family.flatMap(daysOf).toSorted().at(-1) ?? null;

const isWaiting = ({ inForceFrom, withdrawnOn }: Statement): boolean =>
  inForceFrom === null && withdrawnOn === null;

const sameWaits = (family: readonly Statement[], statement: Statement): readonly Problem[] => {
  const waiting = family.find(
    (one) =>
      isWaiting(one) && one.kind === statement.kind && one.guardianId === statement.guardianId,
  );
  if (!waiting) return [];
  return [
    {
      code: 'same-waits',
      path: 'kind',
      message: `Такое же заявление от ${shortDate(waiting.date)} уже зарегистрировано и ждёт подписи. Отметьте в нём подпись, исправьте его или отметьте его ошибочным.`,
    },
  ];
};

/**
 * Reasons to refuse a new statement; empty when it may be registered. It cannot stand before the
 * last day of the family's papers: they are registered in the order they come.
 */
export const newStatementProblems = (
  family: readonly Statement[],
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const last = lastDayOf(family);
  const day = statement.inForceFrom ?? statement.registeredOn;
  const standing = standingOn(replayStatements(family, applicant), day);
  const early: Problem = {
    code: 'dates-out-of-order',
    path: 'registeredOn',
    message:
      'Дата регистрации раньше последней записи об этой семье. Заявления регистрируются по порядку: проверьте дату.',
  };
  const order = last !== null && statement.registeredOn < last ? [early] : [];
  return [
    ...order,
    ...sameWaits(family, statement),
    ...statementProblems(standing, statement, applicant),
  ];
};

const idsOf = (found: readonly StatementProblems[]): ReadonlySet<number> =>
  new Set(found.map(({ statement }) => statement.id));

/** Statements that become impossible when `changed` stands instead of `family`. */
export const brokenBy = (
  family: readonly Statement[],
  changed: readonly Statement[],
  applicant: Applicant,
): readonly StatementProblems[] => {
  const before = idsOf(replayStatements(family, applicant).impossible);
  return replayStatements(changed, applicant).impossible.filter(
    ({ statement }) => !before.has(statement.id),
  );
};

/**
 * The same for a paper that was forgotten and stands, by its letter number, before later ones of the
 * family: they must still be possible with it.
 */
export const forgottenStatementProblems = (
  family: readonly Statement[],
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const broken = brokenBy(family, [...family, statement], applicant);
  // In force it is judged where its number stands, papers of the same day behind it.
  const own =
    statement.inForceFrom === null
      ? statementProblems(
          standingOn(replayStatements(family, applicant), statement.registeredOn),
          statement,
          applicant,
        )
      : (broken.find((found) => found.statement.id === statement.id)?.problems ?? []);
  const later = broken
    .filter((found) => found.statement.id !== statement.id)
    .map((found): Problem => ({
      code: 'later-statement-rests-on-it',
      path: 'registeredOn',
      message: `С этим заявлением более позднее от ${shortDate(found.statement.registeredOn)} стало бы невозможным. Проверьте дни и номер с литерой.`,
    }));
  return [...sameWaits(family, statement), ...own, ...later];
};
