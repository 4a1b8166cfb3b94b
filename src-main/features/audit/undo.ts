import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { isSealedColumn } from '../../database/audit-triggers.ts';
import type { Job } from '../context.ts';

interface Change {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly before: string | null;
  readonly after: string | null;
}

type Image = Readonly<Record<string, string | number | null>>;

const chunk = 500;

const changedSince = () =>
  new OfficeError(
    'changed-since',
    'Отменить нельзя: эти записи с тех пор изменили. Исправьте их вручную.',
  );

const sameRow = (row: Image | undefined, image: Image): boolean =>
  row !== undefined &&
  Object.keys(row).filter((name) => !isSealedColumn(name)).length === Object.keys(image).length &&
  Object.entries(image).every(([name, value]) => row[name] === value);

const takeBackOne = async (trx: Knex, change: Change): Promise<void> => {
  const table = change.table_name;
  const row: Image | undefined = await trx(table).where({ id: change.row_id }).first();
  if (change.after === null) {
    if (row !== undefined || change.before === null) throw changedSince();
    await trx(table).insert(JSON.parse(change.before));
    return;
  }
  if (!sameRow(row, JSON.parse(change.after))) throw changedSince();
  if (change.before === null) await trx(table).where({ id: change.row_id }).delete();
  else await trx(table).where({ id: change.row_id }).update(JSON.parse(change.before));
};

/**
 * Restores every row of a command to what it was, newest change first. Sealed columns are neither
 * compared nor restored: what was typed into them later stays, a row that returns has them empty.
 * @throws OfficeError `changed-since` when a later command touched the same rows; a later row that
 *   refers to one of them fails the commit with `row-in-use`. Either way nothing is changed.
 */
export const takeBack = async (trx: Knex, auditId: number, job: Job): Promise<void> => {
  // Rows are checked at the commit, so parents and children may return in any order.
  await trx.raw('PRAGMA defer_foreign_keys = ON');
  const total = Number(
    (await trx('audit_changes').where({ audit_id: auditId }).count({ n: '*' }))[0]?.['n'] ?? 0,
  );
  let below = Number.MAX_SAFE_INTEGER;
  for (let done = 0; done < total; done += chunk) {
    const changes: Change[] = await trx('audit_changes')
      .where({ audit_id: auditId })
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(chunk);
    for (const change of changes) await takeBackOne(trx, change);
    below = changes.at(-1)?.id ?? 0;
    await job.step({ stage: 'undo', done: Math.min(done + chunk, total), total });
  }
};
