import { runJob } from '../../api/jobs.ts';
import { noteMoved } from '../../api/undo.ts';
import { apply as text } from '../../strings/people-import.ts';
import { confirm } from '../confirm.ts';

/** Asks, then takes a whole import back; false when it stayed. */
export const undoImport = async (auditId: number, fileName: string): Promise<boolean> => {
  const sure = await confirm({
    title: text.undoTitle,
    message: text.undoQuestion(fileName),
    confirm: text.undo,
    danger: true,
  });
  if (!sure) return false;
  const options = { title: text.undoProgress, success: text.undone, undo: false };
  const done = (await runJob('audit.undo', { id: auditId }, options)) !== null;
  if (done) noteMoved(auditId, 'undo');
  return done;
};
