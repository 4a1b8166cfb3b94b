import { OfficeError } from '../../contract/errors.ts';
import type { FeatureHandlers } from '../context.ts';
import { auditPage, changesOf, markUndone, readAudit } from './repository.ts';
import { takeBack } from './undo.ts';

/** Rows of one audit entry shown at most; an import may hold tens of thousands. */
const shownChanges = 200;

export const auditHandlers: FeatureHandlers<'audit'> = {
  'audit.list': (input, { db }) => auditPage(db, input),
  'audit.changes': async ({ id }, { db }) => changesOf(db, id, shownChanges),
  async 'audit.undo'({ id }, { db, auditId, job }) {
    const entry = await readAudit(db, id);
    if (!entry) throw new OfficeError('audit-unknown', 'Такой записи в истории нет.');
    if (entry.undone_by !== null)
      throw new OfficeError('already-undone', 'Это действие уже отменено.');
    if (entry.undoable === 0)
      throw new OfficeError(
        'not-undoable',
        'Это действие нельзя отменить: номер или запись остаётся навсегда.',
      );
    await takeBack(db, id, job);
    await markUndone(db, id, auditId);
    return {};
  },
};
