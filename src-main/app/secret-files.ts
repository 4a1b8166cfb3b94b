import type { InputFile } from '../ports/files.ts';

/** Secret files kept at once; the oldest is zeroed when another one comes. */
const maxSecretFiles = 8;

/** Files that hold secrets: in memory only. */
export const createSecretFiles = () => {
  const files = new Map<string, InputFile>();
  const drop = (ticket: string): void => {
    files.get(ticket)?.bytes.fill(0);
    files.delete(ticket);
  };
  return {
    get: (ticket: string) => files.get(ticket),
    put(ticket: string, file: InputFile): void {
      files.set(ticket, file);
      const [oldest] = files.keys();
      if (files.size > maxSecretFiles && oldest !== undefined) drop(oldest);
    },
    forget: () => [...files.keys()].forEach(drop),
  };
};
