/**
 * When a mark was entered (domain.md §6): the source says it, or imports bound it. `seenAt` is the
 * first time the mark was seen: entered not later. `unseenAt` is the last time the same place was
 * told of without it: entered later.
 */
import { markValues } from './mark-codes.ts';

export interface EntryTime {
  /** ISO day, null when the source is silent. */
  readonly enteredOn: string | null;
  /** ISO time. */
  readonly seenAt: string;
  readonly unseenAt: string | null;
}

/**
 * Time of entry of a changed cell: a mark that was added is new, a corrected or removed one keeps
 * the time of the cell it replaces.
 */
export const entryAfterChange = (
  before: EntryTime & { readonly codes: string },
  after: EntryTime & { readonly codes: string },
): EntryTime => {
  const isAdded = markValues(after.codes).length > markValues(before.codes).length;
  const { enteredOn, seenAt, unseenAt } = isAdded ? after : before;
  return { enteredOn, seenAt, unseenAt };
};

/** Days of a class and subject an import has told about. */
export interface Coverage {
  readonly startsOn: string;
  readonly endsOn: string;
  /** ISO time of the import. */
  readonly at: string;
}

/**
 * The last time, before `now`, that the day was told about: a mark first seen now was entered
 * after it. A coverage that lies after `now` (the computer's clock was set back) bounds nothing.
 */
export const unseenBefore = (
  coverages: readonly Coverage[],
  date: string,
  now: string,
): string | null => {
  let last: string | null = null;
  for (const { startsOn, endsOn, at } of coverages)
    if (startsOn <= date && date <= endsOn && at < now && (last === null || at > last)) last = at;
  return last;
};
