import { marksEntryOperations } from './marks-entry.ts';

/** Lessons, marks and final marks (domain.md §6). */
export const marksOperations = { ...marksEntryOperations } as const;
