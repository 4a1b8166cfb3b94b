import type { Difference, Figure, SummaryRow } from '../../contract/summary.ts';
import type { FrozenSummary } from '../../domain/summary.ts';
import { figureNames, summaryDifference } from '../../domain/summary.ts';
import type { CollectedSummary, FigureRows } from './collect.ts';

interface Compared extends CollectedSummary {
  /** The sentence of the rule; another sentence is another rule. */
  readonly ruleText: string;
}

type ChangedRow = Difference['rows'][number];

const idsOnly = ({ figures, rows }: CollectedSummary): FrozenSummary => {
  const ids = (figure: Figure): readonly number[] => rows[figure].map((row) => row.id);
  return {
    figures,
    rows: {
      organisations: ids('organisations'),
      studentsOverTwoWeeks: ids('studentsOverTwoWeeks'),
      appeals: ids('appeals'),
      quarterHours: ids('quarterHours'),
      resources: ids('resources'),
    },
  };
};

const changed = (
  figure: Figure,
  change: ChangedRow['change'],
  was: SummaryRow | undefined,
  now: SummaryRow | undefined,
): readonly ChangedRow[] => {
  const row = now ?? was;
  if (!row) return [];
  return [
    {
      figure,
      change,
      id: row.id,
      name: row.name,
      detail: row.detail,
      wasQuarterHours: was?.quarterHours ?? null,
      nowQuarterHours: now?.quarterHours ?? null,
    },
  ];
};

const byId = (rows: readonly SummaryRow[]): ReadonlyMap<number, SummaryRow> =>
  new Map(rows.map((row) => [row.id, row]));

/** Entries that stayed but whose hours were corrected; the sum may be equal all the same. */
const correctedRows = (was: FigureRows, now: FigureRows): readonly ChangedRow[] =>
  figureNames.flatMap((figure) => {
    const after = byId(now[figure]);
    return was[figure].flatMap((row) => {
      const next = after.get(row.id);
      const same = next === undefined || next.quarterHours === row.quarterHours;
      return same ? [] : changed(figure, 'changed', row, next);
    });
  });

/** What changed from a finalised version to the registers as they are now (domain.md §4). */
export const compareSummaries = (was: Compared, now: Compared): Difference => {
  const differences = summaryDifference(idsOnly(was), idsOnly(now));
  const rows = differences.flatMap(({ figure, addedIds, removedIds }) => {
    const before = byId(was.rows[figure]);
    const after = byId(now.rows[figure]);
    return [
      ...addedIds.flatMap((id) => changed(figure, 'added', undefined, after.get(id))),
      ...removedIds.flatMap((id) => changed(figure, 'removed', before.get(id), undefined)),
    ];
  });
  const allRows = [...rows, ...correctedRows(was.rows, now.rows)];
  const figures = differences
    .filter(({ before, after }) => before !== after)
    .map(({ figure, before, after }) => ({ figure, was: before, now: after }));
  const ruleChanged = was.ruleText !== now.ruleText;
  return {
    changed: ruleChanged || figures.length > 0 || allRows.length > 0,
    ruleChanged,
    figures,
    rows: allRows,
  };
};
