import type { Knex } from 'knex';
import { among, where } from '../../database/conditions.ts';
import type { SheetRecord } from './repository.ts';
import { isVoid } from './repository.ts';

/** Copies of printed sheets are numbered, and the number stands on the paper (domain.md §6). */

type Printed = Pick<SheetRecord, 'id' | 'number' | 'printedOn' | 'copies'>;

/** A copy made ready, of a sheet printed before. */
export interface CopyOf {
  readonly id: number;
  /** Number and day of that sheet. */
  readonly number: number;
  readonly printedOn: string;
  /** The number of this copy. */
  readonly copy: number;
  /** Copies counted when it was made ready. */
  readonly before: number;
}

/** Numbers copies of one run: a sheet that two parents share may be copied for both. */
export const copyNumbers = (): ((print: Printed) => CopyOf) => {
  const last = new Map<number, number>();
  return ({ id, number, printedOn, copies: before }) => {
    const copy = (last.get(id) ?? before) + 1;
    last.set(id, copy);
    return { id, number, printedOn, copy, before };
  };
};

/** Whether the number on the paper is still the next one, and the sheet still stands. */
export const isStillNext = (
  { before }: CopyOf,
  now: Pick<SheetRecord, 'copies' | 'replacedById'> | undefined,
): boolean => now !== undefined && !isVoid(now) && now.copies === before;

/** Counts the copies that were printed. */
export const countCopies = async (trx: Knex, copies: readonly CopyOf[]): Promise<void> => {
  const bySheet = [...Map.groupBy(copies, ({ id }) => id)];
  for (const [count, sheets] of Map.groupBy(bySheet, ([, own]) => own.length)) {
    const ids = sheets.map(([id]) => id);
    await trx('sheets').modify(where, among('id', ids)).increment('copies', count);
  }
};
