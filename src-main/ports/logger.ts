/** Operation names, codes, durations and counts only: never a person's name or a field's text. */
export interface Logger {
  info(message: string, data?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(message: string, data?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(message: string, error: unknown): void;
}
