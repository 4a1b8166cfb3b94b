import { Text } from '@mantine/core';
import type { AbsenceRow } from '../../../src-main/contract/absences.ts';
import { reasons } from '../../strings/absences.ts';
import { childColumns as words } from '../../strings/appeals.ts';
import { StatusBadge, showPeriod } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import css from './appeals.module.css';

/** Absences of the child in a narrow panel: days and reason under the dates. */
export const absenceColumns: readonly SmallColumn<AbsenceRow>[] = [
  {
    key: 'from',
    title: words.period,
    render: ({ from, to, calendarDays, reason }) => (
      <>
        <span className={css['nowrap']}>{showPeriod(from, to)}</span>
        <Text size="xs" c="dimmed">
          {words.daysReason(calendarDays, reasons[reason])}
        </Text>
      </>
    ),
  },
  {
    key: 'twoWeeks',
    title: words.rule,
    render: ({ twoWeeks }) =>
      twoWeeks.passes ? (
        <StatusBadge tone="warning">{words.twoWeeks}</StatusBadge>
      ) : (
        <Text size="xs" c="dimmed">
          {words.less}
        </Text>
      ),
  },
];
