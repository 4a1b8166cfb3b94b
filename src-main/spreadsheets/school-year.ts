import { isBlank, textOf } from './cells.ts';
import type { Sheet } from './workbook.ts';

/** «2025/2026», «2025-26», «2025–2026»; not a part of a longer number or of a date. */
const PAIR = /(?<![\d./–—-])((?:19|20)\d{2})\s?[/–—-]\s?((?:19|20)?\d{2})(?![\d]|[./–—-]\d)/gu;
const SAID = /уч(?:\.|ебн)/iu;

const pairsOf = (text: string): readonly number[] =>
  [...text.matchAll(PAIR)].flatMap(([, first = '', second = '']) => {
    const startYear = Number(first);
    return String(startYear + 1).endsWith(second) ? [startYear] : [];
  });

/** The only year of a list, however often it is repeated. */
const single = (years: readonly number[]): number | null =>
  new Set(years).size === 1 ? (years[0] ?? null) : null;

/**
 * School year a file says it is of, from the lines around its table: first calendar year, 2025 is
 * 2025/2026. Reads «Учебный год: 2025/2026», «2025-2026 уч. год», «2025/26», «на 2025–2026 учебный
 * год». Lines that speak of a school year outweigh bare pairs. Null when nothing is said, when the
 * years do not follow each other (2025/2027) and when the lines contradict one another.
 */
export const schoolYearOfLines = (lines: readonly string[]): number | null => {
  const said = lines.filter((line) => SAID.test(line)).flatMap(pairsOf);
  return single(said.length > 0 ? said : lines.flatMap(pairsOf));
};

/**
 * Texts a sheet carries beside its data: its name and the rows above, with the titles, because a
 * line right above them may be read as their upper level.
 */
export const linesAbove = (sheet: Sheet, firstDataRow: number): readonly string[] => [
  sheet.name,
  ...sheet.rows
    .slice(0, firstDataRow)
    .filter((row) => !isBlank(row))
    // One line per row: «Учебный год» and «2025/2026» may stand in neighbouring cells.
    .map((row) => row.map((cell) => textOf(cell)).join(' ')),
];
