import type { Row } from '../workbook.ts';
import { textOf } from '../cells.ts';
import { filledTexts, firstFilled } from './lines.ts';
import type { LegendCode } from './recognised.ts';

const CODE = /^(\S{1,3})(?:\s*[-–—=:]\s*|\s+)(\p{L}[\p{L} -]{2,})$/u;
/** Most lines of a table are told apart by their beginning. */
const START = /^(?:\S{1,3}(?:\s|[-–—=:])|условные|обозначен|легенда|расшифровка)/iu;
const TITLE = /^(?:условные обозначения|обозначения|легенда|расшифровка)[^:]*:\s*/iu;

/**
 * Codes that a line explains: «Н Неуважительная, О Опоздание, Б Болезнь» or «Н – неявка; Б –
 * болезнь», in one cell or in several. Null when the line is no legend.
 */
export const legendOf = (cells: Row): readonly LegendCode[] | null => {
  if (!START.test(textOf(cells[firstFilled(cells)]))) return null;
  const text = filledTexts(cells).join(', ');
  const parts = text
    .replace(TITLE, '')
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const codes = parts.map((part) => CODE.exec(part));
  if (parts.length < (TITLE.test(text) ? 1 : 2) || codes.includes(null)) return null;
  return codes.flatMap((found) =>
    found ? [{ code: found[1] ?? '', title: (found[2] ?? '').trim() }] : [],
  );
};
