/** One side of a figure: what a bench script prints on its last line. */
export interface Measure {
  /** Milliseconds: a single run, or the 95th percentile of many. */
  readonly ms: number;
  /** Peak resident memory of the process, megabytes. */
  readonly peakMb: number;
}

export type Side = 'subject' | 'baseline';

export const side = (): Side => (process.argv[2] === 'baseline' ? 'baseline' : 'subject');

export const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

export const report = (ms: number): void => {
  const found: Measure = { ms, peakMb: peakMb() };
  console.log(JSON.stringify(found));
};

/** Runs once and reports the wall time. */
export const once = async (work: () => unknown): Promise<void> => {
  const started = performance.now();
  await work();
  report(performance.now() - started);
};

/** Runs `times` after a warm-up and reports the 95th percentile of one run. */
export const p95 = async (times: number, work: (index: number) => unknown): Promise<void> => {
  for (let index = 0; index < Math.ceil(times / 10); index += 1) await work(index);
  const found: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await work(index);
    found.push(performance.now() - started);
  }
  found.sort((a, b) => a - b);
  report(found[Math.floor(found.length * 0.95)] ?? Number.NaN);
};
