import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { shortDate } from '../../domain/russian.ts';

interface Early {
  readonly key: string;
  readonly on: IsoDate;
  readonly year: number;
  readonly number: string;
  readonly date: IsoDate;
}

/** Hours and given resources before the day of their appeal, of the rows the command touched. */
const earlyRows = (db: Knex, auditId: number): Promise<readonly Early[]> =>
  db.raw(
    `WITH touched AS (SELECT table_name, row_id FROM audit_changes WHERE audit_id = ?),
      done AS (
        SELECT 'work_entries' AS table_name, id, appeal_id, worked_on AS day FROM work_entries
        UNION ALL SELECT 'appeal_resources', id, appeal_id, given_on FROM appeal_resources)
     SELECT d.table_name || d.id AS key, d.day AS "on", a.year, a.number, a.dated AS date
     FROM done d JOIN appeals a ON a.id = d.appeal_id AND d.day < a.dated
     WHERE a.id IN (SELECT row_id FROM touched WHERE table_name = 'appeals')
       OR d.id IN (SELECT row_id FROM touched WHERE table_name = d.table_name)
     ORDER BY d.day`,
    [auditId],
  );

/**
 * Takes a command back, or its undo, unless work would then stand before the day of its appeal
 * (domain.md §2).
 * @throws OfficeError `work-before-appeal`
 */
export const keepingAppealDays = async (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> => {
  const before = new Set((await earlyRows(trx, auditId)).map(({ key }) => key));
  await step();
  const [early] = (await earlyRows(trx, auditId)).filter(({ key }) => !before.has(key));
  if (!early) return;
  throw new OfficeError(
    'work-before-appeal',
    `Так нельзя: работа ${shortDate(early.on)} окажется раньше обращения № ${formatRegistrationNumber(early)} от ${shortDate(early.date)}. Ничего не изменено. Сначала исправьте эту работу.`,
  );
};
