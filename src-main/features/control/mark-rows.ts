import type { Knex } from 'knex';
import type { ControlMarkRow, TimelinessChoice } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import { amongSql } from '../../database/conditions.ts';
import { gradedSql, lateSql, onTimeSql, outOfControlSql } from '../../database/lesson-figures.ts';
import { fullNameSql } from '../../database/stored.ts';
import { daysBetween } from '../../domain/dates.ts';
import { showCodes } from '../../domain/mark-codes.ts';
import type { LessonNames } from './lessons-list.ts';
import { lessonNames } from './lessons-list.ts';
import type { Names } from './names.ts';

/** Marks `m` of lessons with figures `f` by the time of their entry, as the triggers count them. */
export const timelinessSql = (wanted: TimelinessChoice): string => {
  const graded = `(${gradedSql('m')}) = 1 AND NOT ${outOfControlSql('m.student_id', 'f.on_date')}`;
  const [late, onTime] = [`(${lateSql('m', 'f')})`, `(${onTimeSql('m', 'f')})`];
  switch (wanted) {
    case 'late':
      return `${graded} AND ${late}`;
    case 'on-time':
      return `${graded} AND ${onTime}`;
    case 'unknown':
      return `${graded} AND NOT ${late} AND NOT ${onTime}`;
    default:
      return assertNever(wanted);
  }
};

type Mark = Omit<ControlMarkRow, keyof LessonNames | 'mark' | 'timeliness' | 'days'> & {
  readonly codes: string;
};

const toRow = (
  { codes, ...row }: Mark,
  names: Names,
  timeliness: TimelinessChoice,
): ControlMarkRow => {
  const entered = row.enteredOn ?? (timeliness === 'late' ? row.unseenOn : null);
  return {
    ...row,
    ...lessonNames(row, names),
    mark: showCodes(codes),
    timeliness,
    days: entered === null || timeliness === 'unknown' ? null : daysBetween(row.date, entered),
  };
};

/** Rows of marks in the order of the ids. */
export const markRows = async (
  db: Knex,
  ids: readonly number[],
  names: Names,
  timeliness: TimelinessChoice,
): Promise<readonly ControlMarkRow[]> => {
  const rows: Mark[] = await db.raw(
    `SELECT m.id, m.lesson_id AS lessonId, m.student_id AS studentId, m.codes,
      m.entered_on AS enteredOn, date(m.seen_at, 'localtime') AS seenOn,
      date(m.unseen_at, 'localtime') AS unseenOn, ${fullNameSql('p')} AS studentName,
      l.on_date AS date,
      l.class_id AS classId, l.subject_id AS subjectId, l.teacher_id AS teacherId, l.ordinal
    FROM marks m JOIN lessons l ON l.id = m.lesson_id JOIN students p ON p.id = m.student_id
    WHERE ${amongSql('m.id')}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toRow(row, names, timeliness)] : [];
  });
};
