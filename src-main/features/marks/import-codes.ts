import type { CodeTable, MarkMeaning } from '../../domain/mark-codes.ts';
import { canonicalCodes, codeKey, hasUnknownCode, readMarkCell } from '../../domain/mark-codes.ts';
import { meaningOfTitle } from '../../domain/legend.ts';
import type { LegendCode } from '../../spreadsheets/marks/recognised.ts';
import type { ReadMarks, UnknownCode } from './import-types.ts';

/** The code table of one file: the chosen one, with the file's own legend over it. */
export const tableOfFile = (table: CodeTable, legend: readonly LegendCode[]): CodeTable => {
  const own = new Map<string, MarkMeaning>(table);
  for (const { code, title } of legend) {
    const meaning = meaningOfTitle(title);
    if (meaning) own.set(codeKey(code), meaning);
  }
  return own;
};

/** Reads texts of cells; a school's year has some hundred different ones. */
export const codeReader = (table: CodeTable): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const codes = canonicalCodes(readMarkCell(text, table));
    known.set(text, codes);
    return codes;
  };
};

/** Counts cells with codes nobody has explained. */
export class UnknownCodes {
  readonly #found = new Map<string, UnknownCode>();

  add(
    codes: string,
    place: Pick<UnknownCode, 'file' | 'sheet' | 'address'> & { readonly classId: number },
  ): void {
    if (!hasUnknownCode(codes)) return;
    const unknown = codes.split(' ').filter((code) => code.startsWith('?'));
    for (const marked of new Set(unknown)) {
      const code = marked.slice(1);
      const { classId, ...first } = place;
      const one = this.#found.get(code) ?? { code, count: 0, ...first, classIds: new Map() };
      one.count += 1;
      one.classIds.set(classId, (one.classIds.get(classId) ?? 0) + 1);
      this.#found.set(code, one);
    }
  }

  list(): readonly UnknownCode[] {
    return [...this.#found.values()].toSorted((a, b) => b.count - a.count);
  }
}

interface Explained {
  readonly code: string;
  readonly title: string;
  readonly meaning: MarkMeaning | null;
  /** What the chosen table says. */
  readonly known: MarkMeaning | null;
}

/** Every code the files explain, once. */
export const legendOf = (
  files: readonly Pick<ReadMarks, 'legend'>[],
  table: CodeTable,
): readonly Explained[] => {
  const all = new Map<string, Explained>();
  for (const { legend } of files)
    for (const { code, title } of legend)
      all.set(`${codeKey(code)}|${title}`, {
        code: codeKey(code),
        title,
        meaning: meaningOfTitle(title),
        known: table.get(codeKey(code)) ?? null,
      });
  return [...all.values()];
};
