/** A correction of a registered appeal as the journal prints it (domain.md §2). */
import type { IsoDate } from './dates.ts';
import { shortDate } from './russian.ts';

/** What a correction may change, as it stands in the journal. */
export interface CorrectedFacts {
  readonly student: string;
  readonly programme: string;
  readonly guardian: string;
  readonly date: IsoDate;
  readonly dueOn: IsoDate;
}

const words: { readonly [K in keyof CorrectedFacts]: (value: string) => string } = {
  student: (name) => `обучающийся ${name}`,
  programme: (programme) => programme,
  guardian: (name) => `родитель ${name}`,
  date: (day) => `дата обращения ${shortDate(day)}`,
  dueOn: (day) => `срок ${shortDate(day)}`,
};

const order = ['student', 'programme', 'guardian', 'date', 'dueOn'] as const;

/** What stood in the journal and what stands there since: only what differs, in one order. */
export const correctionTexts = (
  was: CorrectedFacts,
  became: CorrectedFacts,
): { readonly was: string; readonly became: string } => {
  const changed = order.filter((name) => was[name] !== became[name]);
  const text = (facts: CorrectedFacts): string =>
    changed.map((name) => words[name](facts[name])).join(', ');
  return { was: text(was), became: text(became) };
};

/** «исправлено 12.03.2026: вместо … — …, причина: …» */
export const correctionNote = (correction: {
  readonly correctedOn: IsoDate;
  readonly was: string;
  readonly became: string;
  readonly reason: string;
}): string =>
  `Исправлено ${shortDate(correction.correctedOn)}: вместо «${correction.was}» — «${correction.became}», причина: ${correction.reason}.`;
