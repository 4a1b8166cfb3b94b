import { z } from 'zod';
import { byId, handle, id, isoDate, nothing, outputFile, read } from './fields.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';
import { statementForm, statementFormKind, statementKind } from './statements-fields.ts';

/** Printed statements, their editable wording and the school's own templates (domain.md §8, §10). */

const ofKind = z.strictObject({ kind: statementFormKind });
const ofKindRead = z.strictObject({ kind: statementFormKind, ...read });

/** Several paragraphs, one a line, with «{{поле}}». */
const wordingText = z
  .string()
  .trim()
  .min(1, 'Введите текст')
  .max(6000, 'Не длиннее 6000 знаков')
  .regex(/^[^\0]*$/u);

export const wordingProblem = z.strictObject({
  code: z.enum(['broken-braces', 'unknown-field', 'missing-field', 'locked-text-missing']),
  /** The field or the broken piece. */
  name: z.string(),
  message: z.string(),
});

/** A field of a form: what may be written between «{{» and «}}». */
export const wordingField = z.strictObject({
  name: z.string(),
  /** Russian: what is put there. */
  description: z.string(),
  required: z.boolean(),
  /** Its text is given by S2 and printed word for word. */
  locked: z.boolean(),
});

const templateCheck = z.strictObject({
  /** Fields found in the file, each once. */
  fields: z.array(z.string()),
  problems: z.array(wordingProblem),
});

export const statementForms = {
  'statements.print': query(byId, documentOutput),
  'statements.printBlank': query(ofKind, documentOutput),
  /** The sheet of a statement that is still being typed; the rules of registration do not apply. */
  'statements.previewForm': query(
    z.strictObject({
      kind: statementKind,
      studentId: id,
      guardianId: id.nullable(),
      date: isoDate,
      registeredOn: isoDate,
      ...statementForm,
    }),
    documentOutput,
  ),
  /** Several statements as one document, each from a new page. */
  'statements.printMany': query(
    z.strictObject({ ids: z.array(id).min(1, 'Выберите заявления').max(5000) }),
    documentOutput,
  ),
  'statements.wordings': query(
    nothing,
    z.strictObject({
      wordings: z.array(
        z.strictObject({
          kind: statementFormKind,
          title: z.string(),
          /** Neither source words it: the program's draft, to be read before use. */
          ownDraft: z.boolean(),
          /** The text in use: the school's own or the original. */
          text: z.string(),
          original: z.string(),
          changed: z.boolean(),
          fields: z.array(wordingField),
          /** The school's own DOCX, when one is loaded. */
          template: z.strictObject({ name: z.string(), fields: z.array(z.string()) }).nullable(),
        }),
      ),
    }),
  ),
  /** `wording-problems` with every problem as a field when the text may not be saved. */
  'statements.saveWording': command(
    z.strictObject({ kind: statementFormKind, text: wordingText, ...read }),
    nothing,
  ),
  'statements.resetWording': command(ofKindRead, nothing),
  /** The form with an invented family, and everything that keeps the text from being saved. */
  'statements.previewWording': query(
    z.strictObject({ kind: statementFormKind, text: wordingText }),
    z.strictObject({ problems: z.array(wordingProblem), ...documentOutput.shape }),
  ),
  /** Looks into a DOCX before it is saved. Refusals: `template-unreadable`, `file-…`. */
  'statements.checkTemplate': query(
    z.strictObject({ kind: statementFormKind, file: handle }),
    templateCheck,
  ),
  /** `template-problems` with every problem as a field when the file may not be saved. */
  'statements.saveTemplate': command(
    z.strictObject({ kind: statementFormKind, file: handle, ...read }),
    nothing,
  ),
  'statements.removeTemplate': command(ofKindRead, nothing),
  /** The school's own file as it was loaded. */
  'statements.template': query(ofKind, outputFile),
  /** The program's own form with all fields in it: a start for one's own. */
  'statements.sampleTemplate': query(ofKind, outputFile),
  'statements.printByTemplate': query(byId, outputFile),
} as const;
