import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { useOperation } from '../../api/hooks.ts';
import { totals as text } from '../../strings/resources.ts';
import { PeriodField, usePeriodFields } from '../../ui/form/index.ts';
import { Panel, Pending, todayIso } from '../../ui/index.ts';
import { monthTo, schoolYearTo } from '../../ui/periods.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import css from './resources.module.css';

type Totals = OperationOutput<'resources.workTotals'>;

const columns: readonly SmallColumn<Totals['teachers'][number]>[] = [
  { key: 'teacherName', title: text.teacher, render: (row) => row.teacherName },
  { key: 'entries', title: text.entries, align: 'right', width: 110, render: (row) => row.entries },
  {
    key: 'quarterHours',
    title: text.hours,
    align: 'right',
    width: 150,
    render: (row) => hoursClock(row.quarterHours),
  },
];

const Result = ({ teachers, quarterHours }: Totals): JSX.Element => (
  <Panel
    title={text.caption}
    actions={
      teachers.length > 0 && (
        <Text size="sm" fw={700} role="status">
          {text.sum(hoursClock(quarterHours), text.count(teachers.length))}
        </Text>
      )
    }
  >
    <SmallTable
      label={text.caption}
      columns={columns}
      rows={teachers}
      rowKey={(row) => row.teacherId}
      empty={text.none}
    />
  </Panel>
);

/** Hours per teacher for a period (S1: hours spent by teachers). */
export const WorkTotals = (): JSX.Element => {
  const [today] = useState(todayIso);
  const year = schoolYearTo(today);
  const { from, to, period } = usePeriodFields(year);
  const query = useOperation('resources.workTotals', period ?? year, {
    enabled: period !== null,
    keepPrevious: true,
  });
  return (
    <div className={css['scroll']}>
      <Group mb="sm">
        <PeriodField
          from={from}
          to={to}
          presets={[
            { label: text.thisYear, ...year },
            { label: text.thisMonth, ...monthTo(today) },
          ]}
        />
      </Group>
      <Pending query={query}>{(data) => <Result {...data} />}</Pending>
    </div>
  );
};
