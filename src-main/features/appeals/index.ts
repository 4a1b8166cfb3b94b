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

/** How many appeals are neither closed nor annulled, and how many of them are past their day. */
export const openAppealCounts = async (
  db: Knex,
  today: string,
): Promise<{ readonly open: number; readonly overdue: number }> => {
  const rows: { open: number; overdue: number | null }[] = await db.raw(
    `SELECT count(*) AS open, sum(due_on < ?) AS overdue FROM appeals
     WHERE status IN ('registered', 'resource-found', 'in-preparation')`,
    [today],
  );
  return { open: rows[0]?.open ?? 0, overdue: rows[0]?.overdue ?? 0 };
};
