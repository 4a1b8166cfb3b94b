import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { handle, id, isoDate, isoTime, line, nothing, optionalLine } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';

/** The printed journal and the register of its prints (domain.md §6, §10; S2 §1.2). */

export const journalPeriodKey = z.enum(
  ['term-1', 'term-2', 'term-3', 'term-4', 'term-5', 'term-6', 'year'],
  'Выберите период журнала',
);
export type JournalPeriodKeyChoice = ValueOf<typeof journalPeriodKey>;

export const journalGapKind = z.enum([
  'no-lessons',
  'no-topics',
  'no-marks',
  'no-final-marks',
  'no-teacher',
  'outside-terms',
  'days-off',
  'not-enrolled',
  'no-pupils',
  'no-subjects',
  'other-lessons',
]);

/** Something the journal lacks; it is printed all the same, and said before. */
export const journalGap = z.strictObject({
  kind: journalGapKind,
  subjectId: id.nullable(),
  subject: z.string().nullable(),
  count: z.int(),
  total: z.int(),
});
export type JournalGapRow = ValueOf<typeof journalGap>;

export const journalState = z.enum([
  'certified',
  'printed',
  'missing',
  'early',
  'running',
  'future',
  'offered',
]);
export type JournalStateChoice = ValueOf<typeof journalState>;

/**
 * The class's journal, or the one of a pupil of it who is taught at home, or an extract for a pupil
 * who left it (domain.md §6).
 */
const journalRef = {
  classId: id,
  studentId: id.nullable().default(null),
  extract: z.boolean().default(false),
};

const scope = { ...journalRef, period: journalPeriodKey };

/** Whose journal it is: the pupil is null in the class's own. */
const whose = {
  classId: id,
  className: z.string(),
  studentId: id.nullable(),
  studentName: z.string().nullable(),
  extract: z.boolean(),
};

const size = { pages: z.int(), leaves: z.int() };

/** Gaps of one class's journal. */
export const journalCheck = z.strictObject({
  ...whose,
  period: journalPeriodKey,
  /** «I четверть» */
  title: z.string(),
  from: isoDate,
  to: isoDate,
  /** The period is not over: the print will not count as a whole one. */
  early: z.boolean(),
  subjects: z.int(),
  lessons: z.int(),
  gaps: z.array(journalGap),
});

export const journalCell = z.strictObject({
  period: journalPeriodKey,
  title: z.string(),
  short: z.string(),
  from: isoDate,
  to: isoDate,
  state: journalState,
  /** The period is over and no certified print exists: red. */
  owed: z.boolean(),
  /** The newest print, of whatever day. */
  print: z
    .strictObject({
      id,
      printedOn: isoDate,
      leaves: z.int(),
      gaps: z.int(),
      certifiedOn: isoDate.nullable(),
      certifiedBy: z.string().nullable(),
    })
    .nullable(),
});
export type JournalCell = ValueOf<typeof journalCell>;

export const journalPrintRow = z.strictObject({
  id,
  ...whose,
  period: journalPeriodKey,
  title: z.string(),
  schoolYear: z.string(),
  printedAt: isoTime,
  printedOn: isoDate,
  ...size,
  gaps: z.array(journalGap),
  gapCount: z.int(),
  /** Printed before the period's last day: a whole print is still owed. */
  early: z.boolean(),
  certifiedOn: isoDate.nullable(),
  certifiedBy: z.string().nullable(),
  /** Who allowed to certify it with its gaps, and why. */
  allowedBy: z.string().nullable(),
  allowedReason: z.string().nullable(),
});

const printedJournal = { ...whose, ...size, gaps: z.int() };

const journals = z
  .array(z.strictObject(journalRef))
  .min(1, 'Выберите хотя бы один журнал')
  .max(200, 'Не больше 200 журналов за раз');

export const journalOperations = {
  /**
   * Classes × terms and the year of a school year; absent = the year of today. After a class stand
   * its pupils taught at home, with the periods in which they have a journal of their own, and those
   * who left it, with the periods of which an extract can be made.
   */
  'journal.overview': query(
    z.strictObject({ startYear: z.int().min(1990).max(2100).optional() }),
    z.strictObject({
      startYear: z.int(),
      schoolYear: z.string(),
      /** Journals owed: the period is over and no certified print exists. */
      owed: z.int(),
      classes: z.array(
        z.strictObject({
          ...whose,
          parallel: z.int(),
          lessons: z.int(),
          cells: z.array(journalCell),
        }),
      ),
    }),
  ),
  /** What is missing, class by class, before anything is printed. */
  'journal.check': query(
    z.strictObject({ journals, period: journalPeriodKey }),
    z.strictObject({
      checks: z.array(journalCheck),
      /** Classes whose calendar has no such period, pupils who were not taught at home in it. */
      withoutPeriod: z.array(z.string()),
    }),
  ),
  /** One journal as it would be printed; leaves no trace in the register. */
  'journal.preview': query(
    z.strictObject(scope),
    z.strictObject({ ...documentOutput.shape, ...size, gaps: z.array(journalGap) }),
  ),
  /**
   * Makes journals ready: one document for the preview, frozen under a ticket; nothing enters the
   * register. Refusals: `class-unknown`, `own-journal-unknown`, `extract-unknown`, `period-unknown`,
   * `school-not-set`, `cancelled`.
   */
  'journal.prepare': query(
    z.strictObject({ journals, period: journalPeriodKey }),
    documentOutput.extend({ print: handle, journals: z.array(z.strictObject(printedJournal)) }),
  ),
  /**
   * Writes journals made ready into a folder, a Word file for each: all of them or none.
   * Nothing enters the register. Refusals: `print-unknown`, those of writing.
   */
  'journal.saveFiles': query(
    z.strictObject({ print: handle, folder: handle }),
    z.strictObject({ files: z.array(z.string()) }),
  ),
  /**
   * Enters journals that were printed in the register, as they were made ready. Refusals:
   * `print-stale` when they would be different by now, `print-unknown` when the ticket is spent.
   */
  'journal.print': command(
    z.strictObject({ print: handle }),
    z.strictObject({ prints: z.array(z.strictObject({ printId: id, ...printedJournal })) }),
  ),
  /**
   * The paper is laced, numbered, sealed and signed. Where lessons, topics or final marks are missing
   * the director's word is told. Refusals: `journal-print-unknown`, `journal-already-certified`,
   * `journal-print-early`, `journal-has-gaps`, `certified-before-print`, `certified-in-future`.
   */
  'journal.certify': command(
    z.strictObject({
      id,
      certifiedOn: isoDate,
      /** Position and name of who has certified it. */
      certifiedBy: line(200),
      allowedBy: optionalLine(200),
      allowedReason: optionalLine(500),
    }),
    nothing,
  ),
  /** Every print, the newest first. */
  'journal.listPrints': query(
    listInput(
      {
        startYear: z.int(),
        classId: id,
        studentId: id,
        /** Journals of classes, or of pupils taught at home. */
        own: z.boolean(),
        /** Extracts for those who left. */
        extract: z.boolean(),
        period: journalPeriodKey,
        certified: z.boolean(),
        early: z.boolean(),
        from: isoDate,
        to: isoDate,
      },
      ['printedAt', 'className', 'leaves', 'certifiedOn'],
    ),
    listOutput(journalPrintRow),
  ),
} as const;
