import type { ErrorReply } from '../../contract/errors.ts';

/** Where a command writes; tests read it back. */
export interface Output {
  /** The answer: JSON with `--json`, otherwise a short Russian text. */
  answer(data: unknown, text: string): void;
  /** What goes on; never on stdout. */
  note(text: string): void;
  refuse(error: ErrorReply): void;
}

const refusalText = ({ code, message, fields }: ErrorReply): string =>
  [`${code}: ${message}`, ...fields.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');

export const createOutput = (
  asJson: boolean,
  out: (text: string) => void,
  err: (text: string) => void,
): Output => ({
  answer: (data, text) => out(`${asJson ? JSON.stringify(data, null, 2) : text}\n`),
  note: (text) => err(`${text}\n`),
  refuse: (error) => err(`${asJson ? JSON.stringify({ error }) : refusalText(error)}\n`),
});
