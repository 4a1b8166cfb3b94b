import { z } from 'zod';
import { handle, nothing, outputFile } from './fields.ts';
import { query } from './operation.ts';

export const printingOperations = {
  /** Print HTML of a document made by another operation; shown in the preview and printed. */
  'printing.html': query(z.strictObject({ document: handle }), outputFile),
  'printing.docx': query(z.strictObject({ document: handle }), outputFile),
  /** The preview was closed: a document with secrets and its files are forgotten at once. */
  'printing.close': query(z.strictObject({ document: handle }), nothing),
} as const;

/** What an operation that makes a form answers: a ticket of the document in memory. */
export const documentOutput = z.strictObject({ document: handle, title: z.string() });
