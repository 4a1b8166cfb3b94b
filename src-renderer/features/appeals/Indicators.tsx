import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { WorkerIndicators } from '../../../src-main/contract/appeals-forms.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { worker as text } from '../../strings/appeals-forms.ts';
import { PeriodField, usePeriodFields } from '../../ui/form/index.ts';
import { Icon, Panel, Pending, todayIso } from '../../ui/index.ts';
import { monthTo, schoolYearTo } from '../../ui/periods.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import css from './appeals.module.css';

const { columns: words } = text;

const count = (
  key: 'appeals' | 'closed' | 'closedInTime' | 'resources',
): SmallColumn<WorkerIndicators> => ({
  key,
  title: words[key],
  align: 'right',
  render: (row) => row[key],
});

const columns: readonly SmallColumn<WorkerIndicators>[] = [
  { key: 'teacherName', title: words.teacherName, render: (row) => row.teacherName },
  { key: 'position', title: words.position, render: (row) => row.position },
  count('appeals'),
  count('closed'),
  count('closedInTime'),
  {
    key: 'inTimePercent',
    title: words.inTimePercent,
    align: 'right',
    render: ({ inTimePercent }) =>
      inTimePercent === null ? text.noPercent : text.percent(inTimePercent),
  },
  count('resources'),
  {
    key: 'quarterHours',
    title: words.quarterHours,
    align: 'right',
    render: (row) => hoursClock(row.quarterHours),
  },
];

/** Rows of a statement filled by hand: one sheet. */
const blankRows = 15;

/** Indicators of every worker for a period, with the printed statement. */
export const Indicators = (): JSX.Element => {
  const [today] = useState(todayIso);
  const year = schoolYearTo(today);
  const { from, to, period } = usePeriodFields(year);
  const query = useOperation('appeals.indicators', period ?? year, {
    enabled: period !== null,
    keepPrevious: true,
  });
  const print = (rows: number): void => {
    if (period) void showDocument('appeals.printIndicators', { ...period, blankRows: rows });
  };
  return (
    <>
      <div className={css['controls']}>
        <PeriodField
          from={from}
          to={to}
          presets={[
            { label: text.thisYear, ...year },
            { label: text.thisMonth, ...monthTo(today) },
          ]}
        />
        <Group gap="xs">
          <Button variant="default" disabled={period === null} onClick={() => print(blankRows)}>
            {text.blank}
          </Button>
          <Button
            leftSection={<Icon name="print" size={16} />}
            disabled={period === null}
            onClick={() => print(0)}
          >
            {text.printIndicators}
          </Button>
        </Group>
      </div>
      <Panel>
        <Pending query={query}>
          {({ workers }) => (
            <SmallTable
              label={text.indicators}
              columns={columns}
              rows={workers}
              rowKey={(row) => row.teacherId}
              empty={text.none}
            />
          )}
        </Pending>
      </Panel>
    </>
  );
};
