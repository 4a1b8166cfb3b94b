import type { WorkEntryRow } from '../../../src-main/contract/resources.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { runCommand } from '../../api/commands.ts';
import { work, workDeleting as text } from '../../strings/resources.ts';
import { confirm, showDate } from '../../ui/index.ts';

/** Asks and deletes an entry; true when it is gone. «Undo» is offered in the toast. */
export const removeWorkEntry = async (entry: WorkEntryRow): Promise<boolean> => {
  const { teacherName, workedOn, quarterHours } = entry;
  const message = text.message(teacherName, showDate(workedOn), hoursClock(quarterHours));
  const sure = await confirm({ title: text.title, message, confirm: text.button, danger: true });
  if (!sure) return false;
  return (
    (await runCommand('resources.deleteWorkEntry', { id: entry.id }, { success: work.deleted })) !==
    null
  );
};
