import { normaliseTitle } from '../cells.ts';
import type { FinalCell } from './recognised.ts';
import { remembered } from './remembered.ts';

export type TermTitle = 'quarter' | 'trimester' | 'half-year' | 'other';

/** What a column of final marks is for; `term` tells the kind of its term. */
export interface FinalTitle {
  readonly period: FinalCell['period'];
  readonly term: TermTitle | null;
}

const ORDINALS: readonly RegExp[] = [
  /^(?:1|i|перв)/u,
  /^(?:2|ii|втор)/u,
  /^(?:3|iii|трет)/u,
  /^(?:4|iv|четверт)/u,
  /^(?:5|v|пят)/u,
  /^(?:6|vi|шест)/u,
];

const NUMBER = String.raw`([1-6]|i{1,3}|iv|vi?|перв\p{L}*|втор\p{L}*|трет\p{L}*|четверт(?:ая|ой|ую)|пят\p{L}*|шест\p{L}*)`;
const TERM = String.raw`(четверт[ьи]|четв|триместр\p{L}*|трим|полугоди[ея]|полуг|модул[ья]|семестр\p{L}*|(?:учебн\p{L}+ )?период)`;
const TERM_TITLES: readonly (readonly [RegExp, number, number])[] = [
  [
    new RegExp(
      String.raw`(?:^|[^\p{L}\d])${NUMBER}(?:-?(?:я|й|ая|ый|ое|е))? ${TERM}(?:$|[^\p{L}])`,
      'u',
    ),
    1,
    2,
  ],
  [new RegExp(String.raw`(?:^|[^\p{L}])${TERM} ?№? ?${NUMBER}(?:$|[^\p{L}\d])`, 'u'), 2, 1],
];

const KINDS: readonly (readonly [RegExp, TermTitle])[] = [
  [/^четв/u, 'quarter'],
  [/^трим/u, 'trimester'],
  [/^полуг|^семестр/u, 'half-year'],
];

const numberOf = (word: string): number => {
  // Longest first: «iii» also begins with «i».
  for (let at = ORDINALS.length - 1; at >= 0; at -= 1) {
    const roman = /^[iv]+$/u.test(word);
    const pattern = ORDINALS[at];
    if (roman ? ['i', 'ii', 'iii', 'iv', 'v', 'vi'][at] === word : pattern?.test(word))
      return at + 1;
  }
  return 0;
};

const termOf = (title: string): FinalTitle | null => {
  for (const [pattern, number, kind] of TERM_TITLES) {
    const found = pattern.exec(title);
    const at = found ? numberOf(found[number] ?? '') : 0;
    if (!found || at === 0) continue;
    const term = KINDS.find(([words]) => words.test(found[kind] ?? ''))?.[1] ?? 'other';
    return { period: `term-${at as 1 | 2 | 3 | 4 | 5 | 6}`, term };
  }
  return null;
};

/** Averages, percentages and the like, which are never stored (issue 4). */
const AVERAGE = /средн|взвеш|взв|(?:^| )ср(?: |$)|балл|рейтинг|процент|%|качеств|успеваемост/u;

const SPECIFIC: readonly (readonly [RegExp, FinalCell['period']])[] = [
  [/(?:^| )(?:гос|государств\p{L}*|гиа|огэ|егэ)(?: |$|-)/u, 'state-exam'],
  [/(?:^| )экз/u, 'exam'],
  [
    /^(?:итогов\p{L}* )?год(?:ов\p{L}*)?(?: (?:оценка|отметка|итог))?$|за год$|за учебный год/u,
    'year',
  ],
  [/за (?:отчетный )?период/u, 'covered'],
];

/**
 * What the titles above a column, top to bottom, say of final marks: «1 Четверть → Итог» is term 1,
 * «Год. оценка» the year, «Итоговая оценка за период» what the report covers. The lowest title that
 * says something exact wins. Null when it is no column of final marks.
 */
export const finalOfTitles = (titles: readonly string[]): FinalTitle | null =>
  finalOfLines(titles.join('\n'));

/** Every pupil's table has the same few titles. */
const finalOfLines = remembered((lines): FinalTitle | null => {
  const plain = lines
    .split('\n')
    .map((title) => normaliseTitle(title))
    .toReversed();
  if (AVERAGE.test(plain[0] ?? '')) return null;
  for (const title of plain) {
    const term = termOf(title);
    if (term) return term;
    const period = SPECIFIC.find(([pattern]) => pattern.test(title))?.[1];
    if (period !== undefined) return { period, term: null };
  }
  return plain[0]?.startsWith('итог') ? { period: 'final', term: null } : null;
});
