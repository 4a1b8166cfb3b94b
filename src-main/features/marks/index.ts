/** What other features may read of lessons and marks. */
export type { FinalMarkRow, LessonRow, MarkRow, StudentMark } from './read.ts';
export { finalMarksOf, lessonsOf, marksOf, marksOfStudents, subjectCodesOf } from './read.ts';
export { missedLessons, withCodesSql } from './missed.ts';
export { dayOffTest } from './days-off.ts';
export { sourceOfMarks } from './source.ts';
export { refuseMarksClash } from './merge-guard.ts';
export { ensureSubjects } from './subjects.ts';
