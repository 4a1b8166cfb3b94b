import type { Clock } from '../../src-main/ports/clock.ts';

/** A clock set by hand. */
export interface TestClock extends Clock {
  set(date: string): void;
  /** Moves the time by seconds; back when negative. */
  pass(seconds: number): void;
}

export const createTestClock = (today = '2026-03-02'): TestClock => {
  let date = today;
  let passed = 0;
  return {
    now: () => Date.parse(`${date}T09:00:00Z`) + passed * 1000,
    today: () => date,
    set(next) {
      date = next;
    },
    pass(seconds) {
      passed += seconds;
    },
  };
};
