import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';

/** A small school after the third quarter, where 8А is taught algebra. */
export interface JournalScene extends SmallSchool {
  /** A lesson of algebra in 8А; gives its id. */
  lesson(date: string, change?: object): Promise<number>;
  mark(lessonId: number, studentId: number, text: string): Promise<unknown>;
  /** A lesson of the third quarter with a mark, and its final mark. */
  taught(): Promise<void>;
}

export const openScene = async (): Promise<JournalScene> => {
  const small = await openSmallSchool('2026-04-01');
  const { call } = small.office;
  const lesson = async (date: string, change: object = {}): Promise<number> =>
    (
      await call('marks.saveLesson', {
        id: null,
        classId: small.class8,
        subject: 'Алгебра',
        date,
        topic: 'Дроби',
        homework: '№ 5',
        teacherId: small.teacher,
        ...change,
      })
    ).id;
  const mark = (lessonId: number, studentId: number, text: string) =>
    call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });
  return {
    ...small,
    lesson,
    mark,
    async taught() {
      await mark(await lesson('2026-03-02'), small.anna, '5');
      await call('marks.saveFinalMarks', {
        classId: small.class8,
        cells: [{ studentId: small.anna, subject: 'Алгебра', period: 'term-3', text: '5' }],
      });
    },
  };
};
