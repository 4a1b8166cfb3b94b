import type { Office } from '../../src-main/app/office.ts';
import { OfficeError } from '../../src-main/contract/errors.ts';
import type { Reply } from '../../src-main/contract/operation.ts';

export interface RestartingOffice extends Office {
  /**
   * Closes the core and opens it from the sources as they are now; calls made meanwhile wait.
   * @throws OfficeError as `open`
   */
  restart(): Promise<void>;
}

const closeAndOpen = async (old: Promise<Office>, open: () => Promise<Office>): Promise<Office> => {
  const office = await old.catch(() => null);
  await office?.close();
  return open();
};

/** The core of a developer's run. Where its sources do not load, every call is refused. */
export const restartingOffice = (first: Office, open: () => Promise<Office>): RestartingOffice => {
  let current = Promise.resolve(first);
  const call: Office['call'] = async (...asked): Promise<Reply> => {
    try {
      return await (await current).call(...asked);
    } catch (error) {
      if (error instanceof OfficeError) return { ok: false, error: error.toReply() };
      throw error;
    }
  };
  return {
    call,
    register: async (...named) => (await current).register(...named),
    lend: async (...sent) => (await current).lend(...sent),
    locate: async (ticket) => (await current).locate(ticket),
    read: async (ticket) => (await current).read(ticket),
    close: async () => (await current).close(),
    async restart() {
      current = closeAndOpen(current, open);
      await current;
    },
  };
};
