import type { Knex } from 'knex';
import type { appealHistoryEntry } from '../../contract/appeals-history.ts';
import type { AppealCard, AppealStatus } from '../../contract/appeals.ts';
import type { ValueOf } from '../../contract/fields.ts';
import { isOpenAppeal } from '../../domain/appeals.ts';
import { absencesOfStudent } from '../absences/index.ts';
import { resourcesOfAppeal, workOfAppeal } from '../resources/index.ts';
import { correctionsOf } from './correction-rows.ts';
import { readSettings } from '../settings/index.ts';
import { appealsById, qualificationsOf } from './counted.ts';
import { toAppealRow } from './repository.ts';
import { requireAppeal } from './steps.ts';

/** Everything about one appeal. */

type HistoryEntry = ValueOf<typeof appealHistoryEntry>;
type Scalar = string | number | null;
type Image = Readonly<Record<string, Scalar>>;

interface ChangeRecord {
  readonly auditId: number;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly tableName: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Columns no person needs to see changing. */
const hidden = new Set(['id', 'search']);

const differences = ({ before, after }: ChangeRecord): HistoryEntry['changes'] => {
  if (before === null || after === null) return [];
  const was = JSON.parse(before) as Image;
  const is = JSON.parse(after) as Image;
  return Object.keys(is)
    .filter((column) => !hidden.has(column) && was[column] !== is[column])
    .map((column) => ({ column, before: was[column] ?? null, after: is[column] ?? null }));
};

/** Row ids of a table that belong to the appeal now. */
const rowsOf = (table: string): string =>
  `SELECT '${table}' AS table_name, id AS row_id FROM ${table} WHERE appeal_id = ?`;

const historyOf = async (db: Knex, id: number): Promise<readonly HistoryEntry[]> => {
  const records: ChangeRecord[] = await db.raw(
    `WITH own AS (
       SELECT 'appeals' AS table_name, ? AS row_id
       UNION ALL ${rowsOf('appeal_resources')} UNION ALL ${rowsOf('work_entries')})
     SELECT a.id AS auditId, a.at, a.actor, a.operation, c.table_name AS tableName, c.before, c.after
     FROM own JOIN audit_changes c ON c.table_name = own.table_name AND c.row_id = own.row_id
     JOIN audit a ON a.id = c.audit_id ORDER BY c.id`,
    [id, id, id],
  );
  const entries = new Map<number, HistoryEntry>();
  for (const record of records) {
    const { auditId, at, actor, operation } = record;
    const known = entries.get(auditId);
    const changes = record.tableName === 'appeals' ? differences(record) : [];
    entries.set(auditId, {
      auditId,
      at,
      actor,
      operation,
      changes: [...(known?.changes ?? []), ...changes],
    });
  }
  return [...entries.values()].toSorted((a, b) => b.auditId - a.auditId);
};

const allowedIn = (status: AppealStatus, portalCheckedOn: string | null): AppealCard['allowed'] => {
  const open = isOpenAppeal(status);
  return {
    edit: open,
    correct: status !== 'annulled',
    recordPortalCheck: open,
    assignPreparer: open,
    linkResource: open,
    setPrepared: status !== 'annulled',
    addWork: status !== 'annulled',
    close: open && (status !== 'registered' || portalCheckedOn !== null),
    reopen: status === 'closed',
    annul: open,
  };
};

/** @throws OfficeError `appeal-unknown` */
export const appealCard = async (db: Knex, id: number, today: string): Promise<AppealCard> => {
  const record = await requireAppeal(db, id);
  const { twoWeekRule: rule } = await readSettings(db);
  const appeals = await appealsById(db, [id]);
  const counting = (await qualificationsOf(db, appeals, { rule, today })).get(id);
  if (!counting) throw new Error('an appeal was not judged');
  return {
    appeal: toAppealRow(record, today),
    corrections: (await correctionsOf(db, [id])).get(id) ?? [],
    resources: await resourcesOfAppeal(db, id),
    counting,
    workEntries: await workOfAppeal(db, id),
    absences: await absencesOfStudent(db, record.studentId, today),
    history: await historyOf(db, id),
    allowed: allowedIn(record.status, record.portalCheckedOn),
  };
};
