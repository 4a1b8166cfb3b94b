/** The chain of statements in time: replay, new statements, withdrawals (S2 §7, domain.md §5). */
import type { IsoDate } from './dates.ts';
import { afterStatement, NOTHING_STANDS, statementProblems } from './statements.ts';
import type { Applicant, Problem, Standing, Statement } from './statements.ts';

/** What stands from a day on, until the next moment of the same chain. */
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
  /** Withdrawals come before the registrations of their day: a new paper may replace the old. */
  readonly withdrawal: boolean;
  readonly statement: Statement;
}

/** Withdrawn on the day of registration: it never came to work. */
const neverWorked = (statement: Statement): boolean =>
  statement.withdrawnOn === statement.registeredOn;

/** Only these end by a word of their author; see the decisions in statements.ts. */
const isWithdrawable = (statement: Statement): boolean =>
  statement.kind === 'impossibility' || statement.kind === 'consent-14';

const eventsOf = (statement: Statement): readonly Event[] => {
  const made = { on: statement.registeredOn, withdrawal: false, statement };
  if (statement.withdrawnOn === null || statement.withdrawnOn < statement.registeredOn)
    return [made];
  return [made, { on: statement.withdrawnOn, withdrawal: true, statement }];
};

const byTime = (a: Event, b: Event): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.withdrawal !== b.withdrawal) return a.withdrawal ? -1 : 1;
  return a.statement.id - b.statement.id;
};

const lateWithdrawal = (statement: Statement): Problem => {
  const refusal = statement.kind === 'refusal';
  return {
    code: refusal ? 'refusal-needs-annulment' : 'annulment-needs-refusal',
    path: 'withdrawnOn',
    message: refusal
      ? 'Отказ уже вступил в силу. Услуга возобновляется только заявлением об его аннулировании (план родительского собрания, п. 7).'
      : 'Аннулирование уже вступило в силу. Если родитель снова отказывается, нужен новый отказ (план родительского собрания, п. 7).',
  };
};

const afterWithdrawal = (standing: Standing, statement: Statement): Standing => {
  if (standing.impossibility?.id === statement.id) return { ...standing, impossibility: null };
  if (standing.consent?.id === statement.id) return { ...standing, consent: null };
  return standing;
};

/**
 * Plays the chain from its first day. A statement that could not be made (data corrected since, an
 * old database) changes nothing and is reported. Order inside a day: withdrawals, then ids.
 */
export const replayStatements = (chain: readonly Statement[], applicant: Applicant): Replay => {
  const moments: Moment[] = [];
  const impossible: StatementProblems[] = [];
  let standing = NOTHING_STANDS;
  const events = chain.filter((one) => !neverWorked(one)).flatMap(eventsOf);
  for (const { on, withdrawal, statement } of events.toSorted(byTime)) {
    if (withdrawal) {
      if (isWithdrawable(statement)) standing = afterWithdrawal(standing, statement);
      else impossible.push({ statement, problems: [lateWithdrawal(statement)] });
    } else {
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

const lastDayOf = (chain: readonly Statement[]): IsoDate | null =>
  chain
    .flatMap((one) => [one.registeredOn, ...(one.withdrawnOn === null ? [] : [one.withdrawnOn])])
    .toSorted()
    .at(-1) ?? null;

/**
 * Reasons to refuse a new statement; empty when it may be registered. It cannot stand before the
 * last day of the chain: papers are registered in the order they come.
 */
export const newStatementProblems = (
  chain: readonly Statement[],
  statement: Statement,
  applicant: Applicant,
): readonly Problem[] => {
  const last = lastDayOf(chain);
  const standing = standingOn(replayStatements(chain, applicant), statement.registeredOn);
  const early: Problem = {
    code: 'dates-out-of-order',
    path: 'registeredOn',
    message:
      'Дата регистрации раньше последней записи об этой семье. Заявления регистрируются по порядку: проверьте дату.',
  };
  const order = last !== null && statement.registeredOn < last ? [early] : [];
  return [...order, ...statementProblems(standing, statement, applicant)];
};

const restProblem = (found: StatementProblems): Problem => ({
  code: 'later-statement-rests-on-it',
  path: 'withdrawnOn',
  message: `Отозвать нельзя: на этом заявлении основано более позднее от ${found.statement.registeredOn
    .split('-')
    .toReversed()
    .join('.')}. Сначала отзовите его.`,
});

const alreadyWithdrawn: Problem = {
  code: 'already-withdrawn',
  path: 'withdrawnOn',
  message: 'Это заявление уже отозвано.',
};

const unknownStatement: Problem = {
  code: 'statement-not-found',
  path: 'id',
  message: 'Такого заявления у этой семьи нет. Обновите список.',
};

/**
 * Reasons to refuse a withdrawal: unknown or withdrawn already, dates in the wrong order, a refusal
 * or an annulment that has begun to work, a later statement that rests on this one.
 */
export const withdrawalProblems = (
  chain: readonly Statement[],
  id: number,
  on: IsoDate,
  applicant: Applicant,
): readonly Problem[] => {
  const statement = chain.find((one) => one.id === id);
  if (!statement) return [unknownStatement];
  if (statement.withdrawnOn !== null) return [alreadyWithdrawn];
  const withdrawn = { ...statement, withdrawnOn: on };
  if (on < statement.registeredOn)
    return statementProblems(NOTHING_STANDS, withdrawn, applicant).filter(
      (one) => one.code === 'withdrawn-before-registered',
    );
  if (!isWithdrawable(statement) && !neverWorked(withdrawn)) return [lateWithdrawal(statement)];
  const before = new Set(replayStatements(chain, applicant).impossible.map((x) => x.statement.id));
  const after = replayStatements(
    chain.map((one) => (one.id === id ? withdrawn : one)),
    applicant,
  );
  return after.impossible.filter((found) => !before.has(found.statement.id)).map(restProblem);
};
