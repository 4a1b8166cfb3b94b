/**
 * How wide a text prints in a Times New Roman-metric font. Word lays fixed tables out from widths
 * given beforehand, so a label that has to stand before a rule is measured here.
 */

import { ptToMm } from './paper.ts';

/** Advance widths in hundredths of the font size, as in Tinos and Times New Roman regular. */
const advances: Readonly<Record<string, string>> = {
  25: ' .,\u00a0',
  28: ':;/',
  33: '-()!',
  40: 'з',
  41: 'г',
  44: 'аеёст?э',
  47: 'вья',
  50: 'Злорухчк0123456789–«»',
  52: 'ъбд',
  55: 'ийнпцР',
  58: 'БЬГ',
  62: 'ЕЁТм',
  66: 'ЧфЭ',
  68: 'ВКСЯыДЛ',
  70: 'жУЪ',
  73: 'АИЙНОПХЦ',
  77: 'шщюФ',
  90: 'ЫМЖ',
  101: '№—ШЩЮ',
};

const advanceOf = new Map(
  Object.entries(advances).flatMap(([width, letters]) =>
    Array.from(letters, (letter) => [letter, Number(width) / 100] as const),
  ),
);

/** Letters not in the list: between the wide Latin capitals and the narrow small ones. */
const usualAdvance = 0.6;

/** Width of one line, millimetres; an estimate on the safe side by a few per cent. */
export const textWidthMm = (text: string, sizePt: number): number => {
  let units = 0;
  for (const letter of text) units += advanceOf.get(letter) ?? usualAdvance;
  return units * ptToMm(sizePt) * 1.03;
};
