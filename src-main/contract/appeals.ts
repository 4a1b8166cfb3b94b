import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { absenceRow } from './absences.ts';
import { appealForms } from './appeals-forms.ts';
import { appealCorrection, appealHistoryEntry } from './appeals-history.ts';
import { byId, id, isoDate, line, nothing, optionalLine, parallel, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { resourceFields, resourceRow, workEntryRow } from './resources.ts';

/** Appeals of parents, from registration to result (S1 Приложение 1; domain.md §2). */

export const appealStatus = z.enum([
  'registered',
  'resource-found',
  'in-preparation',
  'closed',
  'annulled',
]);
export type AppealStatus = ValueOf<typeof appealStatus>;

export const appealChannel = z.enum(['visit', 'phone', 'email', 'portal', 'letter']);
export type AppealChannel = ValueOf<typeof appealChannel>;

export const appealRow = z.strictObject({
  id,
  /** Calendar year of the registration number. */
  year: z.int(),
  /** 1, 2, 3… in the order of registration within the calendar year; never reused. */
  number: z.int(),
  /** «а» of «13а», a paper forgotten between two numbers; null = an ordinary number. */
  letter: z.string().nullable(),
  letterReason: z.string().nullable(),
  /** «13», «13а» */
  printedNumber: z.string(),
  /** «Дата обращения» (S1), the day on the paper; what is due and counted goes by it. */
  date: isoDate,
  /** The day the number was given on, not before `date`. */
  registeredOn: isoDate,
  studentId: id,
  guardianId: id,
  /** Names, class and programme as they were on the day of the appeal. */
  studentName: z.string(),
  guardianName: z.string(),
  className: z.string(),
  parallel,
  /** The programme's full name (an adapted one's own) with the class; «ООО, 8А класс» before 0.4.0. */
  programme: z.string(),
  subject: z.string(),
  lessonTopic: z.string(),
  channel: appealChannel,
  responsibleId: id.nullable(),
  responsibleName: z.string().nullable(),
  preparerId: id.nullable(),
  preparerName: z.string().nullable(),
  dueOn: isoDate,
  status: appealStatus,
  /** Not closed, not annulled and the due day has passed. */
  overdue: z.boolean(),
  portalCheckedOn: isoDate.nullable(),
  result: z.string().nullable(),
  closedOn: isoDate.nullable(),
  annulReason: z.string().nullable(),
  /** Teachers' work on the appeal, whole quarter-hours. */
  quarterHours: z.int(),
  resourceCount: z.int(),
});
export type AppealRow = ValueOf<typeof appealRow>;

/**
 * A teacher of the school prepared the resource for the appeal (true), or a ready one was given
 * (false); null = not known of a link made before it was asked.
 */
const prepared = z.boolean();

/** Whether an appeal goes into the information summary (domain/qualifying-appeals.ts). */
export const appealCounting = z.strictObject({
  qualifies: z.boolean(),
  reason: z
    .enum(['annulled', 'no-absence', 'at-home', 'begun-later', 'not-over-two-weeks'])
    .nullable(),
  /** Russian sentence with the dates and days that decided. */
  why: z.string(),
});

export const appealCard = z.strictObject({
  appeal: appealRow,
  /** Oldest first. */
  corrections: z.array(appealCorrection),
  resources: z.array(
    z.strictObject({ ...resourceRow.shape, givenOn: isoDate, prepared: prepared.nullable() }),
  ),
  /** Whether the information summary counts it, and why. */
  counting: appealCounting,
  workEntries: z.array(workEntryRow),
  /** The student's absences, newest first. */
  absences: z.array(absenceRow),
  history: z.array(appealHistoryEntry),
  /** Steps the status allows now; buttons follow it. */
  allowed: z.strictObject({
    edit: z.boolean(),
    correct: z.boolean(),
    recordPortalCheck: z.boolean(),
    assignPreparer: z.boolean(),
    linkResource: z.boolean(),
    setPrepared: z.boolean(),
    addWork: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    annul: z.boolean(),
  }),
});
export type AppealCard = ValueOf<typeof appealCard>;

const correctable = {
  guardianId: id,
  subject: line(120),
  lessonTopic: line(300),
  channel: appealChannel,
  responsibleId: id.nullable().default(null),
};

export const appealsOperations = {
  'appeals.list': query(
    listInput(
      {
        status: appealStatus,
        /** Neither closed nor annulled (true), or finished (false). */
        open: z.boolean(),
        overdue: z.boolean(),
        year: z.int().min(1900).max(2100),
        className: z.string().max(20),
        parallel,
        subject: z.string().max(120),
        channel: appealChannel,
        responsibleId: id,
        studentId: id,
        guardianId: id,
        /** Day of the appeal. */
        from: isoDate,
        to: isoDate,
        /** Day of registration. */
        registeredFrom: isoDate,
        registeredTo: isoDate,
      },
      ['number', 'date', 'registeredOn', 'dueOn', 'studentName'],
    ),
    listOutput(appealRow),
  ),
  /** Values in use, for the filters of the journal. */
  'appeals.choices': query(
    nothing,
    z.strictObject({
      years: z.array(z.int()),
      classNames: z.array(z.string()),
      subjects: z.array(z.string()),
      responsible: z.array(z.strictObject({ id, name: z.string() })),
    }),
  ),
  'appeals.card': query(byId, appealCard),
  /** Whether the next number may be given on the day, and the letter number that may be instead. */
  'appeals.numbering': query(
    z.strictObject({ registeredOn: isoDate }),
    z.strictObject({
      problem: z.string().nullable(),
      letter: z.strictObject({ after: z.int(), letter: z.string() }).nullable(),
    }),
  ),
  /** Whether an appeal of the child dated so would go into the information summary. */
  'appeals.counting': query(z.strictObject({ studentId: id, dated: isoDate }), appealCounting),
  /**
   * Gives the next number of the year of registration, or a letter to `letterAfter` with its
   * reason. `registeredOn` null = today, `dueOn` null = by the settings' daysToClose.
   * Refusals: `student-unknown`, `appeal-not-enrolled`, `appeal-guardian-not-linked`,
   * `appeal-in-future`, `appeal-date-after-registration`, `appeal-due-before`, `teacher-unknown`,
   * `registration-out-of-order`, `registration-clock-back`, `registration-letter-refused`.
   */
  'appeals.register': command(
    z.strictObject({
      ...correctable,
      studentId: id,
      date: isoDate,
      registeredOn: isoDate.nullable().default(null),
      letterAfter: z.int().positive().nullable().default(null),
      letterReason: optionalLine(500),
      dueOn: isoDate.nullable().default(null),
    }),
    z.strictObject({
      id,
      year: z.int(),
      number: z.int(),
      letter: z.string().nullable(),
      dueOn: isoDate,
    }),
    { undoable: false },
  ),
  /** Corrects the entry. Snapshots of names, class and programme stay unless `refresh` is asked. */
  'appeals.update': command(
    z.strictObject({
      id,
      ...correctable,
      dueOn: isoDate,
      refresh: z.boolean().default(false),
      ...read,
    }),
    nothing,
  ),
  /**
   * Corrects the child (with the parent) or the day of the appeal under the same number; the
   * journal shows it. Also of a closed appeal. Refusals: as `appeals.register`, and
   * `appeal-annulled`, `appeal-correction-empty`, `appeal-correction-before-work`.
   */
  'appeals.correct': command(
    z.strictObject({
      id,
      studentId: id,
      guardianId: id,
      date: isoDate,
      reason: line(500),
      ...read,
    }),
    nothing,
  ),
  /**
   * Result of looking on the portal: found — with a known resource (`resourceId`) or a new one
   * (`resource`), which is linked; not found — assign a preparer next.
   */
  'appeals.recordPortalCheck': command(
    z.strictObject({
      id,
      on: isoDate,
      found: z.boolean(),
      resourceId: id.nullable().default(null),
      resource: resourceFields.nullable().default(null),
      ...read,
    }),
    z.strictObject({ resourceId: id.nullable() }),
  ),
  'appeals.assignPreparer': command(z.strictObject({ id, teacherId: id, ...read }), nothing),
  /** Gives a registered resource for the appeal. Refusals `resource-author-needed`: prepared by nobody,
   * `resource-before-appeal`: prepared, yet posted before the appeal. */
  'appeals.linkResource': command(
    z.strictObject({ id, resourceId: id, givenOn: isoDate, prepared }),
    nothing,
  ),
  /** Says of a given resource whether it was prepared for the appeal; a closed appeal too. */
  'appeals.setPrepared': command(z.strictObject({ id, resourceId: id, prepared }), nothing),
  /** Registers a posted resource and gives it for the appeal in one step. */
  'appeals.postResource': command(
    z.strictObject({ id, resource: resourceFields, givenOn: isoDate, prepared }),
    z.strictObject({ resourceId: id }),
  ),
  'appeals.unlinkResource': command(z.strictObject({ id, resourceId: id }), nothing),
  /** Without a linked resource `withoutResource: true` must be said: `appeal-no-resource`. */
  'appeals.close': command(
    z.strictObject({
      id,
      on: isoDate,
      result: line(1000),
      withoutResource: z.boolean().default(false),
    }),
    nothing,
  ),
  'appeals.reopen': command(byId, nothing),
  /** The number stays taken; the row stays in the journal with the reason. */
  'appeals.annul': command(z.strictObject({ id, reason: line(500) }), nothing),
  ...appealForms,
} as const;
