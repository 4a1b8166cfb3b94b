import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import { callOperation } from '../../api/client.ts';
import { OperationError } from '../../api/failure.ts';
import { sources as text } from '../../strings/appeals.ts';
import { showDate } from '../../ui/dates.ts';
import type { EntityOption, EntitySource } from '../../ui/form/index.ts';

export interface AppealOption extends EntityOption {
  readonly appeal: AppealRow;
}

const optionOf = (appeal: AppealRow): AppealOption => ({
  id: appeal.id,
  label: text.label(appeal.printedNumber, showDate(appeal.date), appeal.studentName),
  description: `${appeal.className}, ${appeal.subject}: ${appeal.lessonTopic}`,
  appeal,
});

/** Appeals by number, child or topic, the newest first; offered untyped. */
export const appealSource: EntitySource<AppealOption> = {
  key: 'appeals',
  minLetters: 0,
  async search(typed, signal) {
    const question = {
      search: typed,
      sort: { column: 'date', descending: true },
      limit: 20,
    } as const;
    const { rows } = await callOperation('appeals.list', question, { signal });
    return rows.filter(({ status }) => status !== 'annulled').map(optionOf);
  },
  async find(id) {
    try {
      return optionOf((await callOperation('appeals.card', { id })).appeal);
    } catch (error) {
      if (error instanceof OperationError && error.code === 'appeal-unknown') return null;
      throw error;
    }
  },
};
