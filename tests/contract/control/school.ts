import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';

/** A small school with lessons, marks and a timetable of the third term; today is 16 March 2026. */
export interface ControlledSchool extends SmallSchool {
  lesson(change?: Partial<LessonChange>): Promise<number>;
  /** Types a mark of Anna as if it were that day. */
  mark(lessonId: number, text: string, on: string): Promise<void>;
  /** A mark an import brought: only the bounds of its entry are known. */
  imported(lessonId: number, seenAt: string, unseenAt: string | null, codes?: string): void;
}

interface LessonChange {
  readonly classId: number;
  readonly subject: string;
  readonly date: string;
  readonly topic: string;
  readonly homework: string;
  readonly teacherId: number | null;
}

/** Writes past the operations, as an import made by another part of the program does. */
export const writeRaw = (folder: string, write: (db: Database.Database) => void): void => {
  const db = new Database(join(folder, 'office.sqlite'));
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  try {
    db.transaction(() => write(db))();
  } finally {
    db.close();
  }
};

export const today = '2026-03-16';
export const term = { from: '2026-01-12', to: '2026-03-27' } as const;

export const openControlledSchool = async (): Promise<ControlledSchool> => {
  const school = await openSmallSchool(today);
  const { office, class8, teacher, anna } = school;
  const { call, clock, folder } = office;
  return {
    ...school,
    lesson: async (change = {}) =>
      (
        await call('marks.saveLesson', {
          id: null,
          classId: class8,
          subject: 'Алгебра',
          date: '2026-03-02',
          topic: 'Квадратные уравнения',
          homework: '§ 12',
          teacherId: teacher,
          ...change,
        })
      ).id,
    async mark(lessonId, text, on) {
      clock.set(on);
      await call('marks.saveCells', { cells: [{ lessonId, studentId: anna, text }] });
      clock.set(today);
    },
    imported(lessonId, seenAt, unseenAt, codes = '4') {
      writeRaw(folder, (db) => {
        const audit = db.prepare('SELECT max(id) FROM audit').pluck().get();
        db.prepare(
          `INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id, seen_at, unseen_at, audit_id)
          VALUES (?, ?, ?, ?, 1, ?, ?, ?)`,
        ).run(lessonId, anna, codes, codes, seenAt, unseenAt, audit);
      });
    },
  };
};

/**
 * Two weeks of the third term. Algebra (Белова): 2 March on time, 3 March late by a day,
 * 4 March unknown; 9–13 March without marks, one lesson without homework. Physics (nobody):
 * a lesson of 10 March without topic and homework, marked in time.
 */
export const fillTerm = async ({
  lesson,
  mark,
  imported,
}: ControlledSchool): Promise<{ readonly late: number; readonly unknown: number }> => {
  await mark(await lesson({ date: '2026-03-02' }), '5', '2026-03-09');
  const late = await lesson({ date: '2026-03-03' });
  await mark(late, '3', '2026-03-11');
  const unknown = await lesson({ date: '2026-03-04' });
  imported(unknown, '2026-03-14T06:00:00.000Z', '2026-03-08T06:00:00.000Z');
  await lesson({ date: '2026-03-10', homework: '' });
  await lesson({ date: '2026-03-12' });
  const physics = await lesson({
    date: '2026-03-10',
    subject: 'Физика',
    topic: '',
    homework: '',
    teacherId: null,
  });
  await mark(physics, '4', '2026-03-10');
  return { late, unknown };
};
