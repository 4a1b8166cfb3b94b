import type { JournalPeriod } from '../../../domain/journal.ts';
import type { JournalData, JournalLesson, JournalSubject } from '../content.ts';

/** What the pages of a subject say in the journal of a class and in that of one pupil. */

export const dayMonth = (date: string): string => `${date.slice(8, 10)}.${date.slice(5, 7)}`;

export const teachersText = (names: readonly string[]): string => {
  if (names.length === 0) return 'Учитель не указан';
  return `${names.length === 1 ? 'Учитель' : 'Учителя'}: ${names.join(', ')}`;
};

/** Who taught the lessons; those assigned to the class where the lessons do not say. */
export const teachersOf = (lessons: readonly JournalLesson[], subject: JournalSubject): string => {
  const names = new Set(lessons.flatMap(({ teacher }) => teacher ?? []));
  return teachersText(names.size > 0 ? [...names] : subject.assigned);
};

/**
 * Periods whose final marks stand after a lesson: it is the last one before their end. A term
 * without lessons of its own has a column only when it has marks.
 */
export const finalsAfter =
  ({ periods, period }: JournalData, { finals }: JournalSubject) =>
  (lesson: JournalLesson, next: JournalLesson | undefined): readonly string[] => {
    const isLast = (one: JournalPeriod): boolean => {
      if (period.key !== 'year') return one.key === period.key && next === undefined;
      if (one.key === 'year') return next === undefined;
      const ends = lesson.date <= one.to && (next === undefined || next.date > one.to);
      return ends && (one.from <= lesson.date || finals.has(one.key));
    };
    return periods.filter(isLast).map(({ key }) => key);
  };
