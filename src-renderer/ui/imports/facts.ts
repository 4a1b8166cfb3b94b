import type { ReactNode } from 'react';
import type { AppliedCounts } from '../../../src-main/contract/imports.ts';
import { states } from '../../strings/common.ts';
import { apply, recognised } from '../../strings/people-import.ts';

type Fact = readonly [term: string, description: ReactNode];

interface Recognised {
  readonly fileName: string;
  readonly title: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly sheets: readonly string[];
}

/** What the file turned out to be. */
export const contentFacts = ({ fileName, title }: Recognised): readonly Fact[] => [
  [recognised.file, fileName],
  [recognised.kind, title],
];

/** How it was written. */
export const formatFacts = ({ format, encoding, sheets }: Recognised): readonly Fact[] => [
  [recognised.formatTitle, recognised.format(format, encoding)],
  [recognised.sheets, sheets.join(', ') || states.nothing],
];

/** What was written. */
export const appliedFacts = (counts: AppliedCounts): readonly Fact[] => [
  [apply.resultNew, counts.new],
  [apply.resultChanged, counts.changed],
  [apply.resultSame, counts.same],
  [apply.resultRejected, counts.rejected],
  [apply.resultSkipped, counts.skipped],
];
