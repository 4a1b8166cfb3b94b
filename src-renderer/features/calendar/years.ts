import { schoolYearOf } from '../../../src-main/domain/calendar.ts';

/** Years to choose from: stored ones, today's and the one after the latest; the newest first. */
export const offeredYears = (stored: readonly number[], today: string): readonly number[] => {
  const current = schoolYearOf(today);
  const next = Math.max(current, ...stored) + 1;
  return [...new Set([...stored, current, next])].sort((a, b) => b - a);
};
