import { textOf } from '../cells.ts';
import type { SubjectMarks } from './recognised.ts';
import type { ReadColumn } from './slots.ts';
import type { BlockPart } from './split-blocks.ts';

/** A part whose columns have dates. */
export interface DatedPart {
  readonly part: BlockPart;
  readonly columns: readonly ReadColumn[];
  readonly covers: SubjectMarks['covers'];
}

/** Subjects of earlier blocks of the same name, by the days they cover. */
interface Seen {
  readonly subjects: ReadonlySet<string>;
  readonly covers: SubjectMarks['covers'];
}

const overlap = (a: SubjectMarks['covers'], b: SubjectMarks['covers']): boolean =>
  a === null || b === null || (a.from <= b.to && b.from <= a.to);

const subjectsOf = ({ part }: DatedPart): ReadonlySet<string> =>
  new Set(part.rows.map((row) => textOf(row.cells[part.subjectCol])).filter((text) => text !== ''));

const clash = (one: Seen, other: Seen): boolean =>
  overlap(one.covers, other.covers) &&
  [...one.subjects].some((subject) => other.subjects.has(subject));

/**
 * Tells namesakes of a class: the same subject for the same days twice is of another child, while
 * other days or other subjects go on with the same one.
 */
export class Namesakes {
  private readonly seen = new Map<string, Seen[][]>();

  /** From 1. */
  occurrence(key: string, parts: readonly DatedPart[]): number {
    const own: readonly Seen[] = parts.map((part) => ({
      subjects: subjectsOf(part),
      covers: part.covers,
    }));
    const children = this.seen.get(key) ?? [];
    this.seen.set(key, children);
    const at = children.findIndex((child) => !child.some((a) => own.some((b) => clash(a, b))));
    if (at === -1) return children.push([...own]);
    children[at]?.push(...own);
    return at + 1;
  }
}
