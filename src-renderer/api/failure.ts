import type { ErrorField, ErrorReply } from '../../src-main/contract/errors.ts';
import type { Reply } from '../../src-main/contract/operation.ts';
import { lockedCode, noteLocked } from './lock.ts';

/** A refusal of the core as an exception of the screens; `message` is Russian. */
export class OperationError extends Error {
  readonly code: string;
  readonly fields: readonly ErrorField[];

  constructor({ code, message, fields }: ErrorReply) {
    super(message);
    this.name = 'OperationError';
    this.code = code;
    this.fields = fields;
  }
}

/** A save over what another window has changed since it was read. */
export const isStale = (error: unknown): error is OperationError =>
  error instanceof OperationError && error.code === 'stale-version';

/**
 * The data of a reply; a refusal because of the lock brings the lock screen.
 * @throws OperationError
 */
export const unwrap = <T>(reply: Reply): T => {
  if (reply.ok) return reply.data as T;
  if (reply.error.code === lockedCode) noteLocked();
  throw new OperationError(reply.error);
};
