import type { JSX } from 'react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { schoolYearOf, schoolYearTitle } from '../../../src-main/domain/calendar.ts';
import { useOperation } from '../../api/hooks.ts';
import { calendar as text } from '../../strings/calendar.ts';
import { ChoiceField } from '../../ui/form/index.ts';
import { Page, PageHeader, Pending, StatusBadge, navigate, todayIso } from '../../ui/index.ts';
import { mayLeave } from '../../ui/leaving.ts';
import { DayHelper } from './DayHelper.tsx';
import { YearForm } from './YearForm.tsx';

/** Years to choose from: stored ones, today's and the one after the latest; the newest first. */
const offeredYears = (stored: readonly number[], today: string): readonly number[] => {
  const current = schoolYearOf(today);
  const next = Math.max(current, ...stored) + 1;
  return [...new Set([...stored, current, next])].sort((a, b) => b - a);
};

type Years = OperationOutput<'calendar.years'>['years'];

const YearPicker = ({
  years,
  startYear,
  today,
}: {
  readonly years: Years;
  readonly startYear: number;
  readonly today: string;
}): JSX.Element => {
  const stored = years.map((year) => year.startYear);
  const choices = offeredYears(stored, today).map((year) => ({
    value: `${year}`,
    label: stored.includes(year) ? schoolYearTitle(year) : text.newYear(schoolYearTitle(year)),
  }));
  // The form goes away with its year.
  const choose = async (year: string | null): Promise<void> => {
    if (year !== null && year !== `${startYear}` && (await mayLeave()))
      navigate(`/calendar?year=${year}`, { replace: true });
  };
  return (
    <ChoiceField
      name="year"
      value={`${startYear}`}
      choices={choices}
      aria-label={text.year}
      width={190}
      onChange={(year) => void choose(year)}
    />
  );
};

const Year = ({ years }: { readonly years: Years }): JSX.Element => {
  const [today] = useState(todayIso);
  const asked = Number(new URLSearchParams(useSearch()).get('year'));
  const current = schoolYearOf(today);
  const startYear = asked >= 2000 && asked <= 2098 ? asked : current;
  const isStored = years.some((year) => year.startYear === startYear);
  return (
    <>
      <PageHeader
        title={text.title}
        extra={
          <>
            <YearPicker years={years} startYear={startYear} today={today} />
            {startYear === current && <StatusBadge tone="info">{text.current}</StatusBadge>}
            {!isStored && <StatusBadge tone="warning">{text.notStored}</StatusBadge>}
          </>
        }
      />
      <DayHelper />
      <YearForm key={startYear} startYear={startYear} isStored={isStored} />
    </>
  );
};

/** School years: terms and weeks by parallel, holidays, moved days (domain.md §9). */
export default function CalendarScreen(): JSX.Element {
  const query = useOperation('calendar.years', {});
  return (
    <Page>
      <Pending query={query}>{({ years }) => <Year years={years} />}</Pending>
    </Page>
  );
}
