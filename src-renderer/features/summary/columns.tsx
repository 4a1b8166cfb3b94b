import type { Figure, SummaryRow } from '../../../src-main/contract/summary.ts';
import { rowColumns, rows as text, shortHeads, versions } from '../../strings/summary.ts';
import { showTime } from '../../ui/dates.ts';
import type { ListColumn, RowOf } from '../../ui/lists/index.ts';

const dateColumn = (title: string): readonly ListColumn<SummaryRow>[] =>
  title === '' ? [] : [{ key: 'date', title, kind: 'date', width: 140, sort: true }];

/** Columns of the rows behind a figure, or beside it with the reason; empty ones are left out. */
export const columnsOf = (figure: Figure, counted: boolean): readonly ListColumn<SummaryRow>[] => {
  const words = rowColumns[figure];
  return [
    { key: 'name', title: words.name, width: 300, sort: true },
    {
      key: 'detail',
      title: words.detail,
      width: counted ? 380 : 260,
      sort: true,
      ...(counted && { grow: true }),
    },
    ...(counted ? [] : ([{ key: 'reason', title: text.reason, width: 380, grow: true }] as const)),
    ...dateColumn(words.date),
    ...(figure === 'quarterHours'
      ? ([
          { key: 'quarterHours', title: text.hours, kind: 'hours', width: 110, sort: true },
        ] as const)
      : []),
  ];
};

export const versionColumns: readonly ListColumn<RowOf<'summary.list'>>[] = [
  { key: 'from', title: versions.from, kind: 'date', width: 98 },
  {
    key: 'to',
    title: versions.to,
    kind: 'date',
    width: 104,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  { key: 'version', title: versions.version, kind: 'number', width: 84, sort: true },
  {
    key: 'finalisedAt',
    title: versions.finalisedAt,
    width: 138,
    sort: true,
    render: ({ finalisedAt }) => showTime(finalisedAt),
  },
  {
    key: 'figures.studentsOverTwoWeeks',
    title: shortHeads.studentsOverTwoWeeks,
    kind: 'number',
    width: 222,
  },
  { key: 'figures.appeals', title: shortHeads.appeals, kind: 'number', width: 104 },
  { key: 'figures.quarterHours', title: shortHeads.quarterHours, kind: 'hours', width: 124 },
  { key: 'figures.resources', title: shortHeads.resources, kind: 'number', width: 116, grow: true },
];
