/** First calendar year of the school year of a day: 2025 for 31.08.2026, 2026 for 01.09.2026. */
export const startYearOf = (today: string): number =>
  Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);

/** «2025/2026» */
export const yearTitle = (startYear: number): string => `${startYear}/${startYear + 1}`;

/** Years to choose from: stored ones, today's and the one after the latest; the newest first. */
export const offeredYears = (stored: readonly number[], today: string): readonly number[] => {
  const current = startYearOf(today);
  const next = Math.max(current, ...stored) + 1;
  return [...new Set([...stored, current, next])].sort((a, b) => b - a);
};
