/**
 * Whether a file says the same of a child's day in a subject as the register (domain.md §6). The
 * same marks come from several exports, and the place of a lesson in the day may differ there, so
 * days are compared as ordered lists of codes first.
 */

const joined = (cells: readonly string[]): string =>
  cells.filter((codes) => codes !== '').join(' ');

/** All marks of the day in their order; two cells or one with both marks are the same. */
export const sameDay = (stored: readonly string[], told: readonly string[]): boolean =>
  joined(stored) === joined(told);

/**
 * Whether every told cell stands in the register in the same order: rows of single marks need not
 * tell the whole day.
 */
export const partOfDay = (stored: readonly string[], told: readonly string[]): boolean => {
  let at = 0;
  for (const codes of stored) if (at < told.length && told[at] === codes) at += 1;
  return at === told.length;
};

/**
 * Which of the day's lessons each told ordinal means: as many lessons told as known are the same
 * lessons in their order, otherwise the ordinal decides. Null: a lesson not known yet.
 * @param known ordinals of the register, ascending
 * @param told ordinals of the file, ascending
 */
export const matchOrdinals = (
  known: readonly number[],
  told: readonly number[],
): ReadonlyMap<number, number | null> =>
  new Map(
    told.map((ordinal, index) => [
      ordinal,
      known.length === told.length
        ? (known[index] ?? null)
        : (known.find((one) => one === ordinal) ?? null),
    ]),
  );
