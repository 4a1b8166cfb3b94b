import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { useOperation } from '../../api/hooks.ts';
import { screen as text } from '../../strings/sheets.ts';
import { Icon, Page, PageHeader, Pending, navigate, todayIso } from '../../ui/index.ts';
import { issuedLink } from './links.ts';
import { usePlace } from './use-place.ts';
import { WeekView } from './WeekView.tsx';

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
