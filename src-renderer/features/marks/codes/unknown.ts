import type { OperationOutput } from '../../../../src-main/contract/operations.ts';

type Mark = OperationOutput<'marks.listMarks'>['rows'][number];

export interface UnknownRecord {
  /** The cell as its source wrote it. */
  readonly text: string;
  readonly count: number;
  readonly example: Mark;
  /** What most likely is the code: the cell without marks and signs between them. */
  readonly code: string;
}

const likelyCode = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\d])[1-5][+-]?(?![\p{L}\d])|[\s/,;]/gu, '').slice(0, 10) || text;

/** Cells with unknown codes by their spelling, the most frequent first. */
export const unknownRecords = (marks: readonly Mark[]): readonly UnknownRecord[] =>
  [...Map.groupBy(marks, ({ text }) => text)]
    .flatMap(([text, [example, ...rest]]) =>
      example ? [{ text, example, count: rest.length + 1, code: likelyCode(text) }] : [],
    )
    .toSorted((a, b) => b.count - a.count);
