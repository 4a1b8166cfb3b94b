/** The figures of `npm run bench`; limits are the project's targets. */
export interface Figure {
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
  /** What the baseline does. */
  readonly baseline: string;
  readonly limits: { readonly ratio: number; readonly ms?: number; readonly peakMb?: number };
}

export const figures: readonly Figure[] = [
  {
    name: 'import 13,000 contingent rows',
    script: 'import-contingent.ts',
    arguments: [],
    baseline: 'bare parse by @e965/xlsx',
    limits: { ratio: 1.5, peakMb: 500 },
  },
  ...['page', 'search', 'filter'].map((kind) => ({
    name: `journal of 100,000 appeals: ${kind}, p95`,
    script: 'appeals-list.ts',
    arguments: [kind],
    baseline: 'the same SQL, prepared, better-sqlite3',
    limits: { ratio: 3, ms: 16 },
  })),
  {
    name: 'HTTP host: start to usable home screen',
    script: 'http-start.ts',
    arguments: [],
    baseline: 'start to an empty page',
    limits: { ratio: 1.5 },
  },
  {
    name: 'journal of 5,000 appeals to DOCX',
    script: 'journal-docx.ts',
    arguments: [],
    baseline: 'docx library alone',
    limits: { ratio: 1.3 },
  },
  {
    name: 'unlock by the password',
    script: 'unlock.ts',
    arguments: [],
    baseline: 'one scrypt, N = 2^17',
    limits: { ratio: 1.2 },
  },
  {
    name: '1,000 refusals to DOCX',
    script: 'refusals-docx.ts',
    arguments: [],
    baseline: 'docx library alone',
    limits: { ratio: 1.3, peakMb: 300 },
  },
  {
    name: '1,000 cards of the diary to print HTML',
    script: 'credential-cards.ts',
    arguments: [],
    baseline: 'the same texts by string building',
    limits: { ratio: 10, ms: 1000 },
  },
  {
    name: 'issue desk over 5,000 credentials, p95',
    script: 'credential-queue.ts',
    arguments: [],
    baseline: 'one prepared SQL search',
    limits: { ratio: 5, ms: 16 },
  },
  ...(
    [
      ['weekly sheets of 1,000 students to print HTML', 'print', 2000, 8],
      ['1,000 weekly sheets printed and kept', 'issue', 3000, 10],
      ['the first page of 1,000 weekly sheets', 'first', 200, 1],
    ] as const
  ).map(([name, kind, ms, ratio]) => ({
    name,
    script: 'sheets.ts',
    arguments: [kind],
    baseline: 'all 1,000: the same rows by plain SQL, string building',
    limits: { ratio, ms },
  })),
  ...(
    [
      ['import of 100,000 marks, a row each', 'rows'],
      ['import of 60 reports of classes, 150,000 marks', 'reports'],
    ] as const
  ).map(([name, kind]) => ({
    name,
    script: 'marks-import.ts',
    arguments: [kind],
    baseline: 'bare parse by @e965/xlsx and a raw prepared insert',
    limits: { ratio: 1.5, peakMb: 600 },
  })),
  ...(['class', 'student', 'month', 'search', 'unknown', 'lessons', 'grid'] as const).map(
    (kind) => ({
      name: `1.5 million marks: ${kind}, p95`,
      script: 'marks-lists.ts',
      arguments: [kind],
      baseline: 'one prepared SQL count of the class',
      limits: { ratio: 10, ms: 16 },
    }),
  ),
  ...(
    [
      ['10k', '100k'],
      ['100k', '1M'],
    ] as const
  ).map(([small, big]) => ({
    name: `import of ${big} marks`,
    script: 'marks-growth.ts',
    arguments: [small, big],
    baseline: `import of ${small} marks`,
    limits: { ratio: 12 },
  })),
  {
    name: 'journal of a class year, 14 subjects, to print HTML',
    script: 'class-journal.ts',
    arguments: ['html'],
    baseline: 'the same rows by plain SQL, bare tables by string building',
    limits: { ratio: 12, ms: 1000 },
  },
  {
    name: 'journal of a class year, 14 subjects, to DOCX',
    script: 'class-journal.ts',
    arguments: ['docx'],
    baseline: 'the same rows by plain SQL, bare tables by the docx library',
    limits: { ratio: 2 },
  },
  ...[
    ['late', 'late marks'],
    ['late-search', 'late marks: search'],
    ['lessons', 'lessons without homework'],
  ].map(([kind, words]) => ({
    name: `control over 1.5 million marks: ${words}, p95`,
    script: 'control.ts',
    arguments: [kind ?? ''],
    baseline: 'the same SQL, prepared, better-sqlite3',
    limits: { ratio: 3, ms: 16 },
  })),
  ...[
    ['term', 'overview of a term', 300],
    ['year', 'overview of a year', 500],
    ['heat', 'heat map of a year', 500],
  ].map(([kind, words, ms]) => ({
    name: `control over 1.5 million marks: ${words}, p95`,
    script: 'control.ts',
    arguments: [String(kind)],
    baseline: 'the same SQL, prepared, better-sqlite3',
    limits: { ratio: 3, ms: Number(ms) },
  })),
];
