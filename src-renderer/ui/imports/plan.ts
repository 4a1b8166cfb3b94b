import type { FieldChange, PlanStatus } from '../../../src-main/contract/imports.ts';

/** What the previews of all imports share: rows of a plan and the answers to its questions. */

export type { PlanStatus };

/** Id of a known person, or what to do instead. */
export type PlanAnswer = number | 'new' | 'skip';
export type PlanAnswers = Readonly<Record<string, PlanAnswer>>;

export interface PlanCandidate {
  readonly id: number;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly className: string | null;
  readonly phone: string | null;
  readonly children: readonly string[];
}

export interface PlanRow {
  /** Stable inside the plan; the key of the answers. */
  readonly key: string;
  readonly status: PlanStatus;
  readonly sheet: string;
  readonly address: string;
  readonly fullName: string;
  readonly details: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  readonly warnings?: readonly string[];
  readonly candidates: readonly PlanCandidate[];
}

export interface PlanPage<R extends PlanRow = PlanRow> {
  readonly total: number;
  readonly rows: readonly R[];
}

/** Which rows of the plan are asked for. */
export interface PlanQuestion {
  readonly search: string;
  readonly status: PlanStatus;
  readonly offset: number;
  readonly limit: number;
}
