import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import { appealsRegisteredIn, toAppealRow } from './repository.ts';

/** What other features read of appeals. */

/**
 * Appeals registered in the period, by number; annulled ones are left out of «количество
 * зарегистрированных обращений» (S1 Приложение 2). `today` decides which are overdue.
 */
export const appealsRegistered = async (
  db: Knex,
  from: string,
  to: string,
  today = to,
): Promise<readonly AppealRow[]> =>
  (await appealsRegisteredIn(db, from, to))
    .filter(({ status }) => status !== 'annulled')
    .map((record) => toAppealRow(record, today));
