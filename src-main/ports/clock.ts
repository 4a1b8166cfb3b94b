/** The only source of the current time; tests set it by hand. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Today's local calendar date, `YYYY-MM-DD`. */
  today(): string;
}
