/**
 * Indicators of the responsible workers for the incentive payments (S1: «данный критерий описать
 * системой показателей и индикаторов»).
 */
import { contains } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';

export interface HandledAppeal {
  readonly workerId: number;
  readonly date: IsoDate;
  readonly dueOn: IsoDate;
  /** Null while open. */
  readonly closedOn: IsoDate | null;
  readonly annulled: boolean;
}

/** A resource credited to the worker responsible for the appeal it was made for. */
export interface PostedResource {
  readonly id: number;
  readonly workerId: number;
  readonly postedOn: IsoDate;
}

/** A work entry credited to the worker responsible for its appeal. */
export interface CreditedWork {
  readonly workerId: number;
  readonly date: IsoDate;
  readonly quarterHours: number;
}

export interface IndicatorRows {
  readonly appeals: readonly HandledAppeal[];
  readonly resources: readonly PostedResource[];
  readonly work: readonly CreditedWork[];
}

export interface WorkerIndicators {
  readonly workerId: number;
  /** Appeals registered in the period and not annulled. */
  readonly appeals: number;
  /** Of these, closed by the period's end. */
  readonly closed: number;
  /** Of these, closed on or before the due day and by the period's end. */
  readonly closedInTime: number;
  /** `closedInTime` of `appeals`, whole per cent (half up); null with no appeals. */
  readonly inTimePercent: number | null;
  /** Different resources posted in the period. */
  readonly resources: number;
  readonly quarterHours: number;
}

const ofWorker = (workerId: number, rows: IndicatorRows, period: Period): WorkerIndicators => {
  const appeals = rows.appeals.filter(
    (appeal) => appeal.workerId === workerId && !appeal.annulled && contains(period, appeal.date),
  );
  const closed = appeals.filter(
    (appeal) => appeal.closedOn !== null && appeal.closedOn <= period.to,
  );
  const inTime = closed.filter((appeal) => (appeal.closedOn ?? '') <= appeal.dueOn).length;
  // One resource may serve several appeals; it was posted once.
  const resources = new Set(
    rows.resources
      .filter((row) => row.workerId === workerId && contains(period, row.postedOn))
      .map((row) => row.id),
  );
  const work = rows.work.filter((row) => row.workerId === workerId && contains(period, row.date));
  return {
    workerId,
    appeals: appeals.length,
    closed: closed.length,
    closedInTime: inTime,
    inTimePercent: appeals.length === 0 ? null : Math.round((inTime * 100) / appeals.length),
    resources: resources.size,
    quarterHours: work.reduce((sum, row) => sum + row.quarterHours, 0),
  };
};

/**
 * One line per worker named in any row, by worker id; what happened after the period's end is not
 * looked at, so a statement printed again later is the same. Workers with nothing in the period
 * keep a line of zeros.
 */
export const workerIndicators = (
  rows: IndicatorRows,
  period: Period,
): readonly WorkerIndicators[] => {
  const ids = new Set(
    [...rows.appeals, ...rows.resources, ...rows.work].map((row) => row.workerId),
  );
  return [...ids].toSorted((a, b) => a - b).map((id) => ofWorker(id, rows, period));
};
