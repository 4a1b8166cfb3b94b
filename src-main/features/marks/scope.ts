import { OfficeError } from '../../contract/errors.ts';
import { atLeast, atMost, equal } from '../../database/conditions.ts';
import { daysBetween } from '../../domain/dates.ts';

export interface Scope {
  readonly classId?: number | undefined;
  readonly subjectId?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A month: what a list may be asked for without naming a class. */
const narrowDays = 31;

export const isNarrow = ({ from, to }: Scope): boolean =>
  from !== undefined && to !== undefined && daysBetween(from, to) < narrowDays;

/** Millions of rows are never sorted for one page. */
export const scopeNeeded = (others: string): OfficeError =>
  new OfficeError(
    'scope-needed',
    `Выберите ${others} или период не длиннее ${narrowDays} дня: список за все годы слишком велик.`,
  );

/** Filters of lessons `l`. */
export const lessonFilters = {
  classId: equal('l.class_id'),
  subjectId: equal('l.subject_id'),
  from: atLeast('l.on_date'),
  to: atMost('l.on_date'),
} as const;
