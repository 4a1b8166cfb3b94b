import { z } from 'zod';
import type { ValueOf } from './fields.ts';

/** Periods a final mark is given for; `final` is «Итоговая оценка». */
export const finalPeriod = z.enum([
  'term-1',
  'term-2',
  'term-3',
  'term-4',
  'term-5',
  'term-6',
  'year',
  'exam',
  'state-exam',
  'final',
]);
export type FinalPeriodName = ValueOf<typeof finalPeriod>;

/** What a code of a mark cell means (domain.md §6). */
export const markMeaning = z.enum([
  'absent',
  'unexcused',
  'ill',
  'excused',
  'late',
  'present',
  'exempt',
  'credit',
  'no-credit',
  'not-assessed',
  'pending',
]);

/** Text of a mark cell: `5/4`, `О 2`, `Б 3/3`, `н`, `зч`. */
export const cellText = z
  .string()
  .trim()
  .max(40, 'Не длиннее 40 знаков')
  .regex(/^[^\p{Cc}]*$/u, 'Уберите служебные знаки (переносы строк, табуляцию)');

/** Why a mark no longer stands. */
export const endedReason = z.enum(['changed', 'vanished', 'erased']);

/** Missed lessons by reason: «НН» in a cell is two of them (domain.md §6). */
export const absenceCount = z.strictObject({
  total: z.int(),
  ill: z.int(),
  excused: z.int(),
  /** Without a valid excuse, as the source's table of codes says. */
  unexcused: z.int(),
  /** «Н»: the source tells no reason. */
  unexplained: z.int(),
  /** Times late: attended, so not in the total. */
  late: z.int(),
  /** Codes nobody has explained, by the alphabet: nobody can say whether they are absences. */
  unrecognised: z.array(z.strictObject({ code: z.string(), count: z.int() })),
});
export type AbsenceCount = ValueOf<typeof absenceCount>;
