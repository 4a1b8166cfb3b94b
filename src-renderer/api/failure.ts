import type { ErrorField, ErrorReply } from '../../src-main/contract/errors.ts';
import type { Reply } from '../../src-main/contract/operation.ts';

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

/**
 * The data of a reply.
 * @throws OperationError
 */
export const unwrap = <T>(reply: Reply): T => {
  if (reply.ok) return reply.data as T;
  throw new OperationError(reply.error);
};
