import type { OperationOutput } from '../../../src-main/contract/operations.ts';

/** A lesson as its form takes it; `id` null makes one. */
export interface LessonDraft {
  readonly id: number | null;
  readonly classId: number | null;
  readonly className: string;
  readonly subject: string;
  readonly date: string | null;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacherId: number | null;
}

type Lesson = OperationOutput<'marks.grid'>['lessons'][number];

/** A stored lesson for its form. */
export const draftOf = (lesson: Lesson): LessonDraft => ({
  id: lesson.id,
  classId: lesson.classId,
  className: lesson.className,
  subject: lesson.subject,
  date: lesson.date,
  topic: lesson.topic,
  homework: lesson.homework,
  teacherId: lesson.teacherId,
});

export const newDraft = (
  place: Partial<Pick<LessonDraft, 'classId' | 'className' | 'subject' | 'date'>>,
): LessonDraft => ({
  id: null,
  classId: null,
  className: '',
  subject: '',
  date: null,
  topic: null,
  homework: null,
  teacherId: null,
  ...place,
});
