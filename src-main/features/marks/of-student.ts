import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import {
  averageOf,
  countAbsences,
  hasUnknownCode,
  markValues,
  showAverage,
  showCodes,
} from '../../domain/mark-codes.ts';
import { studentAt } from '../people/index.ts';
import type { Asked } from '../context.ts';
import type { StudentMark } from './read.ts';
import { marksOfStudents } from './read.ts';

type Subject = OperationOutput<'marks.ofStudent'>['subjects'][number];

const asSubject = (subjectId: number, marks: readonly StudentMark[]): Subject => {
  const average = averageOf(marks.flatMap(({ codes }) => markValues(codes)));
  const missed = countAbsences(marks.map(({ codes }) => codes).join(' '));
  return {
    subjectId,
    subject: marks[0]?.subject ?? '',
    average,
    averageText: showAverage(average),
    missed: missed.total,
    ill: missed.ill,
    cells: marks.map(({ lessonId, date, codes }) => ({
      lessonId,
      date,
      shown: showCodes(codes),
      unknown: hasUnknownCode(codes),
    })),
  };
};

/**
 * Standing marks of a student in a period by subject.
 * @throws OfficeError `student-unknown`, `period-upside-down`
 */
export const marksOfStudent = async (
  db: Knex,
  { studentId, from, to }: Asked<'marks.ofStudent'>,
): Promise<OperationOutput<'marks.ofStudent'>> => {
  if (to < from)
    throw new OfficeError('period-upside-down', 'Конец периода раньше начала. Исправьте период.');
  await studentAt(db, studentId, to);
  const marks = await marksOfStudents(db, [studentId], { from, to });
  return {
    subjects: [...Map.groupBy(marks, ({ subjectId }) => subjectId)]
      .map(([subjectId, own]) => asSubject(subjectId, own))
      .toSorted((a, b) => a.subject.localeCompare(b.subject, 'ru')),
  };
};
