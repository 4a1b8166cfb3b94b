import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { SheetStatus } from '../../../src-main/contract/sheets-fields.ts';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { useOperation } from '../../api/hooks.ts';
import { screen as text, statuses } from '../../strings/sheets.ts';
import { idIn } from '../../ui/address.ts';
import { isDay } from '../../ui/dates.ts';
import { Icon, Page, PageHeader, Pending, navigate, todayIso } from '../../ui/index.ts';
import type { Place } from './links.ts';
import { issuedLink, weekLink } from './links.ts';
import { WeekView } from './WeekView.tsx';

const isStatus = (text: string | null): text is SheetStatus => text !== null && text in statuses;

const placeOf = (search: string): Place => {
  const query = new URLSearchParams(search);
  const week = query.get('week');
  const status = query.get('status');
  return {
    week: isDay(week) ? mondayOf(week) : null,
    classId: idIn(query.get('class')),
    status: isStatus(status) ? status : null,
    everyone: query.get('everyone') === '1',
    earlier: query.get('earlier') === '1',
  };
};

/** The place of the address, and a step to another one. */
const usePlace = (): readonly [Place, (change: Partial<Place>) => void] => {
  const search = useSearch();
  const place = useMemo(() => placeOf(search), [search]);
  const go = (change: Partial<Place>): void =>
    navigate(weekLink({ ...place, ...change }), { replace: true });
  return [place, go];
};

/** Whose printouts are due this week, their printing and handing over (S2 §7; domain.md §6). */
export default function WeekScreen(): JSX.Element {
  const [place, go] = usePlace();
  const asked = place.week === null ? {} : { on: place.week };
  const weeks = useOperation('sheets.weeks', asked, { keepPrevious: true });
  // Without an address the core says which week to work on; a school without a year has none.
  const suggested = weeks.data?.suggested ?? null;
  const week = place.week ?? suggested ?? (weeks.isPending ? null : mondayOf(todayIso()));
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="book" size={16} />}
            onClick={() => navigate(issuedLink)}
          >
            {text.toIssued}
          </Button>
        }
      />
      {week === null ? (
        <Pending query={weeks}>{() => null}</Pending>
      ) : (
        <WeekView
          week={week}
          weeks={weeks.data?.weeks ?? []}
          suggested={suggested}
          place={place}
          go={go}
        />
      )}
    </Page>
  );
}
