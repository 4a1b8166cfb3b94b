import { address } from '../../ui/address.ts';

/** Addresses of the screen of marks, for other features. */

export interface LessonPlace {
  readonly classId: number;
  readonly subject: string;
  /** ISO day of the lesson. */
  readonly date: string;
}

/** The typing grid of a class with the cursor on a lesson. */
export const lessonLink = ({ classId, subject, date }: LessonPlace): string =>
  address('/marks', { tab: 'class', classId, subject, date });

/** The week of a student, ready for typing. */
export const studentWeekLink = (studentId: number, date?: string): string =>
  address('/marks', { tab: 'student', studentId, date });

export const importLink = '/marks?tab=import';
export const codesLink = '/marks?tab=codes';
