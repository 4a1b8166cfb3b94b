import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { undo as text } from '../strings/audit-undo.ts';
import type { Success } from './client.ts';
import { callForReply, queryClient } from './client.ts';
import { isStale } from './failure.ts';
import { showError, showSuccess, showUndoable } from './toasts.tsx';
import type { CallOptions } from './transport.ts';
import { keepUnderway } from './underway.ts';
import { forgetRedo, noteDone, undoFromToast } from './undo.ts';

export interface CommandOptions<N extends OperationName> extends CallOptions {
  /** Text of the toast; absent = no toast. */
  readonly success?: string | ((output: OperationOutput<N>) => string);
  /** Offer «undo» in the toast and by Ctrl+Z when the core can take it back. Absent = yes. */
  readonly undo?: boolean;
}

const announce = <N extends OperationName>(
  { data, auditId, undoable }: Success<N>,
  { success, undo: wanted = true }: CommandOptions<N>,
): void => {
  const message = typeof success === 'function' ? success(data) : success;
  const canUndo = wanted && undoable && auditId !== null;
  if (canUndo) noteDone(auditId);
  else if (wanted && auditId !== null) forgetRedo();
  if (message === undefined) return;
  if (canUndo)
    showUndoable(auditId, message, { label: text.undo, run: () => void undoFromToast(auditId) });
  else showSuccess(message);
};

const submit = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options: CommandOptions<N>,
): Promise<Success<N>> => {
  const reply = await callForReply(name, input, options).catch((error: unknown) => {
    // What another window has changed is shown at once.
    if (isStale(error)) void queryClient.invalidateQueries();
    throw error;
  });
  announce(reply, options);
  void queryClient.invalidateQueries();
  return reply;
};

/**
 * Runs a command: toast with «undo» on success, all queries refreshed. The caller shows failures.
 * @throws OperationError
 */
export const submitForReply = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options: CommandOptions<N> = {},
): Promise<Success<N>> => keepUnderway(submit(name, input, options));

/** As `submitForReply`, for callers who need only the data. */
export const submitCommand = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options: CommandOptions<N> = {},
): Promise<OperationOutput<N>> => (await submitForReply(name, input, options)).data;

/** As `submitCommand`, but a failure is shown as a toast and the answer is null. */
export const runCommand = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options: CommandOptions<N> = {},
): Promise<OperationOutput<N> | null> => {
  try {
    return await submitCommand(name, input, options);
  } catch (error) {
    showError(error);
    return null;
  }
};
