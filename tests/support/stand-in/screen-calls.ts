import type { Page } from 'playwright-core';
import type { Reply } from '../../../src-main/contract/operation.ts';

/** The preload's function as the page sees it. */
export interface Bridge {
  office(channel: string, payload: unknown): Promise<Reply>;
}

export interface ScreenCalls {
  /** Calls the preload's function from the page, as the screens do. */
  ask(channel: string, payload: unknown): Promise<Reply>;
  /** Calls an operation the same way. */
  call(name: string, input: unknown): Promise<Reply>;
}

export const screenCalls = (page: Page): ScreenCalls => {
  const ask: ScreenCalls['ask'] = (channel, payload) =>
    page.evaluate(([name, value]) => (window as unknown as Bridge).office(name, value), [
      channel,
      payload,
    ] as const);
  return {
    ask,
    call: (name, input) => ask('call', { callId: crypto.randomUUID(), name, input }),
  };
};

/** Data of a reply that must have succeeded. */
export const dataOf = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.data as T;
};
