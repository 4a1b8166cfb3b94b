import type { Measure } from './measure.ts';
import type { JournalLesson } from '../content.ts';

/** Cutting the lessons of a subject into spreads whose right page surely holds its rows. */

/** Columns of a left page: lessons, final marks after the last lesson of a term, empty ones. */
export type SpreadColumn =
  | { readonly kind: 'blank' }
  | { readonly kind: 'lesson'; readonly lesson: JournalLesson }
  | { readonly kind: 'final'; readonly period: string };

/** A row of the right page; a text longer than a page goes on in the next spread. */
export interface SpreadRow {
  readonly lesson: JournalLesson;
  readonly topic: string;
  readonly homework: string;
  /** Not the first part of the lesson's text. */
  readonly continued: boolean;
}

export interface Spread {
  readonly columns: readonly SpreadColumn[];
  readonly rows: readonly SpreadRow[];
}

export interface SpreadLimits {
  readonly lessons: number;
  readonly columns: number;
  /** Room for the rows of the right page. */
  readonly heightMm: number;
  readonly topicMm: number;
  readonly homeworkMm: number;
  readonly sizePt: number;
}

interface Wrapped {
  readonly lesson: JournalLesson;
  readonly finals: readonly string[];
  readonly topic: readonly string[];
  readonly homework: readonly string[];
}

interface Draft {
  columns: SpreadColumn[];
  rows: SpreadRow[];
  heightMm: number;
}

const newDraft = (): Draft => ({ columns: [], rows: [], heightMm: 0 });

/** A part shorter than this is not worth tearing a text. */
const leastLines = 8;

class Packer {
  readonly #limits: SpreadLimits;
  readonly #measure: Measure;
  readonly #done: Spread[] = [];
  #draft = newDraft();

  constructor(limits: SpreadLimits, measure: Measure) {
    this.#limits = limits;
    this.#measure = measure;
  }

  #flush(): void {
    const { columns, rows } = this.#draft;
    if (rows.length > 0) this.#done.push({ columns, rows });
    this.#draft = newDraft();
  }

  #roomFor(columns: number): boolean {
    const lessons = this.#draft.columns.filter(({ kind }) => kind === 'lesson').length;
    return (
      lessons < this.#limits.lessons &&
      this.#draft.columns.length + columns <= Math.max(this.#limits.columns, columns)
    );
  }

  /** Lines that fit below what stands already. */
  #freeLines(heightMm: number): number {
    const { rowMm, lineMm } = this.#measure;
    const { sizePt } = this.#limits;
    return Math.floor((this.#limits.heightMm - heightMm - rowMm(0, sizePt)) / lineMm(sizePt));
  }

  #place(item: Wrapped, from: number, to: number): void {
    const { lesson, finals } = item;
    const { sizePt } = this.#limits;
    this.#draft.columns.push({ kind: 'lesson', lesson });
    const last = to >= Math.max(item.topic.length, item.homework.length);
    if (last)
      this.#draft.columns.push(...finals.map((period) => ({ kind: 'final' as const, period })));
    this.#draft.rows.push({
      lesson,
      topic: item.topic.slice(from, to).join('').trimEnd(),
      homework: item.homework.slice(from, to).join('').trimEnd(),
      continued: from > 0,
    });
    // A continued row has two lines in its date.
    this.#draft.heightMm += this.#measure.rowMm(Math.max(to - from, from > 0 ? 2 : 1), sizePt);
  }

  add(item: Wrapped): void {
    const total = Math.max(item.topic.length, item.homework.length, 1);
    const wholePage = this.#freeLines(0);
    let from = 0;
    while (from < total) {
      if (!this.#roomFor(1 + item.finals.length)) this.#flush();
      const left = total - from;
      const free = this.#freeLines(this.#draft.heightMm);
      const isEmpty = this.#draft.rows.length === 0;
      if (left > free && !isEmpty && (left <= wholePage || free < leastLines)) {
        this.#flush();
        continue;
      }
      const to = from + Math.max(1, Math.min(left, free));
      this.#place(item, from, to);
      from = to;
      if (from < total) this.#flush();
    }
  }

  finish(): readonly Spread[] {
    this.#flush();
    return this.#done;
  }
}

const flat = (text: string | null): string => (text ?? '').replaceAll(/\s+/gu, ' ').trim();

/** `finalsAfter` names the periods whose final marks stand after a lesson's column. */
export const spreadsOf = (
  lessons: readonly JournalLesson[],
  finalsAfter: (lesson: JournalLesson, next: JournalLesson | undefined) => readonly string[],
  limits: SpreadLimits,
  measure: Measure,
): readonly Spread[] => {
  const packer = new Packer(limits, measure);
  const linesOf = (text: string | null, widthMm: number): readonly string[] =>
    measure.cellLines(flat(text), widthMm, limits.sizePt);
  for (const [at, lesson] of lessons.entries()) {
    packer.add({
      lesson,
      finals: finalsAfter(lesson, lessons[at + 1]),
      topic: linesOf(lesson.topic, limits.topicMm),
      homework: linesOf(lesson.homework, limits.homeworkMm),
    });
  }
  return packer.finish();
};
