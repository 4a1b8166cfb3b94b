import { create } from 'zustand';
import type { Progress } from '../../src-main/contract/operation.ts';
import type { CallOptions } from './transport.ts';

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

/** Runs work behind a dialog with progress and «cancel». */
export const behindDialog = async <T>(
  title: string,
  work: (options: CallOptions) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  const cancel = (): void => {
    patch({ cancelling: true });
    controller.abort();
  };
  useRunningJob.setState({ job: { title, progress: null, cancelling: false, cancel } });
  try {
    return await work({
      signal: controller.signal,
      onProgress: (progress) => patch({ progress }),
    });
  } finally {
    useRunningJob.setState({ job: null });
  }
};
