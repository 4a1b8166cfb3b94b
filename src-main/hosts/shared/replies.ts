import { replyOf } from '../../app/failures.ts';
import type { Reply } from '../../contract/operation.ts';
import type { Logger } from '../../ports/logger.ts';

/** Every channel of a host answers as an operation does: data or a coded error. */
export const toReply = async (
  channel: string,
  log: Logger,
  work: () => unknown,
): Promise<Reply> => {
  try {
    return { ok: true, data: await work(), auditId: null, undoable: false, version: null };
  } catch (error) {
    return { ok: false, error: replyOf(error, channel, log) };
  }
};
