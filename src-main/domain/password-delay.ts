/** Longest wait after wrong passwords: 15 minutes, milliseconds. */
const longestMs = 15 * 60_000;

/** What is remembered of wrong passwords in a row. */
export interface WrongPasswords {
  readonly count: number;
  /** Time of the last one, milliseconds of the clock; 0 when there were none. */
  readonly lastAt: number;
}

/** Wait after `count` wrong passwords in a row: 1 s, 2 s, 4 s … 15 minutes, milliseconds. */
const delayOf = (count: number): number =>
  count === 0 ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(count - 1, 30));

/**
 * How long to wait still, milliseconds. A clock set back gains nothing: the whole delay is left
 * until `rebased` starts it anew.
 */
export const waitLeft = ({ count, lastAt }: WrongPasswords, now: number): number => {
  const delay = delayOf(count);
  return now < lastAt ? delay : Math.max(0, lastAt + delay - now);
};

/** The same count with its delay begun again when the clock was set back; else unchanged. */
export const rebased = (wrong: WrongPasswords, now: number): WrongPasswords =>
  now < wrong.lastAt ? { count: wrong.count, lastAt: now } : wrong;
