import type { Progress } from '../contract/operation.ts';

/** The running operation: long ones report progress and stop when asked. */
export interface Job {
  readonly signal: AbortSignal;
  /**
   * Reports progress and lets other work run; call it between chunks of about 50 ms.
   * @throws OfficeError `cancelled` once the user has asked to stop; the transaction rolls back
   */
  step(progress: Progress): Promise<void>;
}
