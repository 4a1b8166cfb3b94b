import type { Clock } from './clock.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The computer's own clock, in its own time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  },
};
