import type { Knex } from 'knex';
import type { Job } from '../context.ts';
import type { Decided } from './import-answers.ts';
import type { MarksPlan, PlanLesson } from './import-types.ts';

/** What the parts of a commit write with. */
export interface Work {
  readonly trx: Knex;
  readonly job: Job;
  readonly plan: MarksPlan;
  readonly decided: readonly Decided[];
  /** Lessons of marks whose pupil was answered: the preview was not sure of them. */
  readonly answered: ReadonlySet<PlanLesson>;
  readonly auditId: number;
  /** ISO time. */
  readonly now: string;
  /** Id of a subject by its folded name. */
  readonly subjectId: (subject: string) => number;
}
