import { z } from 'zod';
import { handle, id, isoDate, isoTime, outputFile } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';

/**
 * Import of people (formats.md F, G, H and the table of guardians): preview → answers → commit.
 * The preview is the plan that is applied.
 */

export const importKind = z.enum(['contingent', 'class-lists', 'teachers', 'guardians']);

/**
 * `question`: the row fits several people, or one whose birth date is missing or different; a
 * person decides (domain.md §1).
 */
export const planStatus = z.enum(['new', 'changed', 'same', 'rejected', 'question']);

const counts = {
  /** Rows of the file. */
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
} as const;

/** Records the plan creates. */
const created = z.strictObject({
  students: z.int(),
  guardians: z.int(),
  teachers: z.int(),
  classes: z.int(),
  /** Guardian–student links. */
  links: z.int(),
});

const candidate = z.strictObject({
  id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  className: z.string().nullable(),
  phone: z.string().nullable(),
  /** Names of a guardian's children. */
  children: z.array(z.string()),
});

export const planRow = z.strictObject({
  /** Stable inside the plan; the key of `answers`. */
  key: z.string(),
  status: planStatus,
  sheet: z.string(),
  row: z.int(),
  /** `B12` */
  address: z.string(),
  fullName: z.string(),
  /** Class, or the child of a guardian. */
  details: z.string(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      /** Russian name of the field. */
      title: z.string(),
      was: z.string().nullable(),
      becomes: z.string().nullable(),
    }),
  ),
  /** Why rejected, or what is asked; null otherwise. */
  code: z.string().nullable(),
  reason: z.string().nullable(),
  /** Values that were left out of the row. */
  warnings: z.array(z.string()),
  candidates: z.array(candidate),
});

/** Whom a questioned row means: a new person, nobody, or the candidate with this id. */
export const planAnswer = z.union([z.enum(['new', 'skip']), id]);

const plan = z.strictObject({ plan: handle });

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
    }),
    z.strictObject({
      plan: handle,
      kind: importKind,
      /** Russian name of what was recognised. */
      title: z.string(),
      fileName: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      sheets: z.array(z.string()),
      /** «2025/2026» */
      schoolYear: z.string(),
      /** Russian; said when this is not today's school year. */
      schoolYearNote: z.string().nullable(),
      /** Always a day of that school year. */
      onDate: z.string(),
      counts: z.strictObject({ ...counts, questions: z.int() }),
      warnings: z.int(),
      creates: created,
      newClasses: z.array(z.string()),
      /** Students with a class who are not in the file; they stay as they are. */
      notInFile: z.int(),
    }),
  ),
  'people.listPlanRows': query(
    listInput({ status: planStatus }, ['row']).extend({ plan: handle }),
    listOutput(planRow),
  ),
  /**
   * Applies exactly the plan, all or nothing. Refusals: `plan-unknown`, `plan-stale` (the people
   * concerned changed since the preview), `questions-open`, `answer-invalid`, `cancelled`.
   */
  'people.commitImport': command(
    z.strictObject({
      plan: handle,
      answers: z.record(z.string(), planAnswer).default({}),
      /** What to do with questions nobody answered. */
      unanswered: z.enum(['refuse', 'skip']).default('refuse'),
    }),
    z.strictObject({
      importId: id,
      counts: z.strictObject({ ...counts, skipped: z.int() }),
      creates: created,
    }),
  ),
  /** The rejected rows with the column «Почему не принято». */
  'people.rejectedFile': query(plan, outputFile),
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
        ...counts,
        skipped: z.int(),
        /** Whether the import was taken back. */
        undone: z.boolean(),
      }),
    ),
  ),
} as const;
