import { z } from 'zod';
import { id, isoDate, isoTime, nothing } from './fields.ts';
import { query } from './operation.ts';
import { level } from './settings.ts';
import { figure } from './summary.ts';

/** One step of the first-run wizard. */
export const firstRunStep = z.enum(['requisites', 'year', 'people']);

export const watchedStudent = z.strictObject({
  id,
  name: z.string(),
  className: z.string().nullable(),
  /** Days counted by the rule in force. */
  days: z.int(),
  unit: z.enum(['calendar-days', 'school-days']),
  /** An absence of the student is still open. */
  absent: z.boolean(),
  /** Why the child passes the rule, or how close it is. */
  why: z.string(),
});

export const overdueAppeal = z.strictObject({
  id,
  /** «12/2026» */
  number: z.string(),
  date: isoDate,
  dueOn: isoDate,
  studentName: z.string(),
  className: z.string(),
  subject: z.string(),
  /** Calendar days past the due date. */
  daysLate: z.int(),
});

const summaryHead = {
  id,
  version: z.int(),
  from: isoDate,
  to: isoDate,
  finalisedAt: isoTime,
};

export const homeOperations = {
  /** First picture of the home screen and state of the first-run wizard; answers at once. */
  'home.overview': query(
    nothing,
    z.strictObject({
      today: isoDate,
      /** Steps never done yet, in the wizard's order; empty once the office works. */
      firstRun: z.strictObject({ needed: z.boolean(), missing: z.array(firstRunStep) }),
      school: z.strictObject({ shortName: z.string(), level }).nullable(),
      /** The school year of today; null until it is created, also on each 1 September. */
      year: z.strictObject({ id, title: z.string() }).nullable(),
      counts: z.strictObject({
        students: z.int(),
        guardians: z.int(),
        teachers: z.int(),
        classes: z.int(),
      }),
      appeals: z.strictObject({
        inWork: z.int(),
        overdueTotal: z.int(),
        /** The most overdue first, at most 20. */
        overdue: z.array(overdueAppeal),
      }),
      /** The information summary finalised last, of whatever period. */
      lastSummary: z.strictObject(summaryHead).nullable(),
    }),
  ),
  /** What takes counting, asked for after the first picture. */
  'home.attention': query(
    nothing,
    z.strictObject({
      /** Absences of the last 30 days by the two-week rule. */
      absences: z.strictObject({
        from: isoDate,
        to: isoDate,
        overTwoWeeks: z.array(watchedStudent),
        /** Still absent and at two thirds of the rule's limit or more. */
        nearly: z.array(watchedStudent),
      }),
      /** «Распечатки недели»: families served on paper and their weekly sheets (S2 §7). */
      sheets: z.strictObject({
        /** Monday of the week to work on; null before the first school week. */
        week: isoDate.nullable(),
        title: z.string().nullable(),
        /** Of that week: owed and not printed yet, in time. */
        waiting: z.int(),
        /** Of the school year: not printed in time. */
        notPrinted: z.int(),
        /** Of the school year: printed and not handed over in time. */
        notHanded: z.int(),
      }),
      /** Printed journals owed: the term is over and no certified print exists (S2 §1.2). */
      journals: z.strictObject({
        total: z.int(),
        periods: z.array(
          z.strictObject({
            schoolYear: z.string(),
            startYear: z.int(),
            title: z.string(),
            endedOn: isoDate,
            classNames: z.array(z.string()),
          }),
        ),
      }),
      /** Who may speak for whom: what waits for a person. */
      standing: z.strictObject({
        /** Links about which nobody has said whether they represent the child. */
        doubts: z.int(),
        /** Credentials of guardians who act for no child of theirs. */
        /** Statements and families that wait for a decision (`statements.listDoubts`). */
        statements: z.int(),
        toRevoke: z.int(),
      }),
      /** Groups of probable duplicates waiting for a person. */
      duplicates: z.int(),
      /** Whether the registers have changed since the last summary; null where there is none. */
      summaryDrift: z
        .strictObject({
          ...summaryHead,
          drifted: z.boolean(),
          /** Figures whose value differs; may be empty though rows have changed. */
          changedFigures: z.array(figure),
        })
        .nullable(),
    }),
  ),
} as const;
