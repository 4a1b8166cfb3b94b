import type { PackageContent } from '../../contract/summary-package.ts';
import type { Difference, Figure, Requisite, SummaryRow } from '../../contract/summary.ts';
import type { FrozenSummary } from '../../domain/summary.ts';
import { figureNames, summaryDifference } from '../../domain/summary.ts';
import type { CollectedSummary, FigureRows } from './collect.ts';

interface Compared extends CollectedSummary {
  /** The sentence of the rule; another sentence is another rule. */
  readonly ruleText: string;
  /** The name of the way of counting. */
  readonly counting: string;
  readonly requisites: Requisites;
}

export type Requisites = Readonly<Record<Requisite, string | null>>;

/** What a version says of the school and its signers. */
export const requisitesOf = ({
  school,
  director,
  executor,
}: Pick<PackageContent, 'school' | 'director' | 'executor'>): Requisites => ({
  ...school,
  directorPosition: director.position,
  directorName: director.name,
  executorName: executor.name,
  executorPhone: executor.phone,
});

/** Requisites that differ, in the order of the settings. */
const changedRequisites = (was: Requisites, now: Requisites): Difference['requisites'] =>
  (Object.keys(now) as readonly Requisite[])
    .filter((field) => was[field] !== now[field])
    .map((field) => ({ field, was: was[field], now: now[field] }));

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

/** Rows beside the figures change nothing that is reported; the school's row is its requisites. */
const countedOnly = (compared: Compared): Compared => {
  const counted = (figure: Figure) => compared.rows[figure].filter((row) => row.counted);
  return {
    ...compared,
    rows: {
      organisations: counted('organisations'),
      studentsOverTwoWeeks: counted('studentsOverTwoWeeks'),
      appeals: counted('appeals'),
      quarterHours: counted('quarterHours'),
      resources: counted('resources'),
    },
  };
};

/** What changed from a finalised version to the registers as they are now (domain.md §4). */
export const compareSummaries = (before: Compared, after: Compared): Difference => {
  const [was, now] = [countedOnly(before), countedOnly(after)];
  const differences = summaryDifference(idsOnly(was), idsOnly(now));
  const rows = differences.flatMap(({ figure, addedIds, removedIds }) => {
    const old = byId(was.rows[figure]);
    const fresh = byId(now.rows[figure]);
    return [
      ...addedIds.flatMap((id) => changed(figure, 'added', undefined, fresh.get(id))),
      ...removedIds.flatMap((id) => changed(figure, 'removed', old.get(id), undefined)),
    ];
  });
  const allRows = [...rows, ...correctedRows(was.rows, now.rows)];
  const figures = differences
    .filter((change) => change.before !== change.after)
    .map((change) => ({ figure: change.figure, was: change.before, now: change.after }));
  const ruleChanged = was.ruleText !== now.ruleText;
  const countingChanged = was.counting !== now.counting;
  return {
    changed: ruleChanged || countingChanged || figures.length > 0 || allRows.length > 0,
    ruleChanged,
    countingChanged,
    requisites: changedRequisites(was.requisites, now.requisites),
    figures,
    rows: allRows,
  };
};
