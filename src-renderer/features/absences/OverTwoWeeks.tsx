import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OverTwoWeeksRow } from '../../../src-main/contract/absences.ts';
import type { TwoWeekRuleSetting } from '../../../src-main/contract/settings.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import {
  absences as text,
  columns as words,
  over,
  units,
  verdicts,
} from '../../strings/absences.ts';
import { isDay } from '../../ui/dates.ts';
import { PeriodField, choicesOf, usePeriodFields } from '../../ui/form/index.ts';
import { Icon, StatusBadge, navigate, todayIso } from '../../ui/index.ts';
import { schoolYearTo } from '../../ui/periods.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { studentAbsencesLink } from '../people/links.ts';
import css from './absences.module.css';

const columns: readonly ListColumn<OverTwoWeeksRow>[] = [
  { key: 'studentName', title: words.studentName, width: 210, sort: true },
  {
    key: 'className',
    title: words.className,
    width: 84,
    sort: true,
    filter: { kind: 'text', key: 'className' },
  },
  {
    key: 'status',
    title: words.status,
    kind: 'choice',
    labels: verdicts,
    width: 170,
    filter: { kind: 'choice', key: 'status', choices: choicesOf(verdicts) },
    render: ({ status }) => (
      <StatusBadge tone={status === 'passes' ? 'warning' : 'info'}>{verdicts[status]}</StatusBadge>
    ),
  },
  { key: 'days', title: words.days, kind: 'number', width: 80, sort: true },
  { key: 'unit', title: words.unit, kind: 'choice', labels: units, width: 124, hidden: true },
  { key: 'why', title: words.why, grow: true, width: 360 },
];

/** Empty rows of a list filled by hand: one sheet. */
const blankRows = 25;

const ruleWords = ({ measure, excusedOnly }: TwoWeekRuleSetting): string =>
  [over.rule(over.rules[measure]), ...(excusedOnly ? [over.excusedOnly] : [])].join('; ');

/** Who passes the two-week rule in a period, who nearly does, and why (S1; domain.md §3). */
export const OverTwoWeeks = (): JSX.Element => {
  const [year] = useState(() => schoolYearTo(todayIso()));
  const { from, to, period } = usePeriodFields(year);
  const rule = useOperation('settings.get', {}).data?.twoWeekRule;
  const fixed = useMemo(
    () => ({
      ...(isDay(from.value) && { from: from.value }),
      ...(isDay(to.value) && { to: to.value }),
    }),
    [from.value, to.value],
  );
  const print = (rows: number): void => {
    if (period) void showDocument('absences.printOverTwoWeeks', { ...period, blankRows: rows });
  };
  return (
    <>
      <div className={css['controls']}>
        <PeriodField from={from} to={to} presets={[{ label: over.thisYear, ...year }]} />
        <Group gap="xs">
          <Button
            leftSection={<Icon name="print" size={16} />}
            disabled={period === null}
            onClick={() => print(0)}
          >
            {over.print}
          </Button>
          <Button variant="default" disabled={period === null} onClick={() => print(blankRows)}>
            {over.printBlank}
          </Button>
        </Group>
      </div>
      <DataTable
        operation="absences.listOverTwoWeeks"
        title={text.overList}
        columns={columns}
        fixedFilters={fixed}
        rowKey={(row) => row.studentId}
        onOpen={(row) => navigate(studentAbsencesLink(row.studentId))}
        empty={{ title: text.noneOver, hint: text.noneOverHint }}
      />
      {rule && (
        <Text size="xs" c="dimmed">
          {ruleWords(rule)}
        </Text>
      )}
    </>
  );
};
