/** Where the register differs from a sheet that was printed. */
import type { z } from 'zod';
import type { SheetContent, sheetDifference } from '../contract/sheets-fields.ts';

export type SheetDifference = z.output<typeof sheetDifference>;

/** Every cell of a sheet with its place, so that two sheets of different shape compare. */
const cellsOf = (content: SheetContent): ReadonlyMap<string, Omit<SheetDifference, 'was'>> => {
  const cells = new Map<string, Omit<SheetDifference, 'was'>>();
  const put = (cell: Omit<SheetDifference, 'was'>): void => {
    if (cell.now === '') return;
    const key = `${cell.kind} ${cell.date ?? ''} ${cell.subject}`;
    const known = cells.get(key);
    cells.set(key, known ? { ...known, now: `${known.now}; ${cell.now}` } : cell);
  };
  for (const { subject, cells: marks, average } of content.subjects) {
    for (const [at, now] of marks.entries())
      put({ subject, date: content.days[at]?.date ?? null, kind: 'mark', now });
    put({ subject, date: null, kind: 'average', now: average ?? '' });
  }
  for (const { date, subject, text } of content.homework ?? [])
    put({ subject, date, kind: 'homework', now: text });
  return cells;
};

/** Cells that say something else now, in the order of the printed sheet, new ones last. */
export const sheetDifferences = (
  printed: SheetContent,
  present: SheetContent,
): readonly SheetDifference[] => {
  const [before, after] = [cellsOf(printed), cellsOf(present)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, now] = [before.get(key), after.get(key)];
    const place = was ?? now;
    if (!place || was?.now === now?.now) return [];
    return [{ ...place, was: was?.now ?? '', now: now?.now ?? '' }];
  });
};
