/** What a merge of two cards of one person decides about rows that name him (domain.md §1). */

/** Confirmed forms of a name, see features/statements/names.ts. */
export interface NameForms {
  readonly id: number;
  readonly name: string;
}

/**
 * Which confirmed forms stay with the kept card: those of its name after the merge, its own first.
 * Forms of another name are kept when there is nothing better: they are ignored until renamed.
 */
export const formsToKeep = (
  name: string,
  kept: NameForms | null,
  dropped: NameForms | null,
): NameForms | null => {
  if (kept?.name === name) return kept;
  return dropped?.name === name ? dropped : kept;
};

/** A pair «это разные люди», the smaller id first. */
export type DistinctPair = readonly [number, number];

/**
 * Pairs of the dropped card said of the kept one: who was told from one card is told from both.
 * The pair of the two cards themselves is gone.
 */
export const movedPairs = (
  pairs: readonly DistinctPair[],
  { keep, drop }: { readonly keep: number; readonly drop: number },
): readonly DistinctPair[] =>
  pairs.flatMap(([first, second]): readonly DistinctPair[] => {
    if (first !== drop && second !== drop) return [];
    const other = first === drop ? second : first;
    if (other === keep) return [];
    return [other < keep ? [other, keep] : [keep, other]];
  });
