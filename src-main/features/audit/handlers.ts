import type { FeatureHandlers } from '../context.ts';
import { describe } from './describe.ts';
import { keepingRules } from './keeping-rules.ts';
import { requireRedo, requireUndo } from './obstacles.ts';
import { auditPage, changesOf, markUndone } from './repository.ts';
import { takeBack } from './undo.ts';

/** Rows of one audit entry shown at most; an import may hold tens of thousands. */
const shownChanges = 200;

export const auditHandlers: FeatureHandlers<'audit'> = {
  'audit.list': (input, { db }) => auditPage(db, input),
  'audit.changes': async ({ id }, { db }) => changesOf(db, id, shownChanges),
  'audit.describe': ({ id }, { db }) => describe(db, id),
  async 'audit.undo'({ id }, { db, auditId, job }) {
    await requireUndo(db, id);
    await keepingRules(db, id, () => takeBack(db, id, job, 'undo'));
    await markUndone(db, id, auditId);
  },
  async 'audit.redo'({ id }, { db, auditId, job }) {
    const undoId = await requireRedo(db, id);
    await keepingRules(db, undoId, () => takeBack(db, undoId, job, 'redo'));
    // The command stands again, and it is its undo that is taken back.
    await markUndone(db, id, null);
    await markUndone(db, undoId, auditId);
  },
};
