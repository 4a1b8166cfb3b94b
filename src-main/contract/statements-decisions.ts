import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, line, nothing, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { relation } from './people-fields.ts';
import { serviceMode, statementProblem, statementRow } from './statements-fields.ts';

/** The statements of one student's family, and what a person decides about them (domain.md §5). */

/** What a person has to decide about statements; nothing is changed until he does. */
export const statementDoubt = z.enum([
  /** Registered, not signed: it does not work yet. */
  'waits',
  /** An earlier version let it work without a signature. */
  'worked-unsigned',
  /** An earlier version let it work before the day of its signature. */
  'worked-before-signature',
  /** An earlier version let it work after the 18th birthday. */
  'student-of-age',
  /** Its author does not represent the child (any more). */
  'not-representative',
  /** By what the registers say since it was taken it could not have been: it works no more. */
  'impossible',
  /** One representative refuses, another does not: the school decides about the child's login. */
  'access-disputed',
]);
export type StatementDoubt = ValueOf<typeof statementDoubt>;

export const doubtRow = z.strictObject({
  doubt: statementDoubt,
  /** Null: it is about the student, not about one statement. */
  statementId: id.nullable(),
  studentId: id,
  studentName: z.string(),
  className: z.string().nullable(),
  guardianName: z.string().nullable(),
  since: isoDate,
  /** Russian: what is the matter and what may be done. */
  text: z.string(),
});
export type DoubtRow = ValueOf<typeof doubtRow>;

/** Whether the student may have a login of his own (S2 §7; domain.md §5). */
export const studentAccess = z.strictObject({
  state: z.enum(['open', 'own', 'refused', 'disputed']),
  /** What the school decided where the parents differ; null: not decided by these statements. */
  decision: z
    .strictObject({ allowed: z.boolean(), decidedOn: isoDate, reason: z.string() })
    .nullable(),
  /** A login may be handed to the student or to a parent for him. */
  allowed: z.boolean(),
  /** Russian: why. */
  reason: z.string(),
});
export type StudentAccess = ValueOf<typeof studentAccess>;

const impossible = z.array(
  z.strictObject({ statementId: id, problems: z.array(statementProblem) }),
);

const family = z.strictObject({
  guardianId: id,
  guardianName: z.string(),
  /** Null: no longer linked to the student. */
  relation: relation.nullable(),
  /** «мать», «попечитель»: as of today. */
  relationName: z.string().nullable(),
  /** Whether he represents the child today: only then he may sign. */
  represents: z.boolean(),
  parent: serviceMode,
  /** Oldest first; `from` null is the time before the first statement of the family. */
  history: z.array(z.strictObject({ from: isoDate.nullable(), mode: serviceMode })),
  /** Statements of the parent, oldest first. */
  statements: z.array(statementRow),
  /** Statements that could not have been made by today's data, with the reasons. */
  impossible,
});

/** What the student states himself: consents, permissions, of age everything. */
const ownPapers = z.strictObject({
  /** `unknown`: no birth date is written; he is served as a minor under 14. */
  age: z.enum(['known', 'unknown']),
  ofAge: z.boolean(),
  mode: serviceMode,
  access: studentAccess,
  history: z.array(z.strictObject({ from: isoDate.nullable(), mode: serviceMode })),
  statements: z.array(statementRow),
  impossible,
});

export const statementDecisions = {
  /** Statements of a student by their authors, with the service mode today and before. */
  'statements.ofStudent': query(
    z.strictObject({ studentId: id }),
    z.strictObject({ today: isoDate, student: ownPapers, families: z.array(family) }),
  ),
  /** What waits for a decision of the office, oldest first. */
  'statements.listDoubts': query(
    listInput({ doubt: statementDoubt, studentId: id, className: z.string().max(20) }, [
      'studentName',
      'className',
      'since',
    ]),
    listOutput(doubtRow),
  ),
  /**
   * Decides about a statement that an earlier version let work otherwise: it stays as it was, or the
   * rule of today holds for it from the first day. Refusals: `statement-no-doubt`,
   * `later-statement-rests-on-it`.
   */
  'statements.settle': command(
    z.strictObject({ id, meaning: z.enum(['as-before', 'by-rule']), ...read }),
    nothing,
  ),
  /** Where the parents differ about the child's own access. Refusal: `access-not-disputed`. */
  'statements.decideAccess': command(
    z.strictObject({ studentId: id, allowed: z.boolean(), reason: line(500) }),
    nothing,
  ),
} as const;
