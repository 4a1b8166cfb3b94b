import type { ControlScope } from '../../contract/control.ts';
import { controlPeriod, passedPart } from '../../domain/control.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';

/** What is looked at, with its days settled. */
export interface Scope extends ControlScope {
  /** The asked days. */
  readonly period: Period;
  /** Those of them that are not after today. */
  readonly passed: Period;
  readonly today: IsoDate;
}

/** @throws OfficeError `period-upside-down` */
export const scopeOf = (asked: ControlScope, today: IsoDate): Scope => {
  const period = controlPeriod(asked, today);
  return { ...asked, period, passed: passedPart(period, today), today };
};
