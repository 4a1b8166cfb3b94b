import { useMemo, useState } from 'react';
import type { Period } from '../../../src-main/domain/dates.ts';
import { isDay } from '../dates.ts';
import type { BoundField } from './bound-field.ts';

export interface PeriodFields {
  /** For `PeriodField`. */
  readonly from: BoundField<string | null>;
  readonly to: BoundField<string | null>;
  /** Null while one of the days is still being typed. */
  readonly period: Period | null;
}

/** A period above a list or a figure; `first` is shown before anything is typed. */
export const usePeriodFields = (first: Period): PeriodFields => {
  const [from, setFrom] = useState<string | null>(first.from);
  const [to, setTo] = useState<string | null>(first.to);
  const period = useMemo(() => (isDay(from) && isDay(to) ? { from, to } : null), [from, to]);
  return {
    from: { name: 'from', value: from, onChange: setFrom },
    to: { name: 'to', value: to, onChange: setTo },
    period,
  };
};
