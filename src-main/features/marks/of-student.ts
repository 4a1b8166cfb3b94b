import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { absenceWords, countAbsences } from '../../domain/absence-count.ts';
import {
  averageOf,
  hasUnknownCode,
  markValues,
  showAverage,
  showCodes,
} from '../../domain/mark-codes.ts';
import { studentAt } from '../people/index.ts';
import type { Asked } from '../context.ts';
import type { DayOffTest } from './days-off.ts';
import { dayOffTest } from './days-off.ts';
import type { StudentMark } from './read.ts';
import { marksOfStudents } from './read.ts';

type Subject = OperationOutput<'marks.ofStudent'>['subjects'][number];

const asSubject = (
  subjectId: number,
  marks: readonly StudentMark[],
  isDayOff: DayOffTest,
): Subject => {
  const counted = marks.filter((mark) => !isDayOff(mark));
  const average = averageOf(counted.flatMap(({ codes }) => markValues(codes)));
  const absences = countAbsences(marks);
  return {
    subjectId,
    subject: marks[0]?.subject ?? '',
    average,
    averageText: showAverage(average),
    absences,
    absencesText: absenceWords(absences),
    cells: marks.map((mark) => ({
      lessonId: mark.lessonId,
      date: mark.date,
      shown: showCodes(mark.codes),
      unknown: hasUnknownCode(mark.codes),
      dayOff: isDayOff(mark),
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
  const classIds = [...new Set(marks.map(({ classId }) => classId))];
  const isDayOff = await dayOffTest(db, classIds, { from, to });
  const absences = countAbsences(marks);
  return {
    subjects: [...Map.groupBy(marks, ({ subjectId }) => subjectId)]
      .map(([subjectId, own]) => asSubject(subjectId, own, isDayOff))
      .toSorted((a, b) => a.subject.localeCompare(b.subject, 'ru')),
    absences,
    absencesText: absenceWords(absences),
  };
};
