import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { card as text, periods as periodText } from '../../../strings/marks.ts';
import { Icon, Panel, Pending, navigate, showDate, todayIso } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { YearField, useShownYear } from '../../people/YearField.tsx';
import { studentWeekLink } from '../links.ts';
import type { NamedPeriod } from '../periods.ts';
import { periodsOf, usualPeriod } from '../periods.ts';
import css from './card.module.css';

type Subject = OperationOutput<'marks.ofStudent'>['subjects'][number];

const columnsFor = (studentId: number): readonly SmallColumn<Subject>[] => [
  { key: 'subject', title: text.subject, width: 200, render: ({ subject }) => subject },
  {
    key: 'marks',
    title: text.marks,
    render: ({ cells }) => (
      <span className={css['marks']}>
        {cells.map(({ lessonId, date, shown, unknown, dayOff }) => (
          <Link
            key={lessonId}
            href={studentWeekLink(studentId, date)}
            title={dayOff ? text.dayOff(showDate(date)) : showDate(date)}
            aria-label={text.markOf(shown, showDate(date))}
            className={(unknown || dayOff ? css['unknown'] : css['mark']) ?? ''}
          >
            {shown}
          </Link>
        ))}
      </span>
    ),
  },
  {
    key: 'missed',
    title: text.missed,
    width: 220,
    render: ({ absences, absencesText }) =>
      absences.total === 0 && absences.unrecognised.length === 0 ? '' : absencesText,
  },
  {
    key: 'average',
    title: text.average,
    width: 80,
    align: 'right',
    render: ({ averageText }) => <b>{averageText}</b>,
  },
];

interface PeriodProps {
  readonly studentId: number;
  readonly period: NamedPeriod;
}

const OfPeriod = ({ studentId, period: { from, to } }: PeriodProps): JSX.Element => {
  const query = useOperation('marks.ofStudent', { studentId, from, to });
  const columns = useMemo(() => columnsFor(studentId), [studentId]);
  return (
    <Pending query={query}>
      {({ subjects, absencesText }) => (
        <>
          <SmallTable
            label={text.title}
            columns={columns}
            rows={subjects}
            rowKey={({ subjectId }) => subjectId}
            empty={text.empty}
          />
          {subjects.length > 0 && <Text size="sm">{text.missedTotal(absencesText)}</Text>}
        </>
      )}
    </Pending>
  );
};

export interface StudentMarksProps {
  readonly studentId: number;
  /** For the terms of the calendar; null when he is in no class. */
  readonly parallel: number | null;
}

/** Marks of the current term by subject with averages, for the student's card. */
export const StudentMarks = ({ studentId, parallel }: StudentMarksProps): JSX.Element => {
  const { year, choose } = useShownYear();
  const [key, setKey] = useState<string | null>(null);
  const plan = useOperation(
    'calendar.get',
    { startYear: year ?? 2000 },
    { enabled: year !== null },
  ).data;
  const periods = useMemo(
    () => (year === null ? [] : periodsOf(year, plan, parallel ?? -1)),
    [year, plan, parallel],
  );
  const period =
    periods.find((item) => item.key === key) ?? usualPeriod(periods, todayIso()) ?? null;
  return (
    <Panel
      title={text.title}
      actions={
        <Group gap="xs">
          <YearField
            value={year}
            onChange={(next) => {
              choose(next);
              setKey(null);
            }}
          />
          <Select
            aria-label={periodText.label}
            w={160}
            allowDeselect={false}
            data={periods.map(({ key: value, label }) => ({ value, label }))}
            value={period?.key ?? null}
            onChange={setKey}
          />
          <Button
            variant="default"
            leftSection={<Icon name="edit" size={16} />}
            onClick={() => navigate(studentWeekLink(studentId, period?.to))}
          >
            {text.toWeek}
          </Button>
        </Group>
      }
    >
      <Stack gap="xs">
        {period && <OfPeriod studentId={studentId} period={period} />}
        <Text size="xs" c="dimmed">
          {text.hint}
        </Text>
      </Stack>
    </Panel>
  );
};
