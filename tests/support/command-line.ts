import { runCommandLine } from '../../src-main/hosts/cli/run.ts';
import type { Clock } from '../../src-main/ports/clock.ts';
import { systemClock } from '../../src-main/ports/system-clock.ts';

export interface Told {
  /** 0 done, 1 refused, 2 wrong words */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One command line as the program runs it, in this process: a built one costs a second more. */
export const commandLine = async (
  words: readonly string[],
  { clock = systemClock, stdin = '' }: { readonly clock?: Clock; readonly stdin?: string } = {},
): Promise<Told> => {
  let out = '';
  let err = '';
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    readStdin: () => Promise.resolve(stdin),
  };
  const code = await runCommandLine(words, streams, clock);
  return { code, out, err };
};
