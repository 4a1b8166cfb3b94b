import type { MarkMeaning } from './mark-codes.ts';

/** What the words of a file's own legend mean (formats.md A): «Б Болезнь», «О Опоздание». */

/** Longer words first: «неуважительная» holds «уважительная». */
const WORDS: readonly (readonly [RegExp, MarkMeaning])[] = [
  [/неуваж|без уваж|прогул/u, 'unexcused'],
  [/опозда/u, 'late'],
  [/освобо/u, 'exempt'],
  [/боле|больн|бюллет/u, 'ill'],
  [/уваж/u, 'excused'],
  [/незач|не зач/u, 'no-credit'],
  [/зач[её]т|зачтено/u, 'credit'],
  [/не аттест|неаттест/u, 'not-assessed'],
  [/присутств/u, 'present'],
  [/отсутств|пропуск|не был|неявк/u, 'absent'],
  [/позже|точк|задолж/u, 'pending'],
];

/** Null when the words say nothing known: then nothing is guessed. */
export const meaningOfTitle = (title: string): MarkMeaning | null => {
  const text = title.toLowerCase();
  return WORDS.find(([word]) => word.test(text))?.[1] ?? null;
};
