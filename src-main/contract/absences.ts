import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { byId, id, isoDate, nothing, optionalLine, parallel, byIdRead, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';

/** Absences of students and the two-week rule over them (domain.md §3). */

/** Kind of reason, never a diagnosis. */
export const absenceReason = z.enum([
  'illness',
  'family',
  'sport',
  'olympiad',
  'treatment',
  'weather',
  'unknown',
  'other',
]);
export type AbsenceReason = ValueOf<typeof absenceReason>;

/** Kind of the supporting document (domain.md §10 «Absence documents»). */
export const absenceDocument = z.enum([
  'medical-organisation',
  'school-medical',
  'parent-note',
  'third-party-letter',
  'administration',
  'class-teacher',
  'other',
  'none',
]);
export type AbsenceDocument = ValueOf<typeof absenceDocument>;

export const absenceRow = z.strictObject({
  id,
  studentId: id,
  studentName: z.string(),
  /** Class on the first day of the absence, «8А»; null where enrolment was corrected later. */
  className: z.string().nullable(),
  from: isoDate,
  /** Null while the student has not come back. */
  to: isoDate.nullable(),
  /** First to last day, both included; an open absence is counted to today. */
  calendarDays: z.int(),
  /** Missed school days by the calendar of the parallel. */
  schoolDays: z.int(),
  reason: absenceReason,
  document: absenceDocument,
  excused: z.boolean(),
  note: z.string().nullable(),
  /** Lessons missed on these days by the journal: «5 уроков: по болезни 3, причина не указана 2». */
  missedLessons: z.string(),
  /** By the rule of the settings, together with the student's adjoining absences. */
  twoWeeks: z.strictObject({ passes: z.boolean(), why: z.string() }),
});
export type AbsenceRow = ValueOf<typeof absenceRow>;

export const overTwoWeeksRow = z.strictObject({
  studentId: id,
  studentName: z.string(),
  className: z.string().nullable(),
  /** `nearly`: at least two thirds of the rule's limit, not over it. */
  status: z.enum(['passes', 'nearly']),
  /** Longest count found: calendar days for `span`, school days for the other measures. */
  days: z.int(),
  unit: z.enum(['calendar-days', 'school-days']),
  /** Russian sentences with the dates and counts that decided. */
  why: z.string(),
  /** Absences of the student that touch the period. */
  absenceIds: z.array(id),
});
export type OverTwoWeeksRow = ValueOf<typeof overTwoWeeksRow>;

const absenceInput = z.strictObject({
  /** Null creates a record. */
  id: id.nullable().default(null),
  studentId: id,
  from: isoDate,
  to: isoDate.nullable().default(null),
  reason: absenceReason,
  document: absenceDocument.default('none'),
  excused: z.boolean(),
  note: optionalLine(300),
  ...read,
});

const period = z.strictObject({ from: isoDate, to: isoDate });

export const absencesOperations = {
  'absences.list': query(
    listInput(
      {
        studentId: id,
        /** «8А»: the class on the first day of the absence. */
        className: z.string().max(20),
        parallel,
        reason: absenceReason,
        document: absenceDocument,
        excused: z.boolean(),
        /** Absences that overlap the days from–to; either bound may be left out. */
        from: isoDate,
        to: isoDate,
        open: z.boolean(),
        overTwoWeeks: z.boolean(),
      },
      ['from', 'to', 'studentName'],
    ),
    listOutput(absenceRow),
  ),
  'absences.card': query(byId, absenceRow),
  /** Days an absence being typed takes; an open one is counted to today. */
  'absences.countDays': query(
    z.strictObject({ studentId: id, from: isoDate, to: isoDate.nullable() }),
    z.strictObject({ calendarDays: z.int(), schoolDays: z.int(), missedLessons: z.string() }),
  ),
  /**
   * Refusals: `period-upside-down`, `absence-overlaps`, `absence-in-future` (an open one),
   * `absence-too-long` (over a year), `absence-not-enrolled`, `student-unknown`, `absence-unknown`.
   */
  'absences.save': command(absenceInput, z.strictObject({ id })),
  /** Sets the last day of an open absence. */
  'absences.close': command(z.strictObject({ id, to: isoDate }), nothing),
  'absences.delete': command(byIdRead, nothing),
  /** Who passes the two-week rule in a period and who nearly does; no period = this school year. */
  'absences.listOverTwoWeeks': query(
    listInput(
      {
        from: isoDate,
        to: isoDate,
        className: z.string().max(20),
        parallel,
        status: z.enum(['passes', 'nearly']),
      },
      ['studentName', 'className', 'days'],
    ),
    listOutput(overTwoWeeksRow),
  ),
  /** «Список обучающихся, пропустивших занятия более двух недель»; `blankRows` > 0 = for handwriting. */
  'absences.printOverTwoWeeks': query(
    z.strictObject({ ...period.shape, blankRows: z.int().min(0).max(200).default(0) }),
    documentOutput,
  ),
} as const;
