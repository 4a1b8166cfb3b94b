import { useMemo } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';

/** Figures of the week the buttons speak of. */

export type Week = OperationOutput<'sheets.week'>;
export type Counts = Week['total'];

/** Counts of the chosen class, of the school otherwise. */
export const countsOf = ({ classes, total }: Week, classId: number | null): Counts =>
  classId === null ? total : (classes.find((row) => row.classId === classId) ?? noCounts);

const noCounts: Counts = {
  owed: 0,
  waiting: 0,
  notPrinted: 0,
  printed: 0,
  notHanded: 0,
  handed: 0,
};

export const toPrint = ({ waiting, notPrinted }: Counts): number => waiting + notPrinted;
export const toHand = ({ printed, notHanded }: Counts): number => printed + notHanded;
export const lateOf = ({ notPrinted, notHanded }: Counts): number => notPrinted + notHanded;

/** The week with all the classes of its year, those that are owed nothing included. */
export const useWholeWeek = (week: Week | undefined, everyone: boolean): Week | undefined => {
  const onDate = week?.lastDay ?? null;
  const { data } = useOperation(
    'people.listClasses',
    { filters: onDate === null ? {} : { onDate }, limit: 300 },
    { enabled: everyone && onDate !== null },
  );
  return useMemo(() => {
    if (!week || !everyone || !data) return week;
    const byId = new Map(week.classes.map((row) => [row.classId, row]));
    const all = data.rows.map(
      ({ id, className }) => byId.get(id) ?? { classId: id, className, ...noCounts },
    );
    return { ...week, classes: all };
  }, [week, everyone, data]);
};
