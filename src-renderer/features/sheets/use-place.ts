import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { SheetStatus } from '../../../src-main/contract/sheets-fields.ts';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { statuses } from '../../strings/sheets.ts';
import { isDay } from '../../ui/dates.ts';
import { navigate } from '../../ui/index.ts';
import type { Place } from './links.ts';
import { weekLink } from './links.ts';

const isStatus = (text: string | null): text is SheetStatus => text !== null && text in statuses;

const placeOf = (search: string): Place => {
  const query = new URLSearchParams(search);
  const week = query.get('week');
  const classId = Number(query.get('class'));
  const status = query.get('status');
  return {
    week: isDay(week) ? mondayOf(week) : null,
    classId: Number.isInteger(classId) && classId > 0 ? classId : null,
    status: isStatus(status) ? status : null,
    everyone: query.get('everyone') === '1',
    earlier: query.get('earlier') === '1',
  };
};

/** The place of the address, and a step to another one. */
export const usePlace = (): readonly [Place, (change: Partial<Place>) => void] => {
  const search = useSearch();
  const place = useMemo(() => placeOf(search), [search]);
  const go = (change: Partial<Place>): void =>
    navigate(weekLink({ ...place, ...change }), { replace: true });
  return [place, go];
};
