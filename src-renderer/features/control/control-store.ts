import { create } from 'zustand';
import type { ControlGrouping, HeatMeasure } from '../../../src-main/contract/control.ts';

/** Kinds of lists behind the figures. */
export const faultKinds = [
  'late',
  'unknown',
  'no-homework',
  'no-topic',
  'undescribed',
  'no-marks',
  'empty-weeks',
  'volume',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What is controlled; kept while the window is open, shared by the tabs of the screen. */
export interface ControlChoice {
  /** Year of the first September; null: the usual one. */
  readonly startYear: number | null;
  /** Key of a period, `days` for the two dates; null: the usual one. */
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly classId: number | null;
  readonly subjectId: number | null;
  /** 0: lessons nobody is named for. */
  readonly teacherId: number | null;
  readonly by: ControlGrouping;
  readonly measure: HeatMeasure;
  readonly kind: FaultKind;
  readonly parallel: number | null;
}

export const useControl = create<ControlChoice>(() => ({
  startYear: null,
  period: null,
  from: null,
  to: null,
  classId: null,
  subjectId: null,
  teacherId: null,
  by: 'class',
  measure: 'late',
  kind: 'late',
  parallel: null,
}));

export const choose = (part: Partial<ControlChoice>): void => useControl.setState(part);
