/** The figures of `npm run bench`; limits are the project's targets. */
export interface Figure {
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
  /** What the baseline does. */
  readonly baseline: string;
  readonly limits: { readonly ratio: number; readonly ms?: number; readonly peakMb?: number };
}

export const figures: readonly Figure[] = [
  {
    name: 'import 13,000 contingent rows',
    script: 'import-contingent.ts',
    arguments: [],
    baseline: 'bare parse by @e965/xlsx',
    limits: { ratio: 1.5, peakMb: 500 },
  },
];
