import type { HeatCell, HeatMeasure } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { faultLevel, lagLevel } from '../../domain/control.ts';
import { addDays, compareDates } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Entry } from './pairs.ts';
import type { Group, Part } from './figures.ts';
import { sumOf } from './figures.ts';

type HeatMap = OperationOutput<'control.heatMap'>;

const known = (value: number, of: number, level: HeatCell['level'], unknown = 0): HeatCell => ({
  state: 'known',
  value,
  of,
  unknown,
  level,
});

const notKnown = (unknown: number): HeatCell => ({
  state: 'unknown',
  value: 0,
  of: 0,
  unknown,
  level: 0,
});

/** Faults among what is known; no fault seen while most is unknown is not good. */
const share = (value: number, of: number, unknown: number): HeatCell | null => {
  if (of + unknown === 0) return null;
  if (of === 0 || (value === 0 && unknown >= of)) return notKnown(unknown);
  return known(value, of, faultLevel(value, of), unknown);
};

const lateCell = (entries: readonly Entry[]): HeatCell | null => {
  const late = sumOf(entries, 'late');
  const judged = late + sumOf(entries, 'onTime');
  return share(late, judged, sumOf(entries, 'marks') - judged);
};

const toldCell = (
  entries: readonly Entry[],
  fault: 'withoutHomework' | 'withoutTopic',
): HeatCell | null => {
  const described = sumOf(entries, 'described');
  return share(sumOf(entries, fault), described, sumOf(entries, 'lessons') - described);
};

/** Marks of the week; how bad: the share of classes × subjects left without any. */
const marksCell = (
  parts: readonly Part[],
  entries: readonly Entry[],
  week: IsoDate,
): HeatCell | null => {
  const judged = parts.flatMap((part) => part.judged.filter(({ startsOn }) => startsOn === week));
  const marks = sumOf(entries, 'marks');
  if (judged.length === 0) return marks === 0 ? null : known(marks, 0, 0);
  const empty = judged.filter((one) => one.marks === 0).length;
  return known(marks, judged.length, faultLevel(empty, judged.length));
};

const volumeCell = (parts: readonly Part[], week: IsoDate): HeatCell | null => {
  let [planned, held, others] = [0, 0, 0];
  for (const { pair, weekly, entries } of parts) {
    const lessons = sumOf(
      entries.filter((entry) => entry.week === week),
      'lessons',
    );
    const days = pair.weeks.find(({ startsOn }) => startsOn === week)?.days.length ?? 0;
    if (weekly === null) others += lessons;
    else {
      planned += (weekly * days) / pair.weekDays;
      held += lessons;
    }
  }
  const due = Math.round(planned);
  if (due + held > 0) return known(held, due, lagLevel(held, due), others);
  return others > 0 ? notKnown(others) : null;
};

const cellOf = (
  measure: HeatMeasure,
  parts: readonly Part[],
  entries: readonly Entry[],
  week: IsoDate,
): HeatCell | null => {
  switch (measure) {
    case 'late':
      return lateCell(entries);
    case 'homework':
      return toldCell(entries, 'withoutHomework');
    case 'topic':
      return toldCell(entries, 'withoutTopic');
    case 'marks':
      return marksCell(parts, entries, week);
    case 'volume':
      return volumeCell(parts, week);
    default:
      return assertNever(measure);
  }
};

const weeksOf = (groups: readonly Group[]): readonly IsoDate[] => {
  const weeks = new Set<IsoDate>();
  for (const { parts } of groups)
    for (const { pair, entries } of parts) {
      for (const { startsOn } of pair.weeks) weeks.add(startsOn);
      for (const { week } of entries) weeks.add(week);
    }
  return [...weeks].toSorted(compareDates);
};

/** Weeks across, groups down (domain.md §6: chart of control). */
export const heatMap = (groups: readonly Group[], measure: HeatMeasure): HeatMap => {
  const weeks = weeksOf(groups);
  return {
    weeks: weeks.map((startsOn) => ({ startsOn, endsOn: addDays(startsOn, 6) })),
    rows: groups.map(({ id, title, parts }) => {
      const byWeek = Map.groupBy(
        parts.flatMap(({ entries }) => entries),
        ({ week }) => week,
      );
      return {
        id,
        title,
        cells: weeks.map((week) => cellOf(measure, parts, byWeek.get(week) ?? [], week)),
      };
    }),
  };
};
