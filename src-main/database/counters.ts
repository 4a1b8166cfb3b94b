import type { Knex } from 'knex';
import { fieldError } from '../contract/errors.ts';
import type { IsoDate } from '../domain/dates.ts';
import { dateParts } from '../domain/dates.ts';
import type { LetterAsked, LetterPlace, OrderProblem, Registered } from '../domain/numbering.ts';
import { letterPlace, letterProblem, nextLetter, orderProblem } from '../domain/numbering.ts';

/** Numbers of a register, given in the command's transaction: a refused registration takes none. */

type Register = 'appeals' | 'statements';

const nouns = { appeals: 'обращение', statements: 'заявление' } as const;

/** A row that was put out of the way, so that its day of the future holds nobody up. */
const voidSql = {
  appeals: "status = 'annulled'",
  statements: 'mistake_reason IS NOT NULL',
} as const;

const columns = `year, ordinal AS number, letter, registered_on AS "registeredOn"`;

/**
 * The next ordinal of a register in a calendar year: from 1, without gaps, never reused
 * (domain.md §2, §5).
 */
export const takeOrdinal = async (trx: Knex, register: Register, year: number): Promise<number> => {
  const rows: { last: number }[] = await trx.raw(
    `INSERT INTO counters (register, year, last) VALUES (?, ?, 1)
     ON CONFLICT (register, year) DO UPDATE SET last = last + 1 RETURNING last`,
    [register, year],
  );
  const [row] = rows;
  if (!row) throw new Error('the counter gave no number');
  return row.last;
};

const firstRow = async (
  db: Knex,
  sql: string,
  bindings: readonly (string | number)[],
): Promise<Registered | null> => {
  const rows: Registered[] = await db.raw(`${sql} LIMIT 1`, [...bindings]);
  return rows[0] ?? null;
};

/** The rows a letter after the number stands between. */
const around = async (
  db: Knex,
  register: Register,
  { on, after }: { readonly on: IsoDate; readonly after: number },
): Promise<LetterAsked> => {
  const { year } = dateParts(on);
  const row = (ordinal: number): Promise<Registered | null> =>
    firstRow(
      db,
      `SELECT ${columns} FROM ${register} WHERE year = ? AND ordinal = ? ORDER BY letter DESC`,
      [year, ordinal],
    );
  const next = await firstRow(
    db,
    `SELECT ${columns} FROM ${register} WHERE year = ? AND ordinal = ? AND letter IS NULL`,
    [year, after + 1],
  );
  return { noun: nouns[register], on, year, after, tail: await row(after), next };
};

/** The number a paper of the day was forgotten after: the latest one that is no later. */
const placeOn = async (db: Knex, register: Register, on: IsoDate): Promise<LetterPlace | null> => {
  const before = await firstRow(
    db,
    `SELECT ${columns} FROM ${register} WHERE year = ? AND letter IS NULL AND registered_on <= ?
      AND ordinal < (SELECT max(ordinal) FROM ${register} WHERE year = ?) ORDER BY ordinal DESC`,
    [dateParts(on).year, on, dateParts(on).year],
  );
  return before && letterPlace(await around(db, register, { on, after: Number(before.number) }));
};

export interface Numbering {
  /** Why the next number cannot be given on the day. */
  readonly problem: OrderProblem | null;
  /** Where a letter number would stand then. */
  readonly place: LetterPlace | null;
}

/** Whether the next number may be given on the day, and the letter number that may be instead. */
export const numberingOn = async (
  db: Knex,
  register: Register,
  { on, today }: { readonly on: IsoDate; readonly today: IsoDate },
): Promise<Numbering> => {
  const counts = `NOT (registered_on > ? AND ${voidSql[register]})`;
  const last = await firstRow(
    db,
    `SELECT ${columns} FROM ${register} WHERE year = ? AND ${counts} ORDER BY ordinal DESC, letter DESC`,
    [dateParts(on).year, today],
  );
  const newest = await firstRow(
    db,
    `SELECT ${columns} FROM ${register} WHERE ${counts} ORDER BY registered_on DESC, id DESC`,
    [today],
  );
  const order = { noun: nouns[register], on, today, last, newest };
  if (orderProblem({ ...order, place: null }) === null) return { problem: null, place: null };
  const place = await placeOn(db, register, on);
  return { problem: orderProblem({ ...order, place }), place };
};

export interface NumberAsked {
  /** Day of registration. */
  readonly on: IsoDate;
  readonly today: IsoDate;
  /** Null = the next number; else the number a letter is asked for. */
  readonly letterAfter: number | null;
  readonly letterReason: string | null;
}

export interface GivenNumber {
  readonly year: number;
  readonly ordinal: number;
  readonly letter: string | null;
}

const refused = (path: string, message: string): Error =>
  fieldError('registration-letter-refused', path, message);

const takeLetter = async (
  trx: Knex,
  register: Register,
  { on, letterAfter: after, letterReason }: NumberAsked & { readonly letterAfter: number },
): Promise<GivenNumber> => {
  if (letterReason === null)
    throw refused('letterReason', 'Укажите, почему номер с литерой: причина печатается в журнале.');
  const asked = await around(trx, register, { on, after });
  const problem = letterProblem(asked);
  if (problem) throw refused(problem.field, problem.message);
  return { year: asked.year, ordinal: after, letter: nextLetter(asked.tail?.letter ?? null) };
};

/**
 * Gives the number of a registration: the next one, in the order of registration, or a letter
 * number, which leaves the counter alone (domain.md §2, §5).
 * @throws OfficeError `registration-out-of-order`, `registration-clock-back`,
 *   `registration-letter-refused`
 */
export const takeNumber = async (
  trx: Knex,
  register: Register,
  asked: NumberAsked,
): Promise<GivenNumber> => {
  const { on, letterAfter, letterReason } = asked;
  if (letterAfter !== null) return takeLetter(trx, register, { ...asked, letterAfter });
  if (letterReason !== null)
    throw refused('letterAfter', 'Причина указана, а номер, к которому даётся литера, нет.');
  const { problem } = await numberingOn(trx, register, asked);
  if (problem) throw fieldError(problem.code, 'registeredOn', problem.message);
  const { year } = dateParts(on);
  return { year, ordinal: await takeOrdinal(trx, register, year), letter: null };
};
