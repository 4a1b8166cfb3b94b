import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { isSealedColumn } from '../../database/audit-triggers.ts';
import { guardSheetOrder } from '../sheets/index.ts';
import type { AuditRecord } from './repository.ts';
import { readAudit } from './repository.ts';

/** An undo and a redo belong to the command they take back: it is the command that is redone. */
const steps: readonly string[] = ['audit.undo', 'audit.redo'];

const permanent = ({ operation }: AuditRecord): OfficeError =>
  new OfficeError(
    'not-undoable',
    steps.includes(operation)
      ? 'Это сама отмена. Откройте в «Истории изменений» отменённое действие и верните его.'
      : 'Это действие нельзя отменить: номер или запись остаётся навсегда.',
  );

const known = async (db: Knex, id: number): Promise<AuditRecord> => {
  const entry = await readAudit(db, id);
  if (!entry) throw new OfficeError('audit-unknown', 'Такой записи в истории нет.');
  return entry;
};

/** Tables with sealed columns among those whose rows the command, or undo, deleted. */
const deletedSecrets = async (db: Knex, auditId: number): Promise<boolean> => {
  const tables: { table_name: string }[] = await db('audit_changes')
    .where({ audit_id: auditId })
    .whereNull('after')
    .distinct('table_name');
  for (const { table_name: table } of tables) {
    const columns: { name: string }[] = await db.raw(`PRAGMA table_info("${table}")`);
    if (columns.some(({ name }) => isSealedColumn(name))) return true;
  }
  return false;
};

/**
 * What forbids taking a command back before any row is looked at.
 * @throws OfficeError `audit-unknown`, `already-undone`, `not-undoable`, and what the guards of the
 *   tables say (`later-sheet-stands`)
 */
export const requireUndo = async (db: Knex, id: number): Promise<void> => {
  const entry = await known(db, id);
  if (entry.undoable === 0) throw permanent(entry);
  if (entry.undone_by !== null)
    throw new OfficeError('already-undone', 'Это действие уже отменено.');
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
  // Secrets are never in the audit: a row brought back from it would have an empty one.
  if (await deletedSecrets(db, entry.undone_by))
    throw new OfficeError(
      'secret-lost',
      'Вернуть нельзя: пароли и другие тайны в истории не хранятся и стёрты при отмене. Загрузите или введите их заново.',
    );
  await guardSheetOrder(db, { auditId: entry.undone_by, direction: 'redo' });
  return entry.undone_by;
};
