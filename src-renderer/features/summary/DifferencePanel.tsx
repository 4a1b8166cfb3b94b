import { Alert, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { Difference } from '../../../src-main/contract/summary.ts';
import { difference as text, hoursNumber, shortHeads } from '../../strings/summary.ts';
import { Icon, Panel, StatusBadge } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { showFigure } from './FiguresTable.tsx';
import css from './summary.module.css';

type FigureChange = Difference['figures'][number];
type RowChange = Difference['rows'][number];

/** More rows than a person reads are of no help; the lists behind the figures have them all. */
const shownRows = 30;

const figureColumns: readonly SmallColumn<FigureChange>[] = [
  { key: 'figure', title: text.figure, render: ({ figure }) => shortHeads[figure] },
  {
    key: 'was',
    title: text.was,
    width: 90,
    align: 'right',
    render: ({ figure, was }) => showFigure(figure, was),
  },
  {
    key: 'now',
    title: text.now,
    width: 90,
    align: 'right',
    render: ({ figure, now }) => <b>{showFigure(figure, now)}</b>,
  },
];

const tones = { added: 'good', removed: 'bad', changed: 'warning' } as const;

const hoursOf = ({ wasQuarterHours: was, nowQuarterHours: now }: RowChange): string => {
  if (was !== null && now !== null && was !== now)
    return text.hoursChange(hoursNumber(was), hoursNumber(now));
  const only = now ?? was;
  return only === null ? '' : hoursNumber(only);
};

const rowColumns: readonly SmallColumn<RowChange>[] = [
  {
    key: 'change',
    title: text.change,
    width: 140,
    render: ({ change, figure }) => (
      <>
        <StatusBadge tone={tones[change]}>{text.changes[change]}</StatusBadge>
        <Text size="xs" c="dimmed" mt={2}>
          {shortHeads[figure]}
        </Text>
      </>
    ),
  },
  {
    key: 'row',
    title: text.row,
    render: ({ name, detail }) => (
      <>
        {name}
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      </>
    ),
  },
  {
    key: 'hours',
    title: text.hours,
    width: 70,
    align: 'right',
    render: (row) => <span className={css['number']}>{hoursOf(row)}</span>,
  },
];

const Changes = ({ difference }: { readonly difference: Difference }): JSX.Element => (
  <Stack gap="sm">
    {difference.ruleChanged && (
      <Alert color="orange" icon={<Icon name="warning" />}>
        {text.rule}
      </Alert>
    )}
    {difference.countingChanged && (
      <Alert color="orange" icon={<Icon name="warning" />}>
        {text.counting}
      </Alert>
    )}
    {difference.figures.length > 0 ? (
      <SmallTable
        label={text.label}
        columns={figureColumns}
        rows={difference.figures}
        rowKey={({ figure }) => figure}
        empty=""
      />
    ) : (
      difference.rows.length > 0 && <Text size="sm">{text.rowsOnly}</Text>
    )}
    {difference.rows.length > 0 && (
      <SmallTable
        label={text.rowsLabel}
        columns={rowColumns}
        rows={difference.rows.slice(0, shownRows)}
        rowKey={({ figure, change, id }) => `${figure} ${change} ${id}`}
        empty=""
      />
    )}
    {difference.rows.length > shownRows && (
      <Text size="sm" c="dimmed">
        {text.more(difference.rows.length - shownRows)}
      </Text>
    )}
  </Stack>
);

/** Requisites are no figures: they are told apart, and may be reissued alone. */
const ChangedRequisites = ({ requisites }: Pick<Difference, 'requisites'>): JSX.Element | null =>
  requisites.length === 0 ? null : (
    <Alert color="yellow" icon={<Icon name="info" />}>
      <Text size="sm" fw={700}>
        {text.requisites}
      </Text>
      {requisites.map(({ field, was, now }) => (
        <Text key={field} size="sm">
          {text.requisite(text.requisiteNames[field], was, now)}
        </Text>
      ))}
    </Alert>
  );

/** What has changed in the registers since a version was finalised. */
export const DifferencePanel = ({
  version,
  difference,
}: {
  readonly version: number;
  readonly difference: Difference;
}): JSX.Element => (
  <Panel title={text.title(version)}>
    <Stack gap="sm">
      {difference.changed ? (
        <Changes difference={difference} />
      ) : (
        <Text size="sm">{text.none(version)}</Text>
      )}
      <ChangedRequisites requisites={difference.requisites} />
    </Stack>
  </Panel>
);
