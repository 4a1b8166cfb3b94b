import type { Knex } from 'knex';
import type { AppealRow } from '../../contract/appeals.ts';
import { appealsIn, toAppealRow } from './repository.ts';

/** What other features read of appeals. */

export { keepingAppealDays } from './undo-guard.ts';

/**
 * Appeals whose day lies in the period, by number; annulled ones are left out of «количество
 * зарегистрированных обращений» (S1 Приложение 2). `today` decides which are overdue.
 */
export const appealsRegistered = async (
  db: Knex,
  from: string,
  to: string,
  today = to,
): Promise<readonly AppealRow[]> =>
  (await appealsIn(db, { from, to }, 'dated'))
    .filter(({ status }) => status !== 'annulled')
    .map((record) => toAppealRow(record, today));
