import type { OperationOutput } from '../../../src-main/contract/operations.ts';

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
