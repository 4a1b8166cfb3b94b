import { z } from 'zod';
import { handle, id, isoTime, line, outputFile } from './fields.ts';
import { planCandidate, planTicket, unanswered } from './imports.ts';
import { listInput, listOutput } from './lists.ts';
import { markMeaning } from './marks-fields.ts';
import { command, query } from './operation.ts';
import { tableFields } from './table-fields.ts';

/**
 * Import of marks, lessons and homework (formats.md A–E): preview → answers → commit. Several files
 * are one plan; the preview is the plan that is applied.
 */

export const marksKind = z.enum([
  'marks-report',
  'report-card',
  'class-journal',
  'mark-rows',
  'lesson-rows',
]);

export const tableKind = z.enum(['mark-rows', 'lesson-rows']);
/** Columns of a generic table. */
export const tableField = z.enum([...tableFields['mark-rows'], 'topic', 'homework']);

/** Zero-based columns by field. */
const tableColumns = z.partialRecord(tableField, z.int().min(0).max(500));

/** What a person said of a table; remembered by its row of titles when the plan is applied. */
export const tableMapping = z.strictObject({
  kind: tableKind,
  headerKey: z.string().min(1).max(4000),
  columns: tableColumns,
});

const marksTable = z.strictObject({
  sheet: z.string(),
  /** Row of the titles as shown by Excel. */
  headRow: z.int(),
  headerKey: z.string(),
  columns: z.array(
    z.strictObject({
      /** Zero-based; what `tableMapping.columns` takes. */
      index: z.int(),
      /** `B` */
      letters: z.string(),
      title: z.string(),
      samples: z.array(z.string()),
    }),
  ),
  /** First rows under the titles, a text for each of `columns`. */
  rows: z.array(z.array(z.string())),
  guess: z.strictObject({ kind: tableKind, columns: tableColumns }),
  /** What was said of this row of titles before. */
  remembered: z.strictObject({ kind: tableKind, columns: tableColumns }).nullable(),
});

/** Cells of marks (or rows of final marks): what becomes of them. */
export const markCounts = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Stored, told of by the file, and not in it any more; kept as history. */
  vanished: z.int(),
});

export const lessonCounts = z.strictObject({ new: z.int(), changed: z.int(), same: z.int() });

export const pupilCounts = z.strictObject({
  matched: z.int(),
  /** Known by an earlier answer; may be answered anew. */
  remembered: z.int(),
  /** Questions nobody has answered yet. */
  asked: z.int(),
  /** Not in the school: rejected. */
  unknown: z.int(),
});

const importCounts = {
  pupils: pupilCounts,
  lessons: lessonCounts,
  marks: markCounts,
  finals: markCounts,
  /** Cells, rows and blocks not taken. */
  rejected: z.int(),
} as const;

/** A code the table does not know; such cells are kept and shown. */
const unknownCode = z.strictObject({
  code: z.string(),
  /** Cells with it. */
  count: z.int(),
  fileName: z.string(),
  sheet: z.string(),
  /** Of the first cell. */
  address: z.string(),
});

export const planFile = z.strictObject({
  file: handle,
  name: z.string(),
  /** Null: not taken, see `refusal`. */
  kind: marksKind.nullable(),
  /** Russian name of what was recognised. */
  title: z.string().nullable(),
  /** `xlsx`, `xls`, `html`… */
  format: z.string().nullable(),
  /** «2025/2026» */
  schoolYear: z.string().nullable(),
  /** How the year is known: named in the file, seen from its dates, assumed from the question. */
  schoolYearFrom: z.enum(['file', 'dates', 'assumed']).nullable(),
  classNames: z.array(z.string()),
  /** The file names no class: it is the one whose pupils stand in it. */
  classFromPupils: z.boolean(),
  /** Days the file tells about. */
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  rejected: z.int(),
  /**
   * Why the file is not taken. `columns-unknown`: ask `marks.describeTable` and preview again with
   * `mappings`; `class-needed`: preview again with `className`; others are of the file itself.
   */
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

export const planClass = z.strictObject({
  className: z.string(),
  /** «2025/2026» */
  schoolYear: z.string(),
  ...importCounts,
  newSubjects: z.array(z.string()),
  /** Cells with codes the table does not know. */
  unknownCodes: z.int(),
});

/** What a row of the plan is about. */
export const planRowKind = z.enum([
  'pupil',
  'mark',
  'final',
  'lesson',
  'cell',
  'code',
  'subject',
  'warning',
]);

export const planRowStatus = z.enum([
  'new',
  'changed',
  'vanished',
  'rejected',
  'question',
  'warning',
]);

export const marksPlanRow = z.strictObject({
  /** Stable inside the plan; the key of `answers`. */
  key: z.string(),
  kind: planRowKind,
  status: planRowStatus,
  fileName: z.string(),
  sheet: z.string(),
  /** `F14`; empty for what the file no longer holds. */
  address: z.string(),
  className: z.string(),
  /** The pupil as the file names him; empty where there is none. */
  fullName: z.string(),
  subject: z.string(),
  /** Day of the lesson or period of the final mark; null where there is none. */
  date: z.string().nullable(),
  was: z.string().nullable(),
  becomes: z.string().nullable(),
  code: z.string().nullable(),
  /** What is asked, why rejected, what to look at. */
  reason: z.string().nullable(),
  /** Of questions about pupils. */
  candidates: z.array(planCandidate),
  /** Answer remembered from an earlier import; applied unless another is given. */
  remembered: id.nullable(),
  /** Cells behind the row. */
  count: z.int(),
});

export const marksImportOperations = {
  /**
   * A broken file among several is told in `files`; the commit then needs `skipBroken`. The only
   * file, or every file broken, is refused with the code of the first: `columns-unknown`,
   * `class-needed`, `class-unknown`, `file-…`.
   */
  'marks.previewImport': query(
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            file: handle,
            /** For files that do not name their class. */
            className: line(10).optional(),
          }),
        )
        .min(1, 'Выберите файлы')
        .max(200, 'За один раз не больше 200 файлов'),
      codeTableId: id.default(1),
      /** First calendar year for files that name days and months only; else of today's classes. */
      schoolYear: z.int().min(2000).max(2099).optional(),
      mappings: z.array(tableMapping).max(200).default([]),
    }),
    z.strictObject({
      plan: handle,
      files: z.array(planFile),
      brokenFiles: z.int(),
      classes: z.int(),
      ...importCounts,
      newSubjects: z.array(z.string()),
      unknownCodes: z.array(unknownCode),
      warnings: z.int(),
      codeTable: z.strictObject({ id, name: z.string() }),
      /**
       * Codes the files explain themselves; applied over the code table. `meaning` null: the title
       * is not understood. `known`: what the code table says.
       */
      legend: z.array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          meaning: markMeaning.nullable(),
          known: markMeaning.nullable(),
        }),
      ),
    }),
  ),
  /** Tables of a file for the mapping wizard. Refusal: `file-not-recognised` when it holds none. */
  'marks.describeTable': query(
    z.strictObject({ file: handle }),
    z.strictObject({ fileName: z.string(), tables: z.array(marksTable) }),
  ),
  'marks.listPlanClasses': query(
    listInput({}, ['className']).extend(planTicket.shape),
    listOutput(planClass),
  ),
  /** Questions first, then rejected, changed, vanished, warnings, new. */
  'marks.listPlanRows': query(
    listInput({ kind: planRowKind, status: planRowStatus, className: line(10) }, [
      'className',
    ]).extend(planTicket.shape),
    listOutput(marksPlanRow),
  ),
  /** The rejected cells and rows with the column «Почему не принято». */
  'marks.rejectedFile': query(planTicket, outputFile),
  /**
   * Applies exactly the plan, all or nothing. Refusals: `plan-unknown`, `plan-stale` (marks, lessons
   * or classes changed since the preview), `questions-open`, `answer-invalid`, `files-broken`
   * (unless `skipBroken`), `cancelled`.
   */
  'marks.commitImport': command(
    planTicket.extend({
      /** By keys of pupils' rows: a student of the candidates, or nobody. */
      answers: z.record(z.string(), z.union([z.literal('skip'), id])).default({}),
      unanswered,
      /** Whether to go on without the files that were not read. */
      skipBroken: z.boolean().default(false),
    }),
    z.strictObject({
      importId: id,
      lessons: lessonCounts,
      marks: markCounts,
      finals: markCounts,
      newSubjects: z.int(),
      rejected: z.int(),
      /** Pupils left out. */
      skipped: z.int(),
    }),
  ),
  'marks.listImports': query(
    listInput({}, ['at']),
    listOutput(
      z.strictObject({
        id,
        /** For `audit.undo`. */
        auditId: id,
        at: isoTime,
        actor: z.string(),
        /** «otchet-5А.xlsx» or «otchet-5А.xlsx и ещё 3». */
        fileName: z.string(),
        lessons: lessonCounts,
        marks: markCounts,
        finals: markCounts,
        rejected: z.int(),
        skipped: z.int(),
        /** Whether the import was taken back. */
        undone: z.boolean(),
      }),
    ),
  ),
} as const;
