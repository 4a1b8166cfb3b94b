import { create } from 'zustand';
import type { Progress } from '../../src-main/contract/operation.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import type { CommandOptions } from './commands.ts';
import { runCommand } from './commands.ts';

export interface RunningJob {
  readonly title: string;
  readonly progress: Progress | null;
  readonly cancelling: boolean;
  readonly cancel: () => void;
}

/** The long operation whose dialog is on screen. */
export const useRunningJob = create<{ readonly job: RunningJob | null }>(() => ({ job: null }));

const patch = (part: Partial<RunningJob>): void =>
  useRunningJob.setState(({ job }) => ({ job: job && { ...job, ...part } }));

export interface JobOptions<N extends OperationName> extends CommandOptions<N> {
  /** Title of the progress dialog. */
  readonly title: string;
}

/**
 * Runs a long query or command behind a dialog with progress and «cancel».
 * Data, or null after a failure or a cancel, both already shown.
 */
export const runJob = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  { title, ...options }: JobOptions<N>,
): Promise<OperationOutput<N> | null> => {
  const controller = new AbortController();
  const cancel = (): void => {
    patch({ cancelling: true });
    controller.abort();
  };
  useRunningJob.setState({ job: { title, progress: null, cancelling: false, cancel } });
  try {
    return await runCommand(name, input, {
      ...options,
      signal: controller.signal,
      onProgress: (progress) => patch({ progress }),
    });
  } finally {
    useRunningJob.setState({ job: null });
  }
};
