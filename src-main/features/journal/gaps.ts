import { subjectGaps } from '../../domain/journal-gaps.ts';
import type { JournalGap, JournalGapKind } from '../../domain/journal-gaps.ts';
import { contains } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { JournalData, JournalPupil, JournalSubject } from './content.ts';
import { isInClass } from './forms/page.ts';

/** What a journal lacks, before it is printed (domain.md §6: nothing vanishes in silence). */

const ofClass = (kind: JournalGapKind, count: number): readonly JournalGap[] =>
  count === 0 ? [] : [{ kind, subjectId: null, subject: null, count, total: count }];

/** Final marks are owed by those in the class on the period's last day, once it has come. */
const gradedOf = ({ finals }: JournalSubject, data: JournalData) => {
  const { period, today, pupils } = data;
  if (!data.graded || today < period.to) return { expected: 0, found: 0 };
  const given = finals.get(period.key);
  const due = pupils.filter((pupil) => isInClass(pupil, period.to));
  return { expected: due.length, found: due.filter(({ id }) => given?.has(id)).length };
};

const hasTeacher = ({ assigned, lessons }: JournalSubject): boolean =>
  assigned.length > 0 || lessons.some(({ teacher }) => teacher !== null);

const gapsOf = (subject: JournalSubject, data: JournalData): readonly JournalGap[] =>
  subjectGaps(
    {
      subjectId: subject.subjectId,
      subject: subject.name,
      hasTeacher: hasTeacher(subject),
      lessons: subject.lessons,
      codes: [...subject.cells.values()].flatMap((byStudent) => [...byStudent.values()]),
      graded: gradedOf(subject, data),
    },
    data.parallel,
  );

/** A mark of such a day is printed where it stands; the remark about the pupil tells of it. */
const isApart = ({ apart }: JournalPupil, date: IsoDate): boolean =>
  apart.some((period) => contains(period, date));

/** Pupils who have marks of days when they were not in the class. */
const outOfClass = ({ subjects, pupils }: JournalData): number => {
  const found = new Set<number>();
  const known = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  for (const { lessons, cells } of subjects)
    for (const { id, date } of lessons)
      for (const studentId of cells.get(id)?.keys() ?? []) {
        const pupil = known.get(studentId);
        if (pupil && !isInClass(pupil, date) && !isApart(pupil, date)) found.add(studentId);
      }
  return found.size;
};

/** An extract has neither topics nor teachers, and a pupil may have no mark: these are no gaps of it. */
const ofExtract: readonly JournalGapKind[] = [
  'no-pupils',
  'no-subjects',
  'no-lessons',
  'no-final-marks',
];

/** Gaps of the class first, then of the subjects in their order. */
export const journalGaps = (data: JournalData): readonly JournalGap[] => {
  const gaps = [
    ...ofClass('no-pupils', data.pupils.length === 0 ? 1 : 0),
    ...ofClass('no-subjects', data.subjects.length === 0 ? 1 : 0),
    ...ofClass('not-enrolled', outOfClass(data)),
    ...ofClass('outside-terms', data.outsideTerms),
    ...ofClass('other-lessons', data.otherLessons),
    ...ofClass('days-off', data.daysOff),
    ...data.subjects.flatMap((subject) => gapsOf(subject, data)),
  ];
  return data.owner?.kind === 'leaver' ? gaps.filter(({ kind }) => ofExtract.includes(kind)) : gaps;
};
