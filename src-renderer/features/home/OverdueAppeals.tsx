import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { appeals as text } from '../../strings/home.ts';
import { Panel, StatusBadge, navigate, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { shortName } from '../../ui/names.ts';
import { appealLink } from '../people/links.ts';
import css from './home.module.css';

type Appeals = OperationOutput<'home.overview'>['appeals'];
type Overdue = Appeals['overdue'][number];

const columns: readonly SmallColumn<Overdue>[] = [
  {
    key: 'number',
    title: text.number,
    width: 68,
    render: ({ id, number }) => (
      <Link href={appealLink(id)} aria-label={text.open(number)}>
        {number}
      </Link>
    ),
  },
  {
    key: 'student',
    title: text.student,
    render: ({ studentName, className }) => (
      <span title={studentName}>
        {shortName(studentName)}, {className}
      </span>
    ),
  },
  { key: 'subject', title: text.subject, render: ({ subject }) => subject },
  { key: 'due', title: text.due, width: 96, render: ({ dueOn }) => showDate(dueOn) },
  {
    key: 'late',
    title: text.late,
    width: 80,
    align: 'right',
    render: ({ daysLate }) => <span className={css['late']}>{text.days(daysLate)}</span>,
  },
];

/** What is late today; the most overdue first. */
export const OverdueAppeals = ({ appeals }: { readonly appeals: Appeals }): JSX.Element => {
  const { overdue, overdueTotal, inWork } = appeals;
  const isCut = overdueTotal > overdue.length;
  return (
    <Panel
      title={
        <Group gap={8}>
          {text.title}
          {overdueTotal > 0 && <StatusBadge tone="bad">{overdueTotal}</StatusBadge>}
        </Group>
      }
      actions={
        <>
          <Text size="sm" c="dimmed">
            {text.inWork(inWork)}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => navigate('/appeals?show=open')}
          >
            {text.openAll}
          </Button>
        </>
      }
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={overdue}
        rowKey={({ id }) => id}
        empty={text.none}
      />
      {isCut && (
        <Group gap="xs" mt={6}>
          <Text size="sm" c="dimmed">
            {text.more(overdue.length, overdueTotal)}
          </Text>
          <Link href="/appeals?show=overdue">{text.openOverdue}</Link>
        </Group>
      )}
    </Panel>
  );
};
