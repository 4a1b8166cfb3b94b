import { Box, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type {
  ControlGroup,
  ControlGrouping,
  ControlScope,
} from '../../../src-main/contract/control.ts';
import { useOperation } from '../../api/hooks.ts';
import {
  chart,
  groupHeads,
  groupingLabel,
  groupings,
  scope as scopeText,
  screen,
  table as text,
} from '../../strings/control.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { SegmentField, choicesOf } from '../../ui/form/index.ts';
import { Panel, Pending, navigate, showDate } from '../../ui/index.ts';
import type { ListColumn, RowOf } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import css from './control.module.css';
import { choose, useControl } from './control-store.ts';
import { Figures } from './Figures.tsx';
import { MissedLessons } from './MissedLessons.tsx';
import { NothingHere } from './NothingHere.tsx';
import { groupChoice } from './use-scope.ts';

type GroupRow = RowOf<'control.listGroups'>;

/** Columns of figures with the room their heads take, pixels. */
const numbers = [
  ['lessons', 74],
  ['marks', 76],
  ['late', 78],
  ['unknown', 108],
  ['withoutHomework', 76],
  ['withoutTopic', 90],
  ['emptyWeeks', 134],
  ['planned', 86],
] as const;

const columnsOf = (by: ControlGrouping): readonly ListColumn<GroupRow>[] => [
  { key: 'title', title: groupHeads[by], grow: true, width: 150, sort: true },
  ...numbers.map(([key, width]): ListColumn<GroupRow> => ({
    key,
    title: text[key],
    kind: 'number',
    width,
    sort: true,
  })),
  { key: 'heldOfPlanned', title: text.held, kind: 'number', width: 100 },
];

export const ByField = (): JSX.Element => {
  const by = useControl((state) => state.by);
  return (
    <SegmentField
      name="by"
      label={groupingLabel}
      choices={choicesOf(groupings)}
      value={by}
      onChange={(next) => choose({ by: next })}
    />
  );
};

/** As many bars as fit beside the table. */
const mostBars = 12;

const lateShare = ({ late, marks }: ControlGroup): number => (marks === 0 ? 0 : late / marks);

const Bars = ({
  groups,
  by,
}: {
  readonly groups: readonly ControlGroup[];
  readonly by: ControlGrouping;
}) => {
  const withMarks = groups.filter(({ marks }) => marks > 0);
  const isCut = withMarks.length > mostBars;
  const shown = isCut
    ? withMarks.toSorted((a, b) => lateShare(b) - lateShare(a)).slice(0, mostBars)
    : withMarks;
  return (
    <Panel title={chart.title(groupings[by])}>
      <BarChart
        title={chart.title(groupings[by])}
        series={chart.series}
        max={1}
        wideLabels={by !== 'class'}
        bars={shown.map(({ id, title, marks, onTime, late, unknown }) => ({
          key: id,
          label: title,
          value: [onTime / marks, late / marks, unknown / marks],
          valueLabel: chart.value(late, unknown, marks),
        }))}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {isCut ? `${chart.worst(mostBars)}. ${chart.hint}` : chart.hint}
      </Text>
    </Panel>
  );
};

interface GroupsProps {
  readonly scope: ControlScope;
  readonly by: ControlGrouping;
  readonly count: number;
}

/** As tall as its rows, up to ten; more scroll inside. */
const heightOf = (count: number): number => 124 + 32 * Math.max(2, Math.min(10, count));

const Groups = ({ scope, by, count }: GroupsProps): JSX.Element => {
  const columns = useMemo(() => columnsOf(by), [by]);
  const filters = useMemo(() => ({ by, ...scope }), [by, scope]);
  return (
    <Box className={css['groups'] ?? ''} h={heightOf(count)}>
      <DataTable
        key={by}
        operation="control.listGroups"
        list={`control.listGroups ${by}`}
        title={`${screen.title}. ${groupings[by]}`}
        columns={columns}
        rowKey={({ id }) => id}
        fixedFilters={filters}
        onOpen={({ id }) => {
          choose(groupChoice(by, id));
          navigate('/control?tab=faults');
        }}
      />
    </Box>
  );
};

const Overview = ({ scope }: { readonly scope: ControlScope }): JSX.Element => {
  const by = useControl((state) => state.by);
  const query = useOperation('control.overview', { by, ...scope }, { keepPrevious: true });
  return (
    <Pending query={query}>
      {({ from, to, total, groups }) =>
        groups.length === 0 ? (
          <NothingHere />
        ) : (
          <Stack gap="sm" className={css['scroll'] ?? ''}>
            <Group justify="space-between">
              <ByField />
              <Text size="sm" c="dimmed">
                {scopeText.counted(showDate(from), showDate(to))}
              </Text>
            </Group>
            <Figures total={total} />
            <MissedLessons scope={scope} />
            <Groups scope={scope} by={by} count={groups.length} />
            <Bars groups={groups} by={by} />
          </Stack>
        )
      }
    </Pending>
  );
};

/** Figures of the period, the same by teacher, class or subject, and bars of lateness. */
export const OverviewTab = ({ scope }: { readonly scope: ControlScope | null }): JSX.Element =>
  scope === null ? <></> : <Overview scope={scope} />;
