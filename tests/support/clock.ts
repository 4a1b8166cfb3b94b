import type { Clock } from '../../src-main/ports/clock.ts';

/** A clock set by hand. */
export interface TestClock extends Clock {
  set(date: string): void;
}

export const createTestClock = (today = '2026-03-02'): TestClock => {
  let date = today;
  return {
    now: () => Date.parse(`${date}T09:00:00Z`),
    today: () => date,
    set(next) {
      date = next;
    },
  };
};
