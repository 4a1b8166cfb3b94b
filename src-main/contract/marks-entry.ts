import { z } from 'zod';
import { id, isoDate, line, nothing, optionalText, byIdRead, read } from './fields.ts';
import { cellText, finalPeriod } from './marks-fields.ts';
import { command } from './operation.ts';

const written = z.strictObject({
  /** Cells that now say something new. */
  saved: z.int(),
  /** Cells that now say nothing. */
  erased: z.int(),
});

/**
 * What the window saw in the cell; empty = nothing. A cell that now says something else is refused
 * with `stale-version`, both values named.
 */
const wasText = z.string().max(1000).default('');

/** Lessons and marks typed by hand (domain.md §6). */
export const marksEntryOperations = {
  /**
   * The subject's row is made when it is new; the place of the lesson among those of the day is
   * given by the core. Without `teacherId` a new lesson takes the only teacher the class has for
   * the subject. Refusals: `class-unknown`, `lesson-unknown`, `teacher-unknown`,
   * `date-outside-year`, `too-many-lessons`, `lesson-has-marks` (moved to another class).
   */
  'marks.saveLesson': command(
    z.strictObject({
      id: id.nullable(),
      classId: id,
      subject: line(120),
      date: isoDate,
      topic: optionalText(2000),
      homework: optionalText(2000),
      teacherId: id.nullable().optional(),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  /** Refusals: `lesson-unknown`, `lesson-has-marks`. */
  'marks.deleteLesson': command(byIdRead, nothing),
  /**
   * Marks typed today. An empty text erases; the same codes change nothing. Unknown codes are
   * kept and shown. Refusals: `lesson-unknown`, `student-not-in-class`, `code-table-unknown`,
   * `cell-repeated`, `cell-empty`.
   */
  'marks.saveCells': command(
    z.strictObject({
      cells: z
        .array(z.strictObject({ lessonId: id, studentId: id, text: cellText, was: wasText }))
        .min(1)
        .max(5000),
      codeTableId: id.default(1),
    }),
    written,
  ),
  /** Refusals as of `marks.saveCells`, `class-unknown`. */
  'marks.saveFinalMarks': command(
    z.strictObject({
      classId: id,
      cells: z
        .array(
          z.strictObject({
            studentId: id,
            subject: line(120),
            period: finalPeriod,
            text: cellText,
            was: wasText,
          }),
        )
        .min(1)
        .max(5000),
      codeTableId: id.default(1),
    }),
    written,
  ),
} as const;
