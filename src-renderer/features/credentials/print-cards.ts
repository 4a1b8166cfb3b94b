import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { showNotice, showSuccess } from '../../api/toasts.tsx';
import { showDocument } from '../../printing/index.ts';
import { print as text } from '../../strings/credentials.ts';

type Selection = OperationInput<'credentials.printCards'>['selection'];

/** Shows the cards and says how many have nothing to print; printing marks nothing. */
export const printCards = async (selection: Selection): Promise<void> => {
  const made = await showDocument('credentials.printCards', { selection }, { title: text.making });
  if (made && made.skipped > 0) showSuccess(text.skipped(made.skipped));
  if (made && made.withheld.length > 0) showNotice(text.withheld(made.withheld));
};
