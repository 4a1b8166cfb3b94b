import { personKey } from '../../domain/names.ts';
import { textOf } from '../cells.ts';
import { ownerOf } from './block-owner.ts';
import type { BlockDefaults, BlockOwner } from './block-owner.ts';
import type { TermTitle } from './finals.ts';
import type { Gatherer } from './gather.ts';
import { isFilled, markText, placeIn, rejectIn } from './lines.ts';
import type { Line } from './lines.ts';
import { readMark } from './mark-cells.ts';
import type { DatedPart, Namesakes } from './namesakes.ts';
import type { YearContext } from './school-days.ts';
import { readColumns, spanOf } from './slots.ts';
import type { BlockPart, PupilBlock } from './split-blocks.ts';

const datedParts = (parts: readonly BlockPart[], years: YearContext): readonly DatedPart[] =>
  parts.map((part) => {
    const columns = readColumns(part.head, years);
    const span = spanOf(columns);
    return { part, columns, covers: span && (years.period ?? span) };
  });

/** Reads one pupil's block into the gatherer. */
export const readBlock = (
  block: PupilBlock,
  defaults: BlockDefaults,
  namesakes: Namesakes,
  into: Gatherer,
): void => {
  const owner = ownerOf(block, defaults);
  const { rejected } = into.found;
  if ('code' in owner) {
    rejected.push(rejectIn(block.at, 0, owner.code, owner.message));
    return;
  }
  into.year(owner.years);
  for (const line of block.headless) rejected.push(headless(line));
  const parts = datedParts(block.parts, owner.years);
  if (parts.length === 0 && block.headless.length === 0)
    rejected.push(
      rejectIn(block.at, 0, 'no-table', `у ученика «${block.pupil}» нет таблицы оценок.`),
    );
  if (parts.length === 0) return;
  const key = `${owner.className}|${personKey(owner.name)}`;
  const occurrence = namesakes.occurrence(key, parts);
  const pupil = into.pupil(owner.name, owner.className, occurrence, placeIn(block.at));
  for (const part of parts) readPart(part, pupil, owner, into);
};

const headless = (line: Line): ReturnType<typeof rejectIn> =>
  rejectIn(
    line,
    0,
    'no-head',
    'строка стоит до шапки «Предмет | месяц | числа», дни её оценок неизвестны.',
    line.cells.map((cell) => textOf(cell)).filter((text) => text !== ''),
  );

const readPart = (
  dated: DatedPart,
  pupil: number,
  { covered }: BlockOwner,
  into: Gatherer,
): void => {
  const { part, columns, covers } = dated;
  const term = mainTerm(dated);
  const graded = covers !== null;
  for (const line of part.rows) {
    const subject = textOf(line.cells[part.subjectCol]);
    if (subject === '') {
      rejectNameless(line, part, into);
      continue;
    }
    const open = into.subject(pupil, subject, line.sheet.name, covers);
    for (let col = part.subjectCol + 1; col < line.cells.length; col += 1) {
      const column = columns[col];
      // Averages are not even looked at.
      if (column?.kind === 'other' || !isFilled(line.cells[col])) continue;
      const text = markText(line.cells[col]);
      if (text === '') continue;
      const title = part.head.columns[col];
      const otherTerm =
        title?.kind === 'final' && title.title.term !== null && title.title.term !== term;
      readMark({ line, col, text, column, otherTerm, graded, covered }, open, into);
    }
  }
};

const rejectNameless = (line: Line, part: BlockPart, into: Gatherer): void => {
  const values = line.cells.slice(part.subjectCol + 1).map((cell) => markText(cell));
  const filled = values.filter((text) => text !== '');
  if (filled.length > 0)
    into.reject(
      line,
      part.subjectCol,
      'no-subject',
      'в строке с оценками не назван предмет.',
      filled,
    );
};

/**
 * Kind of terms whose columns are filled: forms offer quarters, trimesters and half-years side by
 * side. When several are, the one with most columns is meant.
 */
const mainTerm = ({ part }: DatedPart): TermTitle | null => {
  const columns = new Map<TermTitle, { filled: boolean; count: number }>();
  part.head.columns.forEach((column, col) => {
    if (column.kind !== 'final' || column.title.term === null) return;
    const one = columns.get(column.title.term) ?? { filled: false, count: 0 };
    one.count += 1;
    one.filled ||= part.rows.some((row) => markText(row.cells[col]) !== '');
    columns.set(column.title.term, one);
  });
  const sorted = [...columns].toSorted(
    ([, a], [, b]) => Number(b.filled) - Number(a.filled) || b.count - a.count,
  );
  return sorted[0]?.[0] ?? null;
};
