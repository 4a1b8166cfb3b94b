import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { absences as text } from '../../strings/home.ts';
import { Panel, StatusBadge, navigate, showPeriod } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import css from './home.module.css';
import { newAppealFor, studentLink } from './links.ts';

type Absences = OperationOutput<'home.attention'>['absences'];
type Watched = Absences['nearly'][number];

const name: SmallColumn<Watched> = {
  key: 'name',
  title: text.student,
  render: (row) => <Link href={studentLink(row.id)}>{row.name}</Link>,
};

const className: SmallColumn<Watched> = {
  key: 'class',
  title: text.class,
  width: 64,
  render: (row) => row.className,
};

const days: SmallColumn<Watched> = {
  key: 'days',
  title: text.days,
  width: 118,
  render: (row) => <span className={css['nowrap']}>{text.units[row.unit](row.days)}</span>,
};

const state: SmallColumn<Watched> = {
  key: 'state',
  title: text.state,
  width: 104,
  render: ({ absent }) => (
    <StatusBadge tone={absent ? 'warning' : 'neutral'}>
      {absent ? text.absent : text.back}
    </StatusBadge>
  ),
};

const why: SmallColumn<Watched> = { key: 'why', title: text.why, render: (row) => row.why };

const appeal: SmallColumn<Watched> = {
  key: 'appeal',
  title: '',
  width: 34,
  render: (row) => (
    <IconButton
      icon="appeal"
      label={text.registerFor(row.name)}
      onClick={() => navigate(newAppealFor(row.id))}
    />
  ),
};

const overColumns = [name, className, days, state, why, appeal];
const nearlyColumns = [name, className, days, why, appeal];

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
          <>
            <span>{text.overHint(showPeriod(from, to))}</span>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => navigate('/absences?tab=over')}
            >
              {text.all}
            </Button>
          </>
        }
      >
        <SmallTable
          label={text.over}
          columns={overColumns}
          rows={overTwoWeeks}
          rowKey={({ id }) => id}
          empty={text.noOver}
        />
      </Panel>
      <Panel title={text.nearly}>
        <SmallTable
          label={text.nearly}
          columns={nearlyColumns}
          rows={nearly}
          rowKey={({ id }) => id}
          empty={text.noNearly}
        />
      </Panel>
    </>
  );
};
