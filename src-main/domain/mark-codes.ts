/** What a mark cell says (domain.md §6, formats.md): `5/4`, `О 2`, `Б 3/3`, `нн5`, `зч`. */
import { assertNever } from '../contract/errors.ts';

export type MarkMeaning =
  | 'absent'
  | 'ill'
  | 'excused'
  | 'late'
  | 'present'
  | 'exempt'
  | 'credit'
  | 'no-credit'
  | 'not-assessed'
  | 'pending';

/** Code in capitals, as `codeKey` makes it → meaning. Differs from source to source. */
export type CodeTable = ReadonlyMap<string, MarkMeaning>;

export type MarkToken =
  | { readonly kind: 'mark'; readonly value: number; readonly sign: '' | '+' | '-' }
  | { readonly kind: 'code'; readonly meaning: MarkMeaning }
  /** A code the table does not know: kept and shown. */
  | { readonly kind: 'unknown'; readonly text: string };

/** One spelling per meaning, so that cells of different sources compare and print alike. */
export const CANONICAL_CODES: Readonly<Record<MarkMeaning, string>> = {
  absent: 'Н',
  ill: 'Б',
  excused: 'У',
  late: 'О',
  present: '*',
  exempt: 'ОСВ',
  credit: 'ЗЧ',
  'no-credit': 'НЗ',
  'not-assessed': 'Н/А',
  pending: '.',
};

export const MEANING_TITLES: Readonly<Record<MarkMeaning, string>> = {
  absent: 'Отсутствие без уважительной причины',
  ill: 'Отсутствие по болезни',
  excused: 'Отсутствие по уважительной причине',
  late: 'Опоздание',
  present: 'Присутствие',
  exempt: 'Освобождение',
  credit: 'Зачёт',
  'no-credit': 'Незачёт',
  'not-assessed': 'Не аттестован',
  pending: 'Оценка будет выставлена позже',
};

const MEANING_BY_CODE: ReadonlyMap<string, MarkMeaning> = new Map(
  (Object.keys(CANONICAL_CODES) as MarkMeaning[]).map((meaning) => [
    CANONICAL_CODES[meaning],
    meaning,
  ]),
);

/** Latin letters typed or exported instead of Cyrillic ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'П',
  Y: 'У',
};

/** Spelling of a code in a table: capitals, ё→е, Latin look-alikes Cyrillic, no spaces. */
export const codeKey = (text: string): string =>
  Array.from(text.toUpperCase().replaceAll('Ё', 'Е').replace(/\s/gu, ''))
    .map((char) => LOOKALIKES[char] ?? char)
    .join('');

const MARK = /^([1-5])([+-]?)(?![\d+-])/u;
const LETTERS = /^\p{L}+/u;

const sign = (text: string | undefined): '' | '+' | '-' =>
  text === '+' || text === '-' ? text : '';

/** Codes a run of letters is made of («НН» → two), or null when some letter is left over. */
const splitLetters = (run: string, table: CodeTable): readonly MarkToken[] | null => {
  if (run === '') return [];
  for (let length = run.length; length > 0; length -= 1) {
    const meaning = table.get(run.slice(0, length));
    const rest = meaning && splitLetters(run.slice(length), table);
    if (rest) return [{ kind: 'code', meaning }, ...rest];
  }
  return null;
};

interface Step {
  readonly tokens: readonly MarkToken[];
  /** Characters read. */
  readonly length: number;
}

/** A code written with other signs than letters: «Н/А», `*`, `.`, `999`. */
const oddCode = (rest: string, table: CodeTable): Step | null => {
  let found: Step | null = null;
  for (const [code, meaning] of table) {
    if (/^\p{L}+$/u.test(code) || !rest.startsWith(code)) continue;
    const next = rest.slice(code.length);
    const ends = /[\p{L}\d]$/u.test(code) ? !/^[\p{L}\d]/u.test(next) : true;
    if (ends && code.length > (found?.length ?? 0))
      found = { tokens: [{ kind: 'code', meaning }], length: code.length };
  }
  return found;
};

const readStep = (rest: string, table: CodeTable): Step => {
  const odd = oddCode(rest, table);
  if (odd) return odd;
  const mark = MARK.exec(rest);
  if (mark) {
    const token = { kind: 'mark', value: Number(mark[1]), sign: sign(mark[2]) } as const;
    return { tokens: [token], length: mark[0].length };
  }
  const letters = LETTERS.exec(rest)?.[0];
  const codes = letters === undefined ? null : splitLetters(letters, table);
  if (letters !== undefined && codes) return { tokens: codes, length: letters.length };
  const text = letters ?? /^[^\s/,;]+/u.exec(rest)?.[0] ?? rest;
  return { tokens: [{ kind: 'unknown', text }], length: text.length };
};

/**
 * Reads a cell by a source's code table. Several marks and codes may stand together, separated by
 * spaces, `/`, `,`, `;` or by nothing; what the table does not know is kept as `unknown`.
 * An empty cell gives no tokens.
 */
export const readMarkCell = (text: string, table: CodeTable): readonly MarkToken[] => {
  const cell = Array.from(text.toUpperCase().replaceAll('Ё', 'Е'))
    .map((char) => LOOKALIKES[char] ?? char)
    .join('');
  const tokens: MarkToken[] = [];
  for (let at = 0; at < cell.length;) {
    if (/[\s/,;\u200B\uFEFF]/u.test(cell[at] ?? '')) {
      at += 1;
      continue;
    }
    const step = readStep(cell.slice(at), table);
    tokens.push(...step.tokens);
    at += step.length;
  }
  return tokens;
};

const tokenCode = (token: MarkToken): string => {
  if (token.kind === 'mark') return `${token.value}${token.sign}`;
  if (token.kind === 'code') return CANONICAL_CODES[token.meaning];
  return token.kind === 'unknown' ? `?${token.text}` : assertNever(token);
};

/** Tokens as the database keeps them: `Б 3 3`; an unknown code stands after `?`. */
export const canonicalCodes = (tokens: readonly MarkToken[]): string =>
  tokens.map(tokenCode).join(' ');

const tokenOf = (code: string): MarkToken => {
  const mark = /^([1-5])([+-]?)$/u.exec(code);
  if (mark) return { kind: 'mark', value: Number(mark[1]), sign: sign(mark[2]) };
  const meaning = MEANING_BY_CODE.get(code);
  return meaning ? { kind: 'code', meaning } : { kind: 'unknown', text: code.replace(/^\?/u, '') };
};

/** The way back from `canonicalCodes`. */
export const tokensOf = (codes: string): readonly MarkToken[] =>
  codes === '' ? [] : codes.split(' ').map(tokenOf);

/** Marks of a cell in canonical codes: `Б 3 3` → [3, 3]. Signs do not change the value. */
export const markValues = (codes: string): readonly number[] =>
  tokensOf(codes).flatMap((token) => (token.kind === 'mark' ? [token.value] : []));

/** As printed and shown: `Б 3/3`; marks by `/`, an unknown code as the source wrote it. */
export const showCodes = (codes: string): string =>
  codes.replace(/(?<=[1-5][+-]?) (?=[1-5])/gu, '/').replaceAll('?', '');

/** Mean of marks, null without marks. */
export const averageOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** «4,33»; «—» without marks. */
export const showAverage = (average: number | null): string =>
  average === null
    ? '—'
    : (Math.round((average + Number.EPSILON) * 100) / 100).toFixed(2).replace('.', ',');

const ABSENCES: readonly MarkMeaning[] = ['absent', 'ill', 'excused'];

/** Missed lessons of a cell, by kind: «НН» is two. */
export const absencesOf = (codes: string): readonly MarkMeaning[] =>
  tokensOf(codes).flatMap((token) =>
    token.kind === 'code' && ABSENCES.includes(token.meaning) ? [token.meaning] : [],
  );

/** Missed lessons by kind, and lessons come to late. */
export interface AbsenceCount {
  readonly total: number;
  readonly ill: number;
  readonly excused: number;
  readonly absent: number;
  readonly late: number;
}

/**
 * The one count of missed lessons, in lessons (domain.md §6): sheet, card of marks and journal
 * agree by it. Of codes the table does not know nothing is counted: see `unknownCodesOf`.
 */
export const countAbsences = (codes: string): AbsenceCount => {
  const missed = absencesOf(codes);
  const count = (meaning: MarkMeaning): number => missed.filter((one) => one === meaning).length;
  const late = tokensOf(codes).filter((one) => one.kind === 'code' && one.meaning === 'late');
  return {
    total: missed.length,
    ill: count('ill'),
    excused: count('excused'),
    absent: count('absent'),
    late: late.length,
  };
};

/** Codes of a cell that the table does not know, as the source wrote them. */
export const unknownCodesOf = (codes: string): readonly string[] =>
  tokensOf(codes).flatMap((token) => (token.kind === 'unknown' ? [token.text] : []));

/** Whether an unknown code stands in the cell. */
export const hasUnknownCode = (codes: string): boolean => codes.includes('?');
