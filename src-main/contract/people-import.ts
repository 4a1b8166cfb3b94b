import { z } from 'zod';
import { handle, id, isoDate, isoTime, outputFile } from './fields.ts';
import {
  appliedCounts,
  planCandidate,
  planRowFields,
  planStatus,
  planTicket,
  previewFields,
  unanswered,
} from './imports.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import { relation } from './people-fields.ts';
import { personalField } from './settings.ts';

/**
 * Import of people (formats.md F, G, H and the table of guardians): preview → answers → commit.
 * The preview is the plan that is applied.
 */

export const importKind = z.enum(['contingent', 'class-lists', 'teachers', 'guardians']);

/** Records the plan creates. */
const created = z.strictObject({
  students: z.int(),
  guardians: z.int(),
  teachers: z.int(),
  classes: z.int(),
  /** Guardian–student links. */
  links: z.int(),
});

export const planRow = z.strictObject({
  ...planRowFields,
  /** Values that were left out of the row. */
  warnings: z.array(z.string()),
  candidates: z.array(planCandidate),
});

/** A word of «кем приходится» that does not tell whether the person represents the child. */
const relationWord = z.strictObject({
  key: z.string(),
  /** As written; empty for an empty cell. */
  text: z.string(),
  /** Rows that wait for the choice. */
  rows: z.int(),
  /** What it most probably means; never taken by itself. */
  proposal: relation.nullable(),
  chosen: relation.nullable(),
});

/** A personal field that the file has a column for, and what becomes of it. */
const fieldInFile = z.strictObject({
  field: personalField,
  /** «Телефон родителя» */
  title: z.string(),
  /** Why the school keeps it. */
  purpose: z.string(),
  /** Values in the rows of the file. */
  values: z.int(),
  outcome: z.enum(['taken', 'left-out', 'not-kept']),
});

/** Whom a questioned row means: a new person, nobody, or the candidate with this id. */
export const planAnswer = z.union([z.enum(['new', 'skip']), id]);

export const importOperations = {
  'people.previewImport': query(
    z.strictObject({
      file: handle,
      /**
       * Day of transfers found in the file; enrolments start on its school year's 1 September.
       * Without it the school year is the one the file names, else today's (for parents and
       * teachers: the newest with classes). Refusal: `date-outside-year` outside a named year.
       */
      onDate: isoDate.optional(),
      /** What was chosen for the words of `relationWords`, by key. */
      relations: z.record(z.string().max(200), relation).default({}),
      /** Personal fields that this import shall not take, besides those the school does not keep. */
      leftOut: z.array(personalField).max(10).default([]),
    }),
    z.strictObject({
      ...previewFields,
      kind: importKind,
      /** «2025/2026» */
      schoolYear: z.string(),
      /** Russian; said when this is not today's school year. */
      schoolYearNote: z.string().nullable(),
      /** Always a day of that school year. */
      onDate: z.string(),
      warnings: z.int(),
      creates: created,
      newClasses: z.array(z.string()),
      /** Students with a class who are not in the file; they stay as they are. */
      notInFile: z.int(),
      relationWords: z.array(relationWord),
      personalFields: z.array(fieldInFile),
    }),
  ),
  'people.listPlanRows': query(
    listInput({ status: planStatus }, ['row']).extend(planTicket.shape),
    listOutput(planRow),
  ),
  /**
   * Applies exactly the plan, all or nothing. Refusals: `plan-unknown`, `plan-stale` (the people
   * concerned changed since the preview), `relations-open`, `questions-open`, `answer-invalid`, `cancelled`.
   */
  'people.commitImport': command(
    planTicket.extend({
      answers: z.record(z.string(), planAnswer).default({}),
      unanswered,
    }),
    z.strictObject({
      importId: id,
      counts: appliedCounts,
      creates: created,
    }),
  ),
  /** The rejected rows with the column «Почему не принято». */
  'people.rejectedFile': query(planTicket, outputFile),
  'people.listImports': query(
    listInput({ kind: importKind }, ['at']),
    listOutput(
      z.strictObject({
        id,
        /** For `audit.undo`. */
        auditId: id,
        at: isoTime,
        actor: z.string(),
        kind: importKind,
        fileName: z.string(),
        ...appliedCounts.shape,
        /** Whether the import was taken back. */
        undone: z.boolean(),
      }),
    ),
  ),
} as const;
