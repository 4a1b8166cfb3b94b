import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { absenceRow } from './absences.ts';
import { appealForms } from './appeals-forms.ts';
import { byId, id, isoDate, isoTime, line, nothing, parallel, read } from './fields.ts';
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
  /** 1, 2, 3… within the calendar year; never reused. */
  number: z.int(),
  registeredOn: isoDate,
  studentId: id,
  guardianId: id,
  /** Names, class and programme as they were on the day of registration. */
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

const scalar = z.union([z.string(), z.number(), z.null()]);

/** One command that touched the appeal, its resources or its work entries. */
export const appealHistoryEntry = z.strictObject({
  auditId: id,
  at: isoTime,
  actor: z.string(),
  operation: z.string(),
  /** Changed columns of the appeal's own row, e.g. `status`: before → after. */
  changes: z.array(z.strictObject({ column: z.string(), before: scalar, after: scalar })),
});

export const appealCard = z.strictObject({
  appeal: appealRow,
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
        /** Day of registration. */
        from: isoDate,
        to: isoDate,
      },
      ['number', 'registeredOn', 'dueOn', 'studentName'],
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
  /** Whether an appeal of the child dated so would go into the information summary. */
  'appeals.counting': query(z.strictObject({ studentId: id, dated: isoDate }), appealCounting),
  /**
   * Gives the next number of the calendar year. `dueOn` null = by the settings' daysToClose.
   * Refusals: `student-unknown`, `appeal-not-enrolled`, `appeal-guardian-not-linked`,
   * `appeal-in-future`, `appeal-due-before`, `teacher-unknown`.
   */
  'appeals.register': command(
    z.strictObject({
      ...correctable,
      studentId: id,
      registeredOn: isoDate,
      dueOn: isoDate.nullable().default(null),
    }),
    z.strictObject({ id, year: z.int(), number: z.int(), dueOn: isoDate }),
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
  /** Gives a registered resource for the appeal. Refusal `resource-author-needed`: prepared by nobody. */
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
