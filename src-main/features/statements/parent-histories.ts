import type { Knex } from 'knex';
import type { IsoDate } from '../../domain/dates.ts';
import { serviceModeHistory } from '../../domain/service-mode.ts';
import type { FamilyModePeriod } from '../../domain/service-mode.ts';
import { readChains } from './chains.ts';

/** How one parent of one student was served over time. */
export interface ParentHistory {
  readonly studentId: number;
  readonly guardianId: number;
  /** In order of time, the first from `null`. */
  readonly periods: readonly FamilyModePeriod[];
}

/**
 * Modes of every parent who has made a statement (S2 §7), read once: what a register of many weeks
 * asks of many days. `servedOnPaper` answers the same for one day.
 */
export const parentHistories = async (db: Knex): Promise<readonly ParentHistory[]> =>
  [...(await readChains(db)).values()].flatMap(({ studentId, applicant, chains }) =>
    chains.map(({ guardianId, statements }) => ({
      studentId,
      guardianId,
      periods: serviceModeHistory(statements, applicant),
    })),
  );

/** The period a day lies in. */
export const parentOn = ({ periods }: ParentHistory, date: IsoDate): FamilyModePeriod | undefined =>
  periods.findLast(({ from }) => from === null || from <= date);
