import { marksCodeOperations } from './marks-codes.ts';
import { marksEntryOperations } from './marks-entry.ts';
import { marksImportOperations } from './marks-import.ts';
import { marksListOperations } from './marks-lists.ts';
import { marksStudentOperations } from './marks-student.ts';

/** Lessons, marks and final marks (domain.md §6). */
export const marksOperations = {
  ...marksEntryOperations,
  ...marksListOperations,
  ...marksStudentOperations,
  ...marksCodeOperations,
  ...marksImportOperations,
} as const;
