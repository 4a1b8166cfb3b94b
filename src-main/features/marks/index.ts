/** What other features may read of lessons and marks. */
export type { FinalMarkRow, LessonRow, LessonScope, MarkRow, StudentMark } from './read.ts';
export { finalMarksOf, lessonsOf, marksOf, marksOfStudents } from './read.ts';
