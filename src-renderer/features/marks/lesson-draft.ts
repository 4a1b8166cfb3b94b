import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { LessonDraft } from './LessonForm.tsx';

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
