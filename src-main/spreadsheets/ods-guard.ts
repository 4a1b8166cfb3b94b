import type { ReadLimits } from './limits.ts';
import { refuseFile } from './refusals.ts';

const TAG = /<(?:[a-z]+:)?(table-row|table-cell)\b([^<>]*)>/g;

const repeats = (attributes: string, name: 'rows' | 'columns'): number => {
  const found = new RegExp(`number-${name}-repeated\\s*=\\s*["'](\\d{1,10})["']`).exec(attributes);
  return Math.max(Number(found?.[1] ?? 1), 1);
};

/** An empty cell ends in itself and has no value; such ones may repeat to the edge of the sheet. */
const isFilledCell = (attributes: string): boolean =>
  !attributes.endsWith('/') || /\bvalue/.test(attributes);

/**
 * In OpenDocument one short tag may stand for billions of filled cells, which the reading library
 * would write out one by one: they are counted first.
 * Errors: `file-too-big`.
 */
export const checkRepeats = (contentXml: string, limits: ReadLimits): void => {
  let cells = 0;
  let rows = 1;
  for (const [, tag, attributes = ''] of contentXml.matchAll(TAG)) {
    if (tag === 'table-row') rows = repeats(attributes, 'rows');
    else if (isFilledCell(attributes)) cells += rows * repeats(attributes, 'columns');
    if (cells > limits.cells) throw refuseFile('file-too-big');
  }
};
