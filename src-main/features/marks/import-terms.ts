import type { ParallelCalendar } from '../../domain/calendar.ts';
import type { Period } from '../../domain/dates.ts';
import type { FinalPeriod } from '../../spreadsheets/marks/recognised.ts';

/**
 * The term a mark «за период» belongs to: the only term the days touch, and only when they hold it
 * whole; otherwise nobody can say what the mark is for.
 */
export const termOfDays = (
  { terms }: Pick<ParallelCalendar, 'terms'>,
  days: Period,
): FinalPeriod | null => {
  const touched = terms.filter((term) => term.startsOn <= days.to && days.from <= term.endsOn);
  const [term] = touched;
  if (!term || touched.length > 1) return null;
  if (term.startsOn < days.from || days.to < term.endsOn) return null;
  const { number } = term;
  return number >= 1 && number <= 6 ? (`term-${number}` as FinalPeriod) : null;
};
