import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { weekday } from '../../../../src-main/domain/dates.ts';
import { days as dayText } from '../../../strings/marks.ts';
import { showDate } from '../../../ui/dates.ts';
import { weekDays } from '../periods.ts';
import { cellAt, keyOf, writtenIn } from './class-grid.ts';
import type { Lesson } from './class-grid.ts';
import type { GridColumn, GridRow } from './grid-cells.ts';

export type StudentWeek = OperationOutput<'marks.studentWeek'>;

/** Monday to Saturday; Sunday only when it has lessons. */
export const shownDays = ({ from, to, lessons }: StudentWeek): readonly string[] => [
  ...weekDays(from),
  ...(lessons.some(({ date }) => date === to) ? [to] : []),
];

export const dayColumns = (days: readonly string[]): readonly GridColumn[] =>
  days.map((day) => ({
    key: day,
    head: dayText.short[weekday(day) % 7] ?? '',
    sub: showDate(day).slice(0, 5),
    title: showDate(day),
  }));

/** A row of the week: the n-th lessons of a subject. */
export interface WeekRow {
  readonly subject: string;
  readonly ordinal: number;
  /** One for each shown day. */
  readonly lessons: readonly (Lesson | null)[];
}

/** Subjects by name; a subject with two lessons on some day takes two rows. */
export const weekRows = (week: StudentWeek, days: readonly string[]): readonly WeekRow[] => {
  const keys = new Map(
    week.lessons.map(({ subject, ordinal }) => [`${subject}\n${ordinal}`, { subject, ordinal }]),
  );
  return [...keys.values()]
    .toSorted((a, b) => a.subject.localeCompare(b.subject, 'ru') || a.ordinal - b.ordinal)
    .map(({ subject, ordinal }) => ({
      subject,
      ordinal,
      lessons: days.map(
        (day) =>
          week.lessons.find(
            (lesson) =>
              lesson.date === day && lesson.subject === subject && lesson.ordinal === ordinal,
          ) ?? null,
      ),
    }));
};

/** Subjects × days of one student. */
export const weekLines = (
  studentId: number,
  { cells }: StudentWeek,
  rows: readonly WeekRow[],
): readonly GridRow[] => {
  const written = writtenIn(cells);
  return rows.map(({ subject, ordinal, lessons }) => ({
    key: `${subject} ${ordinal}`,
    title: subject,
    note: dayText.second(ordinal),
    average: null,
    cells: lessons.map((lesson) => {
      if (!lesson) return null;
      const target = { lessonId: lesson.id, studentId };
      return cellAt(target, written.get(keyOf(target)));
    }),
  }));
};
