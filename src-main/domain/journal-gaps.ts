/** What a journal lacks: told before printing, never left out in silence (domain.md §6). */
import { tokensOf } from './mark-codes.ts';

export type JournalGapKind =
  | 'no-lessons'
  | 'no-topics'
  | 'no-marks'
  | 'no-final-marks'
  | 'no-teacher'
  | 'outside-terms'
  | 'days-off'
  | 'not-enrolled'
  | 'no-pupils'
  | 'no-subjects'
  | 'other-lessons';

export interface JournalGap {
  readonly kind: JournalGapKind;
  /** Null when the gap is of the whole class, or the subject has no row yet. */
  readonly subjectId: number | null;
  readonly subject: string | null;
  /** Lessons, marks or students the gap counts. */
  readonly count: number;
  /** Out of so many; equal to `count` where there is no whole. */
  readonly total: number;
}

const REFUSING: readonly JournalGapKind[] = [
  'no-lessons',
  'no-topics',
  'no-final-marks',
  'no-pupils',
  'no-subjects',
];

/**
 * Gaps with which a journal is not certified unless the director has said so with a reason: lessons,
 * topics or final marks are missing (domain.md §6). The others are only listed.
 */
export const refusingGaps = <G extends Pick<JournalGap, 'kind'>>(
  gaps: readonly G[],
): readonly G[] => gaps.filter(({ kind }) => REFUSING.includes(kind));

/** One subject of a class in the period, as far as gaps need it. */
export interface SubjectFacts {
  readonly subjectId: number | null;
  readonly subject: string;
  readonly hasTeacher: boolean;
  readonly lessons: readonly { readonly topic: string | null }[];
  /** Canonical codes of the cells of the period. */
  readonly codes: readonly string[];
  /** Students who ought to have a final mark of the period and those who have it. */
  readonly graded: { readonly expected: number; readonly found: number };
}

/** First-graders learn without marks. */
export const givesMarks = (parallel: number): boolean => parallel > 1;

const isGrade = (codes: string): boolean =>
  tokensOf(codes).some(
    (token) =>
      token.kind === 'mark' ||
      (token.kind === 'code' && (token.meaning === 'credit' || token.meaning === 'no-credit')),
  );

/** Gaps of one subject; `parallel` 1 needs no marks. */
export const subjectGaps = (facts: SubjectFacts, parallel: number): readonly JournalGap[] => {
  const { subjectId, subject, lessons, codes, graded } = facts;
  const gap = (kind: JournalGapKind, count: number, total: number): JournalGap => ({
    kind,
    subjectId,
    subject,
    count,
    total,
  });
  if (lessons.length === 0) return [gap('no-lessons', 0, 0)];
  const bare = lessons.filter(({ topic }) => topic === null).length;
  const marked = givesMarks(parallel);
  const ungraded = graded.expected - graded.found;
  return [
    ...(bare > 0 ? [gap('no-topics', bare, lessons.length)] : []),
    ...(marked && !codes.some(isGrade) ? [gap('no-marks', lessons.length, lessons.length)] : []),
    ...(marked && ungraded > 0 ? [gap('no-final-marks', ungraded, graded.expected)] : []),
    ...(facts.hasTeacher ? [] : [gap('no-teacher', lessons.length, lessons.length)]),
  ];
};
