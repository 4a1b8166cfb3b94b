import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { formatRegistrationNumber } from '../../../../src-main/domain/numbering.ts';
import { useOperation } from '../../../api/hooks.ts';
import { reasons } from '../../../strings/absences.ts';
import { statuses } from '../../../strings/appeals.ts';
import { states } from '../../../strings/common.ts';
import {
  absences as absenceText,
  appeals as appealText,
} from '../../../strings/people-students.ts';
import { Panel, Pending, StatusBadge, showDate, showPeriod } from '../../../ui/index.ts';
import { TextLink } from '../../../ui/layout.tsx';
import type { RowOf } from '../../../ui/lists/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { absenceLink, appealLink } from '../links.ts';

type Absence = RowOf<'absences.list'>;
type Appeal = RowOf<'appeals.list'>;

/** A card shows the newest; the registers themselves show all. */
const limit = 100;

const absenceColumns: readonly SmallColumn<Absence>[] = [
  {
    key: 'period',
    title: absenceText.period,
    render: ({ id, from, to }) => <TextLink to={absenceLink(id)}>{showPeriod(from, to)}</TextLink>,
  },
  {
    key: 'days',
    title: absenceText.days,
    align: 'right',
    render: ({ calendarDays }) => calendarDays,
  },
  {
    key: 'schoolDays',
    title: absenceText.schoolDays,
    align: 'right',
    render: ({ schoolDays }) => schoolDays,
  },
  { key: 'reason', title: absenceText.reason, render: ({ reason }) => reasons[reason] },
  {
    key: 'excused',
    title: absenceText.excused,
    render: ({ excused }) => (excused ? states.yes : states.no),
  },
  {
    key: 'twoWeeks',
    title: absenceText.twoWeeks,
    render: ({ twoWeeks }) =>
      twoWeeks.passes ? (
        <StatusBadge tone="warning">{states.yes}</StatusBadge>
      ) : (
        <Text size="sm">{states.no}</Text>
      ),
  },
];

const tones = {
  registered: 'info',
  'resource-found': 'info',
  'in-preparation': 'warning',
  closed: 'good',
  annulled: 'neutral',
} as const;

const numberColumn: SmallColumn<Appeal> = {
  key: 'number',
  title: appealText.number,
  render: (appeal) => (
    <TextLink to={appealLink(appeal.id)}>{formatRegistrationNumber(appeal)}</TextLink>
  ),
};

const statusColumn: SmallColumn<Appeal> = {
  key: 'status',
  title: appealText.status,
  render: ({ status }) => <StatusBadge tone={tones[status]}>{statuses[status]}</StatusBadge>,
};

const dateColumn: SmallColumn<Appeal> = {
  key: 'date',
  title: appealText.date,
  render: ({ date }) => showDate(date),
};

const topicColumns: readonly SmallColumn<Appeal>[] = [
  { key: 'subject', title: appealText.subject, render: ({ subject }) => subject },
  { key: 'topic', title: appealText.topic, render: ({ lessonTopic }) => lessonTopic },
];

const studentColumns: readonly SmallColumn<Appeal>[] = [
  numberColumn,
  dateColumn,
  { key: 'guardian', title: appealText.guardian, render: ({ guardianName }) => guardianName },
  ...topicColumns,
  statusColumn,
];

const guardianColumns: readonly SmallColumn<Appeal>[] = [
  numberColumn,
  dateColumn,
  {
    key: 'student',
    title: appealText.student,
    render: ({ studentName, className }) => appealText.studentOf(studentName, className),
  },
  ...topicColumns,
  statusColumn,
];

const More = ({ shown, total }: { readonly shown: number; readonly total: number }) =>
  total > shown ? (
    <Text size="xs" c="dimmed">
      {absenceText.shownOf(shown, total)}
    </Text>
  ) : null;

/** Absences of one student, newest first. */
export const StudentAbsences = ({ studentId }: { readonly studentId: number }): JSX.Element => {
  const query = useOperation('absences.list', {
    filters: { studentId },
    sort: { column: 'from', descending: true },
    limit,
  });
  return (
    <Panel title={absenceText.title}>
      <Pending query={query}>
        {({ rows, total }) => (
          <Stack gap={4}>
            <SmallTable
              label={absenceText.title}
              columns={absenceColumns}
              rows={rows}
              rowKey={({ id }) => id}
              empty={absenceText.empty}
            />
            <More shown={rows.length} total={total} />
          </Stack>
        )}
      </Pending>
    </Panel>
  );
};

export interface AppealsOfProps {
  readonly of: { readonly studentId: number } | { readonly guardianId: number };
}

/** Appeals of one student or one parent, newest first. */
export const AppealsOf = ({ of }: AppealsOfProps): JSX.Element => {
  const query = useOperation('appeals.list', {
    filters: of,
    sort: { column: 'date', descending: true },
    limit,
  });
  const isStudent = 'studentId' in of;
  const title = isStudent ? appealText.title : appealText.guardianTitle;
  return (
    <Panel title={title}>
      <Pending query={query}>
        {({ rows, total }) => (
          <Stack gap={4}>
            <SmallTable
              label={title}
              columns={isStudent ? studentColumns : guardianColumns}
              rows={rows}
              rowKey={({ id }) => id}
              empty={appealText.empty}
            />
            <More shown={rows.length} total={total} />
          </Stack>
        )}
      </Pending>
    </Panel>
  );
};
