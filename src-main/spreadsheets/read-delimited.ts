import Papa from 'papaparse';
import type { ReadLimits } from './limits.ts';
import { refuseFile } from './refusals.ts';
import type { Row } from './workbook.ts';

const DELIMITERS = [';', '\t', ','] as const;
const SAMPLE_ROWS = 60;

const parse = (text: string, delimiter: string, preview = 0): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data;

/** Share of the filled sample rows that have the most usual number of fields (at least two). */
const evenness = (text: string, delimiter: string): number => {
  const rows = parse(text, delimiter, SAMPLE_ROWS).filter((row) => row.some((cell) => cell.trim()));
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const best = Math.max(0, ...[...counts].map(([fields, times]) => (fields > 1 ? times : 0)));
  return rows.length === 0 ? 0 : best / rows.length;
};

/**
 * The delimiter that cuts the sample most evenly, or null for text without columns.
 * A table under a free-text heading still counts, hence «half of the rows», not «all».
 */
const delimiterOf = (text: string): string | null => {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.5 ? best.delimiter : null;
};

/** The apostrophe that careful writers put before what a sheet would run as a formula is no part of the text. */
const disarmed = (field: string): string => field.replace(/^'(?=[=+\-@\t\r])/, '');

const asCells = (fields: readonly string[]): Row =>
  fields.map((field) => disarmed(field).trim() || null);

/** Counted before cutting: millions of empty fields would take gigabytes as strings. */
const refuseTooManyCells = (text: string, limits: ReadLimits): void => {
  for (const mark of [...DELIMITERS, '\n', ' ']) {
    let count = 0;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
    if (count > limits.cells) throw refuseFile('file-too-big');
  }
};

export interface DelimitedText {
  readonly format: 'csv' | 'text';
  readonly rows: readonly Row[];
}

/** Reads `;`, tab or comma separated text, else cuts every line at white space. Values stay text. */
export const readDelimited = (text: string, limits: ReadLimits): DelimitedText => {
  refuseTooManyCells(text, limits);
  const delimiter = delimiterOf(text);
  if (delimiter !== null) return { format: 'csv', rows: parse(text, delimiter).map(asCells) };
  const lines = text.split(/\r\n|\r|\n/);
  return { format: 'text', rows: lines.map((line) => asCells(line.trim().split(/\s+/))) };
};
