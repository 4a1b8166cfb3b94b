import { z } from 'zod';
import { id, isoDate } from './fields.ts';
import { absenceCount } from './marks-fields.ts';
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
          /** Mean of the marks of school days, null without marks. */
          average: z.number().nullable(),
          /** «4,33»; «—» without marks. */
          averageText: z.string(),
          absences: absenceCount,
          /** «5 уроков: по болезни 3, причина не указана 2; не распознано: «Х» — 2». */
          absencesText: z.string(),
          /** By day. */
          cells: z.array(
            z.strictObject({
              lessonId: id,
              date: z.string(),
              /** As shown: `Б 3/3`. */
              shown: z.string(),
              unknown: z.boolean(),
              /** No school day by the calendar: the mark is in no average. */
              dayOff: z.boolean(),
            }),
          ),
        }),
      ),
      absences: absenceCount,
      absencesText: z.string(),
    }),
  ),
} as const;
