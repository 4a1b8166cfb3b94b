import { create } from 'zustand';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { todayIso } from '../../ui/dates.ts';

/** What is looked at and typed; kept while the window is open, shared by the tabs of the screen. */
export interface EntryChoice {
  /** Year of the first September; null: the usual one. */
  readonly startYear: number | null;
  readonly classId: number | null;
  /** By name: a subject that has only a teacher is stored nowhere yet. */
  readonly subject: string | null;
  /** Key of a period; null: the usual one. */
  readonly period: string | null;
  readonly studentId: number | null;
  /** Monday of the week of one student. */
  readonly week: string;
  readonly codeTableId: number;
  /** A day to put the cursor on, from a link. */
  readonly day: string | null;
}

export const useEntry = create<EntryChoice>(() => ({
  startYear: null,
  classId: null,
  subject: null,
  period: null,
  studentId: null,
  week: mondayOf(todayIso()),
  codeTableId: 1,
  day: null,
}));

export const choose = (part: Partial<EntryChoice>): void => useEntry.setState(part);
