import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { percent } from '../../strings/common.ts';
import { shares as text } from '../../strings/statements.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { EmptyState, Panel, Pending } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import css from './statements.module.css';

type Shares = OperationOutput<'statements.shares'>;
type ClassShare = Shares['classes'][number];

const columns: readonly SmallColumn<ClassShare>[] = [
  { key: 'className', title: text.className, render: ({ className }) => className },
  { key: 'students', title: text.students, align: 'right', render: ({ students }) => students },
  { key: 'refusals', title: text.refusals, align: 'right', render: ({ refusals }) => refusals },
  {
    key: 'share',
    title: text.share,
    align: 'right',
    render: ({ refusals, students }) => percent(refusals, students),
  },
  {
    key: 'impossible',
    title: text.impossible,
    align: 'right',
    render: ({ impossible }) => impossible,
  },
  { key: 'consents', title: text.consents, align: 'right', render: ({ consents }) => consents },
];

const SharesView = ({ shares: { overall, classes } }: { readonly shares: Shares }): JSX.Element =>
  overall.students === 0 ? (
    <EmptyState title={text.empty} hint={text.emptyHint} />
  ) : (
    <Stack gap="sm" className={css['scroll'] ?? ''}>
      <Panel title={text.overall}>
        <Text fw={700}>{text.summary(overall.refusals, overall.students)}</Text>
        <Text size="sm">{text.others(overall.impossible, overall.consents)}</Text>
        <Text size="sm" c="dimmed">
          {text.advice}
        </Text>
      </Panel>
      <Panel title={text.title}>
        <BarChart
          title={text.chart}
          bars={classes.map(({ classId, className, refusals, students }) => ({
            key: classId,
            label: className,
            value: students === 0 ? 0 : (refusals / students) * 100,
            valueLabel: text.barValue(refusals, students),
          }))}
        />
        <SmallTable
          label={text.title}
          columns={columns}
          rows={classes}
          rowKey={({ classId }) => classId}
          empty={text.empty}
        />
      </Panel>
    </Stack>
  );

/** Share of refusals by class: the office steers parents to the service (S2, closing note). */
export const SharesTab = (): JSX.Element => {
  const query = useOperation('statements.shares', {});
  return <Pending query={query}>{(shares) => <SharesView shares={shares} />}</Pending>;
};
