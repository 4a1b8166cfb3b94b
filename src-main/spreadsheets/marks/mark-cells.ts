import type { Gatherer } from './gather.ts';
import { isFilled } from './lines.ts';
import type { Line } from './lines.ts';
import type { FinalCell } from './recognised.ts';
import type { ReadColumn } from './slots.ts';

type Open = ReturnType<Gatherer['subject']>;

export interface WrittenMark {
  readonly line: Line;
  readonly col: number;
  /** Not empty. */
  readonly text: string;
  /** Undefined right of the last titled column. */
  readonly column: ReadColumn | undefined;
  /** A final mark of another kind of terms than the pupil's. */
  readonly otherTerm: boolean;
  /** The table has lessons: «Итог» is then of the report's days, not of the year. */
  readonly graded: boolean;
  /** What «за период» means here. */
  readonly covered: FinalCell['period'];
}

const LONGEST = 30;
const FRACTION = /^\d+[.,]\d+$/u;

/** Why a text cannot be a mark, null when it can. */
export const markProblem = (
  cell: Line['cells'][number] | undefined,
  text: string,
): { readonly code: string; readonly message: string } | null => {
  if (typeof cell === 'object' && isFilled(cell))
    return {
      code: 'mark-became-date',
      message: `в ячейке дата ${text}: табличная программа приняла оценку вида «3/4» за дату. Впишите оценку текстом.`,
    };
  if (text.length > LONGEST)
    return { code: 'not-a-mark', message: 'слишком длинный текст для оценки.' };
  return null;
};

const finalProblem = (mark: WrittenMark): { code: string; message: string } | null => {
  if (mark.otherTerm)
    return {
      code: 'other-terms',
      message: 'заполнены итоги и за четверти, и за другие периоды; эта оценка – за другой период.',
    };
  return FRACTION.test(mark.text)
    ? { code: 'not-a-final', message: `«${mark.text}» – средний балл, а не итоговая оценка.` }
    : null;
};

/** Puts one filled cell of a pupil's or journal's row where its column says, or rejects it. */
export const readMark = (mark: WrittenMark, open: Open, into: Gatherer): void => {
  const { line, col, text, column } = mark;
  if (column?.kind === 'other') return;
  const problem =
    markProblem(line.cells[col], text) ??
    (column?.kind === 'final' ? finalProblem(mark) : null) ??
    (column?.kind === 'problem' ? column.problem : null) ??
    (column ? null : { code: 'no-date', message: 'над оценкой нет числа месяца.' });
  if (problem) into.reject(line, col, problem.code, problem.message, [text]);
  else if (column?.kind === 'lesson') into.cell(open, column.slot, text, line, col);
  else if (column?.kind === 'final') {
    const running = column.period === 'covered' || (mark.graded && column.period === 'final');
    // Running reports write 0 where the period has no mark yet.
    if (!running || text !== '0')
      into.final(open, running ? mark.covered : column.period, text, line, col);
  }
};
