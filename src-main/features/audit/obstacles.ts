import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { isSealedColumn } from '../../database/audit-triggers.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { guardSheetOrder } from '../sheets/index.ts';
import type { CommandRows } from './command-rows.ts';
import { isChangedSince, usersOf } from './in-the-way.ts';
import type { AuditRecord } from './repository.ts';
import { readAudit } from './repository.ts';
import { changedSince } from './undo.ts';

type Description = OperationOutput<'audit.describe'>;

/** An undo and a redo belong to the command they take back: it is the command that is redone. */
const steps: readonly string[] = ['audit.undo', 'audit.redo'];

const permanent = ({ operation }: AuditRecord): OfficeError =>
  new OfficeError(
    'not-undoable',
    steps.includes(operation)
      ? 'Это сама отмена. Откройте в «Истории изменений» отменённое действие и верните его.'
      : 'Это действие нельзя отменить: номер или запись остаётся навсегда.',
  );

export const known = async (db: Knex, id: number): Promise<AuditRecord> => {
  const entry = await readAudit(db, id);
  if (!entry) throw new OfficeError('audit-unknown', 'Такой записи в истории нет.');
  return entry;
};

const hasSecrets = async (db: Knex, tables: readonly string[]): Promise<boolean> => {
  for (const table of tables) {
    const columns: { name: string }[] = await db.raw(`PRAGMA table_info("${table}")`);
    if (columns.some(({ name }) => isSealedColumn(name))) return true;
  }
  return false;
};

/** Secrets are never in the audit: a row brought back from it would have an empty one. */
const deletedSecrets = async (db: Knex, auditId: number): Promise<boolean> => {
  const tables: { table_name: string }[] = await db('audit_changes')
    .where({ audit_id: auditId })
    .whereNull('after')
    .distinct('table_name');
  return await hasSecrets(
    db,
    tables.map((row) => row.table_name),
  );
};

/** Whether taking the command back would erase sealed values, which no redo brings back. */
export const losesSecret = (db: Knex, tables: Description['tables']): Promise<boolean> =>
  hasSecrets(
    db,
    tables.filter(({ created }) => created > 0).map(({ table }) => table),
  );

/**
 * What forbids taking a command back before any row is looked at.
 * @throws OfficeError `audit-unknown`, `already-undone`, `not-undoable`, `secret-lost`, and what the guards of the
 *   tables say (`later-sheet-stands`)
 */
export const requireUndo = async (db: Knex, id: number): Promise<void> => {
  const entry = await known(db, id);
  if (entry.undoable === 0) throw permanent(entry);
  if (entry.undone_by !== null)
    throw new OfficeError('already-undone', 'Это действие уже отменено.');
  if (await deletedSecrets(db, id))
    throw new OfficeError(
      'secret-lost',
      'Отменить нельзя: пароли и другие тайны в истории не хранятся и стёрты этим действием. Загрузите или введите их заново.',
    );
  await guardSheetOrder(db, { auditId: id, direction: 'undo' });
};

/**
 * As `requireUndo`, for bringing a command back.
 * @returns audit id of the undo to take back
 * @throws OfficeError `not-undone`, `secret-lost`, `earlier-sheet-missing`
 */
export const requireRedo = async (db: Knex, id: number): Promise<number> => {
  const entry = await known(db, id);
  if (entry.undoable === 0) throw permanent(entry);
  if (entry.undone_by === null)
    throw new OfficeError('not-undone', 'Это действие не отменено: возвращать нечего.');
  if (await deletedSecrets(db, entry.undone_by))
    throw new OfficeError(
      'secret-lost',
      'Вернуть нельзя: пароли и другие тайны в истории не хранятся и стёрты при отмене. Загрузите или введите их заново.',
    );
  await guardSheetOrder(db, { auditId: entry.undone_by, direction: 'redo' });
  return entry.undone_by;
};

const inUse = () =>
  new OfficeError(
    'row-in-use',
    'Отменить нельзя: на добавленное этим действием ссылаются другие записи. Сначала уберите их.',
  );

const refusalOf = async (work: () => Promise<unknown>): Promise<OfficeError | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof OfficeError) return error;
    throw error;
  }
};

const told = ({ code, message }: OfficeError) => ({ code, message });

/** What an undo (or, of an undone command, a redo) would be refused for, without trying it. */
export const obstacleOf = async (
  db: Knex,
  entry: AuditRecord,
  { rows, tables }: { readonly rows: CommandRows; readonly tables: Description['tables'] },
): Promise<Pick<Description, 'obstacle' | 'usedBy'>> => {
  const { id } = entry;
  const undone = entry.undone_by !== null;
  const required = await refusalOf(() => (undone ? requireRedo(db, id) : requireUndo(db, id)));
  if (required) return { obstacle: told(required), usedBy: [] };
  if (await isChangedSince(db, rows, { id, undone, tables }))
    return { obstacle: told(changedSince(undone ? 'redo' : 'undo')), usedBy: [] };
  const usedBy = undone ? [] : await usersOf(db, rows, tables);
  return { obstacle: usedBy.length > 0 ? told(inUse()) : null, usedBy };
};
