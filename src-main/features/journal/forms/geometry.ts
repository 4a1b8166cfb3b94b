import type { PaperSettings } from '../../../documents/paper.ts';
import type { Measure } from './measure.ts';
import { measureOf } from './measure.ts';

/** Sizes of the journal's tables on the paper of the settings. */

/** Points. */
export const journalSizes = { table: 9, lesson: 10, heading: 13, sub: 10 } as const;

/** Lessons of a usual spread (domain.md §10). */
const usualLessons = 11;

export interface JournalGeometry {
  readonly measure: Measure;
  readonly paper: PaperSettings;
  readonly numberMm: number;
  /** Width of the names beside so many columns of marks. */
  nameMm(columns: number): number;
  /** Width of a column of marks. */
  readonly markMm: number;
  /** Columns of marks a left page holds. */
  readonly columns: number;
  /** Lessons of a spread. */
  readonly lessons: number;
  readonly dateMm: number;
  readonly topicMm: number;
  readonly homeworkMm: number;
}

const numberMm = 6.5;
/** Holds «Б 3/3» and «5/4/5» in one line. */
const markMm = 10;
const leastNameMm = 38;
const dateMm = 13;

export const geometryOf = (paper: PaperSettings): JournalGeometry => {
  const measure = measureOf(paper);
  const { contentWidthMm } = measure;
  const free = contentWidthMm - numberMm - leastNameMm;
  const columns = Math.max(2, Math.min(usualLessons + 1, Math.floor(free / markMm)));
  const lessons = Math.min(usualLessons, columns);
  const texts = contentWidthMm - dateMm;
  return {
    measure,
    paper,
    numberMm,
    // A short spread keeps the names as wide as a usual one.
    nameMm: (count) => contentWidthMm - numberMm - Math.max(count, lessons) * markMm,
    markMm,
    columns,
    lessons,
    dateMm,
    topicMm: texts * 0.5,
    homeworkMm: texts * 0.5,
  };
};
