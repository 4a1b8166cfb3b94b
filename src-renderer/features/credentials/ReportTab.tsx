import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { report as text } from '../../strings/credentials.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { EmptyState, Icon, Panel, Pending } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { TwoColumns } from '../../ui/layout.tsx';
import css from './credentials.module.css';

type Report = OperationOutput<'credentials.report'>;
type ClassRow = Report['classes'][number];
type Who = 'students' | 'guardians';

const nameOf = ({ className }: ClassRow): string => className || text.noClass;

const counts = (who: Who): readonly SmallColumn<ClassRow>[] =>
  (['issued', 'notIssued', 'revoked'] as const).map((what) => ({
    key: `${who}.${what}`,
    title: text[what](text[who]),
    align: 'right',
    render: (row) => row[who][what],
  }));

const columns: readonly SmallColumn<ClassRow>[] = [
  { key: 'className', title: text.className, render: nameOf },
  ...counts('guardians'),
  ...counts('students'),
  {
    key: 'without',
    title: text.without,
    align: 'right',
    render: ({ withoutCredentials }) => withoutCredentials,
  },
];

const ChartPanel = ({ report, who }: { readonly report: Report; readonly who: Who }) => (
  <Panel title={text[who]}>
    <Text fw={700} mb={6}>
      {text.total(report[who].issued, report[who].total)}
    </Text>
    <BarChart
      title={text.chart(text[who])}
      series={text.series}
      // A class for which nothing was entered is in the table below; here it would only be empty.
      bars={report.classes
        .filter((row) => row[who].total > 0)
        .map((row) => ({
          key: row.className,
          label: nameOf(row),
          value: [row[who].issued, row[who].notIssued, row[who].revoked],
          valueLabel: text.bar(row[who].issued, row[who].total),
        }))}
    />
  </Panel>
);

/** Who has received and who has not, by class. */
export const ReportTab = (): JSX.Element => {
  const query = useOperation('credentials.report', {});
  return (
    <div className={css['scroll']}>
      <Pending query={query}>
        {(report) =>
          report.students.total + report.guardians.total === 0 ? (
            <EmptyState icon="chart" title={text.empty} hint={text.emptyHint} />
          ) : (
            <Stack gap="sm">
              <TwoColumns
                left={<ChartPanel report={report} who="guardians" />}
                right={<ChartPanel report={report} who="students" />}
              />
              <Panel
                title={text.title}
                actions={
                  <Button
                    variant="default"
                    leftSection={<Icon name="print" size={16} />}
                    onClick={() => void showDocument('credentials.printReport', {})}
                  >
                    {text.print}
                  </Button>
                }
              >
                <SmallTable
                  label={text.table}
                  columns={columns}
                  rows={report.classes}
                  rowKey={({ className }) => className}
                  empty={text.empty}
                />
                <Group mt="xs">
                  <Text size="sm" c="dimmed">
                    {text.withoutHint}
                  </Text>
                </Group>
              </Panel>
            </Stack>
          )
        }
      </Pending>
    </div>
  );
};
