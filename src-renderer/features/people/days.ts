import { isDay, todayIso } from '../../ui/dates.ts';

/** The typed text when it is a whole date; pickers show the classes of that day. */
export const dayOrNone = (value: string | null): string | undefined =>
  isDay(value) ? value : undefined;

/** 1 September of this calendar year: from then on a pupil repeats a year. */
export const thisSeptember = (): string => `${todayIso().slice(0, 4)}-09-01`;
