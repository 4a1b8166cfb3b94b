/**
 * Whether a file says the same of a child's day in a subject as the register (domain.md §6). The
 * same marks come from several exports, and the place of a lesson in the day may differ there, so
 * days are compared as ordered lists of codes first.
 */
import { CANONICAL_CODES, codeKey } from './mark-codes.ts';

/** A cell as it is read and as the source wrote it. */
interface ReadCell {
  /** Canonical codes. */
  readonly codes: string;
  readonly text: string;
}

const [unexcused, unexplained] = [CANONICAL_CODES.unexcused, CANONICAL_CODES.absent];

const withoutReasons = (codes: string): string =>
  codes
    .split(' ')
    .map((code) => (code === unexcused ? unexplained : code))
    .join(' ');

const spelling = (text: string): string => codeKey(text).replace(/[/,;]/gu, '');

/**
 * Whether a cell is another export's of the same one, which does not explain its «Н»: written
 * alike, and read without the reason that the stored cell has. It takes nothing back.
 */
export const tellsNoMore = (stored: ReadCell, told: ReadCell): boolean =>
  told.codes === stored.codes ||
  (told.codes === withoutReasons(stored.codes) && spelling(told.text) === spelling(stored.text));

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
 * Which cells of the register the told ones are, when the file tells fewer of them and in the same
 * order: the rest has vanished, not moved. Null: the told cells are no part of the day.
 * @param stored codes of the standing cells in the order of the day
 */
export const placesInDay = (
  stored: readonly string[],
  told: readonly string[],
): readonly number[] | null => {
  const places: number[] = [];
  for (const [at, codes] of stored.entries())
    if (places.length < told.length && told[places.length] === codes) places.push(at);
  return places.length === told.length ? places : null;
};

/** A lesson of the day as far as it is told. */
export interface DayLesson {
  readonly ordinal: number;
  /** Null: not told. */
  readonly topic: string | null;
  readonly homework: string | null;
}

/** Lessons of the day that the told ones are by what was taught: ordinals, told → known. */
const sameTopics = (
  known: readonly DayLesson[],
  told: readonly DayLesson[],
): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const fits = (one: DayLesson, other: DayLesson, withHomework: boolean): boolean =>
    one.topic !== null &&
    one.topic === other.topic &&
    (!withHomework || one.homework === other.homework);
  for (const withHomework of [true, false])
    for (const one of told) {
      if (found.has(one.ordinal)) continue;
      const same = known.find(
        (other) => !taken.has(other.ordinal) && fits(one, other, withHomework),
      );
      if (!same) continue;
      taken.add(same.ordinal);
      found.set(one.ordinal, same.ordinal);
    }
  return found;
};

/**
 * Which of the day's lessons each told ordinal means, so that two lessons stay two through any
 * import: as many told as known are the same lessons in their order; of fewer, those with the same
 * topic are the same, for the others have vanished from the file; otherwise the ordinal decides.
 * Null: a lesson not known yet.
 * @param known lessons of the register, in the order of the day
 * @param told lessons of the file, in the order of the day
 */
export const matchLessons = (
  known: readonly DayLesson[],
  told: readonly DayLesson[],
): ReadonlyMap<number, number | null> => {
  if (known.length === told.length)
    return new Map(told.map(({ ordinal }, at) => [ordinal, known[at]?.ordinal ?? null]));
  const byTopic = told.length < known.length ? sameTopics(known, told) : new Map<number, number>();
  const taken = new Set(byTopic.values());
  const matched = new Map<number, number | null>();
  for (const { ordinal } of told) {
    const own = byTopic.get(ordinal);
    const free = known.filter((one) => !taken.has(one.ordinal));
    const place =
      own ??
      free.find((one) => one.ordinal === ordinal)?.ordinal ??
      // Its place is another lesson's by the topic: the next one that nobody has named.
      (taken.has(ordinal)
        ? (free.find((one) => one.ordinal > ordinal) ?? free[0])?.ordinal
        : undefined) ??
      null;
    if (place !== null) taken.add(place);
    matched.set(ordinal, place);
  }
  return matched;
};
