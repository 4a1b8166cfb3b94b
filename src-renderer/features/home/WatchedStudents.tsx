import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { absences as text } from '../../strings/home.ts';
import { Panel, StatusBadge, navigate, showPeriod } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { newAppealLink, studentAbsencesLink } from '../people/links.ts';
import css from './home.module.css';

type Absences = OperationOutput<'home.attention'>['absences'];
type Watched = Absences['nearly'][number];

const name: SmallColumn<Watched> = {
  key: 'name',
  title: text.student,
  render: (row) => (
    <>
      <Link href={studentAbsencesLink(row.id)}>{row.name}</Link>
      {row.className !== null && `, ${row.className}`}
      <Text size="xs" c="dimmed">
        {row.why}
      </Text>
    </>
  ),
};

const lengthOf = ({ unit, days }: Watched): JSX.Element => (
  <span className={css['nowrap']}>{text.units[unit](days)}</span>
);

const days: SmallColumn<Watched> = {
  key: 'days',
  title: text.days,
  width: 124,
  render: lengthOf,
};

const daysAndState: SmallColumn<Watched> = {
  ...days,
  render: (row) => (
    <>
      {lengthOf(row)}
      <div>
        <StatusBadge tone={row.absent ? 'warning' : 'neutral'}>
          {row.absent ? text.absent : text.back}
        </StatusBadge>
      </div>
    </>
  ),
};

const appeal: SmallColumn<Watched> = {
  key: 'appeal',
  title: '',
  width: 34,
  render: (row) => (
    <IconButton
      icon="appeal"
      label={text.registerFor(row.name)}
      onClick={() => navigate(newAppealLink(row.id))}
    />
  ),
};

const overColumns = [name, daysAndState, appeal];
const nearlyColumns = [name, days, appeal];

/** The home screen shows the first of them, the list shows all. */
const shown = 8;

/** Those who are away now stand first. */
const firstOf = (students: readonly Watched[]): readonly Watched[] =>
  [...students].sort((a, b) => Number(b.absent) - Number(a.absent)).slice(0, shown);

const More = ({ students }: { readonly students: readonly Watched[] }): JSX.Element | null =>
  students.length > shown ? (
    <Text size="sm" c="dimmed" mt={6}>
      {text.more(shown, students.length)}
    </Text>
  ) : null;

/** Children past the two-week rule in the last days and those close to it (domain.md §3). */
export const WatchedStudents = ({ absences }: { readonly absences: Absences }): JSX.Element => {
  const { from, to, overTwoWeeks, nearly } = absences;
  return (
    <>
      <Panel
        title={
          <Group gap={8}>
            {text.over}
            {overTwoWeeks.length > 0 && (
              <StatusBadge tone="warning">{overTwoWeeks.length}</StatusBadge>
            )}
          </Group>
        }
        actions={
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => navigate('/absences?tab=over')}
          >
            {text.all}
          </Button>
        }
      >
        <Text size="xs" c="dimmed" mt={-8}>
          {text.overHint(showPeriod(from, to))}
        </Text>
        <SmallTable
          label={text.over}
          columns={overColumns}
          rows={firstOf(overTwoWeeks)}
          rowKey={({ id }) => id}
          empty={text.noOver}
        />
        <More students={overTwoWeeks} />
      </Panel>
      <Panel title={text.nearly}>
        <SmallTable
          label={text.nearly}
          columns={nearlyColumns}
          rows={firstOf(nearly)}
          rowKey={({ id }) => id}
          empty={text.noNearly}
        />
        <More students={nearly} />
      </Panel>
    </>
  );
};
