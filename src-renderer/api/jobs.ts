import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import type { CommandOptions } from './commands.ts';
import { runCommand } from './commands.ts';
import { behindDialog } from './running-job.ts';

export interface JobOptions<N extends OperationName> extends CommandOptions<N> {
  /** Title of the progress dialog. */
  readonly title: string;
}

/**
 * Runs a long query or command behind a dialog with progress and «cancel».
 * Data, or null after a failure or a cancel, both already shown.
 */
export const runJob = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  { title, ...options }: JobOptions<N>,
): Promise<OperationOutput<N> | null> =>
  behindDialog(title, (call) => runCommand(name, input, { ...options, ...call }));
