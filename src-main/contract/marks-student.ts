import { z } from 'zod';
import { id, isoDate } from './fields.ts';
import { query } from './operation.ts';

/** Marks of one student for the card (domain.md §6). */
export const marksStudentOperations = {
  /** By subjects of any class he was in. Refusals: `student-unknown`, `period-upside-down`. */
  'marks.ofStudent': query(
    z.strictObject({ studentId: id, from: isoDate, to: isoDate }),
    z.strictObject({
      subjects: z.array(
        z.strictObject({
          subjectId: id,
          subject: z.string(),
          /** Mean of the marks, null without marks. */
          average: z.number().nullable(),
          /** «4,33»; «—» without marks. */
          averageText: z.string(),
          /** Missed lessons, of them by illness. */
          missed: z.int(),
          ill: z.int(),
          /** By day. */
          cells: z.array(
            z.strictObject({
              lessonId: id,
              date: z.string(),
              /** As shown: `Б 3/3`. */
              shown: z.string(),
              unknown: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
} as const;
