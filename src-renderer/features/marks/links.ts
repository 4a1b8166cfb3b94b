/** Addresses of the screen of marks, for other features. */

export interface LessonPlace {
  readonly classId: number;
  readonly subject: string;
  /** ISO day of the lesson. */
  readonly date: string;
}

/** The typing grid of a class with the cursor on a lesson. */
export const lessonLink = ({ classId, subject, date }: LessonPlace): string =>
  `/marks?${new URLSearchParams({ tab: 'class', classId: String(classId), subject, date }).toString()}`;

/** The week of a student, ready for typing. */
export const studentWeekLink = (studentId: number, date?: string): string =>
  `/marks?${new URLSearchParams({ tab: 'student', studentId: String(studentId), ...(date && { date }) }).toString()}`;

export const importLink = '/marks?tab=import';
export const codesLink = '/marks?tab=codes';
