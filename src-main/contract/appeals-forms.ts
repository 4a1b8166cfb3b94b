import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, optionalLine } from './fields.ts';
import { documentOutput } from './printing.ts';
import { query } from './operation.ts';

/** Printed forms of the appeals register and of the responsible worker (S1 Приложение 1). */

const period = z.strictObject({ from: isoDate, to: isoDate });

/** Requisites of an order or an annex; null = a rule for handwriting. */
const requisites = {
  number: optionalLine(40),
  date: isoDate.nullable().default(null),
};

/** Indicators of one responsible worker or preparer for a period. */
export const workerIndicators = z.strictObject({
  teacherId: id,
  teacherName: z.string(),
  position: z.string().nullable(),
  /** Appeals of the period the worker answers for, annulled ones left out. */
  appeals: z.int(),
  closed: z.int(),
  closedInTime: z.int(),
  /** Closed in time of all handled, whole per cent; null when there were none. */
  inTimePercent: z.int().nullable(),
  /** Resources of the worker posted in the period and given for an appeal. */
  resources: z.int(),
  quarterHours: z.int(),
});
export type WorkerIndicators = ValueOf<typeof workerIndicators>;

export const appealForms = {
  /**
   * The journal as a book: title page, continuous rows, last leaf. `sheets` is the number of
   * sheets counted after printing; null leaves rules for writing it by hand.
   */
  'appeals.printJournal': query(
    z.strictObject({ ...period.shape, sheets: z.int().min(1).max(9999).nullable().default(null) }),
    documentOutput,
  ),
  /** The same book with empty numbered rows for handwriting. */
  'appeals.printBlankJournal': query(
    z.strictObject({
      rows: z.int().min(1).max(2000).default(100),
      sheets: z.int().min(1).max(9999).nullable().default(null),
    }),
    documentOutput,
  ),
  /** Slip of one appeal; null = blank. */
  'appeals.printCard': query(z.strictObject({ id: id.nullable() }), documentOutput),
  /** «О назначении ответственных…»; no teachers = blank. */
  'appeals.printOrder': query(
    z.strictObject({
      ...requisites,
      teacherIds: z.array(id).max(30).default([]),
      /** Person who controls the order; null = the director himself. */
      controlTeacherId: id.nullable().default(null),
    }),
    documentOutput,
  ),
  /** Addition to the job description with the three duties of S1 word for word. */
  'appeals.printJobDuties': query(
    z.strictObject({ ...requisites, teacherId: id.nullable().default(null) }),
    documentOutput,
  ),
  /** Criterion and indicators for «Положение по распределению стимулирующей части оплаты труда». */
  'appeals.printCriterion': query(
    z.strictObject({
      ...requisites,
      /** Points for each of the four indicators; null = an empty cell. */
      points: z
        .array(z.int().min(0).max(1000).nullable())
        .length(4)
        .default([null, null, null, null]),
    }),
    documentOutput,
  ),
  'appeals.indicators': query(period, z.strictObject({ workers: z.array(workerIndicators) })),
  /** Statement of indicators per worker; `blankRows` > 0 = for handwriting. */
  'appeals.printIndicators': query(
    z.strictObject({ ...period.shape, blankRows: z.int().min(0).max(100).default(0) }),
    documentOutput,
  ),
} as const;
