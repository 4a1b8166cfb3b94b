import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import {
  byId,
  id,
  isoDate,
  line,
  nothing,
  optionalLine,
  parallel,
  quarterHours,
  byIdRead,
  read,
} from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';

/** Digital educational resources (ЦОР) and the teachers' work on them (domain.md §2). */

export const resourceFields = z.strictObject({
  title: line(300),
  subject: line(120),
  parallel,
  topic: line(300),
  /** Teacher who made it; null for a resource found on the portal. */
  authorId: id.nullable().default(null),
  /** Address on the portal: http or https with a host, otherwise `resource-url-invalid`. */
  url: line(2000),
  postedOn: isoDate,
});
export type ResourceFields = ValueOf<typeof resourceFields>;

export const resourceRow = z.strictObject({
  id,
  title: z.string(),
  subject: z.string(),
  parallel,
  topic: z.string(),
  authorId: id.nullable(),
  authorName: z.string().nullable(),
  url: z.string(),
  postedOn: isoDate,
  /** Appeals the resource was given for. */
  appealCount: z.int(),
});
export type ResourceRow = ValueOf<typeof resourceRow>;

export const resourceAppeal = z.strictObject({
  appealId: id,
  year: z.int(),
  /** As printed, «13а». */
  number: z.string(),
  date: isoDate,
  studentName: z.string(),
  className: z.string(),
  lessonTopic: z.string(),
  status: z.enum(['registered', 'resource-found', 'in-preparation', 'closed', 'annulled']),
  givenOn: isoDate,
  prepared: z.boolean().nullable(),
});

export const workKind = z.enum(['preparation', 'posting', 'consultation', 'search', 'other']);
export type WorkKind = ValueOf<typeof workKind>;

export const workEntryRow = z.strictObject({
  id,
  teacherId: id,
  teacherName: z.string(),
  workedOn: isoDate,
  /** Whole quarter-hours: 6 = 1,5 часа. */
  quarterHours: z.int(),
  kind: workKind,
  note: z.string().nullable(),
  appealId: id.nullable(),
  /** «№ 12 от 03.03.2026, Иванов Иван Иванович» or null for work without an appeal. */
  appealTitle: z.string().nullable(),
});
export type WorkEntryRow = ValueOf<typeof workEntryRow>;

export const resourcesOperations = {
  'resources.list': query(
    listInput(
      {
        subject: z.string().max(120),
        parallel,
        authorId: id,
        from: isoDate,
        to: isoDate,
        /** Given for at least one appeal, or for none. */
        linked: z.boolean(),
      },
      ['title', 'subject', 'parallel', 'postedOn', 'appealCount'],
    ),
    listOutput(resourceRow),
  ),
  'resources.card': query(
    byId,
    z.strictObject({ resource: resourceRow, appeals: z.array(resourceAppeal) }),
  ),
  /** Picker of the appeal form: best matches of subject and parallel first. */
  'resources.find': query(
    z.strictObject({
      text: z.string().max(200).default(''),
      subject: z.string().max(120).nullable().default(null),
      parallel: parallel.nullable().default(null),
      limit: z.int().min(1).max(50).default(12),
    }),
    z.strictObject({ resources: z.array(resourceRow) }),
  ),
  /** Subjects in use, for filters. */
  'resources.choices': query(nothing, z.strictObject({ subjects: z.array(z.string()) })),
  /**
   * Refusals: `resource-url-invalid`, `resource-in-future`, `resource-repeated`, `teacher-unknown`,
   * `resource-author-needed` (no author, yet an appeal has it as prepared).
   */
  'resources.save': command(
    z.strictObject({ id: id.nullable().default(null), ...resourceFields.shape, ...read }),
    z.strictObject({ id }),
  ),
  /** Refusal `resource-in-use` while an appeal has it. */
  'resources.delete': command(byIdRead, nothing),

  'resources.listWorkEntries': query(
    listInput({ teacherId: id, appealId: id, from: isoDate, to: isoDate, kind: workKind }, [
      'workedOn',
      'teacherName',
      'quarterHours',
    ]),
    listOutput(workEntryRow),
  ),
  /** Refusal: `work-entry-unknown`. */
  'resources.workEntry': query(byId, workEntryRow),
  /**
   * Refusals: `work-day-exceeded` (over 24 hours of a teacher in a day), `work-in-future`,
   * `work-before-appeal`, `teacher-unknown`, `appeal-unknown`, `appeal-annulled`,
   * `work-entry-unknown`.
   */
  'resources.saveWorkEntry': command(
    z.strictObject({
      id: id.nullable().default(null),
      teacherId: id,
      appealId: id.nullable().default(null),
      workedOn: isoDate,
      quarterHours,
      kind: workKind,
      note: optionalLine(300),
      ...read,
    }),
    z.strictObject({ id }),
  ),
  'resources.deleteWorkEntry': command(byIdRead, nothing),
  /** Hours per teacher in a period (S1: «количество часов, затраченных учителями»). */
  'resources.workTotals': query(
    z.strictObject({
      from: isoDate,
      to: isoDate,
      teacherId: id.nullable().default(null),
      appealId: id.nullable().default(null),
      kind: workKind.nullable().default(null),
    }),
    z.strictObject({
      quarterHours: z.int(),
      teachers: z.array(
        z.strictObject({
          teacherId: id,
          teacherName: z.string(),
          quarterHours: z.int(),
          entries: z.int(),
        }),
      ),
    }),
  ),
} as const;
