import type { Knex } from 'knex';
import type { ControlMarkRow, TimelinessChoice } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import { amongSql } from '../../database/conditions.ts';
import { gradedSql, lateSql, onTimeSql } from '../../database/lesson-figures.ts';
import { daysBetween } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { showCodes } from '../../domain/mark-codes.ts';
import { fullName } from '../../domain/names.ts';
import type { LessonRecord } from './lessons-list.ts';
import { lessonHead } from './lessons-list.ts';
import type { Names } from './names.ts';

/** Marks `m` of lessons with figures `f` by the time of their entry, as the triggers count them. */
export const timelinessSql = (wanted: TimelinessChoice): string => {
  const graded = `(${gradedSql('m')}) = 1`;
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

interface MarkRecord extends Pick<
  LessonRecord,
  'classId' | 'subjectId' | 'teacherId' | 'ordinal' | 'onDate'
> {
  readonly id: number;
  readonly lessonId: number;
  readonly studentId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly codes: string;
  readonly enteredOn: IsoDate | null;
  readonly seenOn: IsoDate;
  readonly unseenOn: IsoDate | null;
}

const toRow = (row: MarkRecord, names: Names, timeliness: TimelinessChoice): ControlMarkRow => {
  const entered = row.enteredOn ?? (timeliness === 'late' ? row.unseenOn : null);
  return {
    ...lessonHead({ ...row, id: row.lessonId }, names),
    id: row.id,
    studentId: row.studentId,
    studentName: fullName(row),
    mark: showCodes(row.codes),
    timeliness,
    enteredOn: row.enteredOn,
    seenOn: row.seenOn,
    unseenOn: row.unseenOn,
    days: entered === null || timeliness === 'unknown' ? null : daysBetween(row.onDate, entered),
  };
};

/** Rows of marks in the order of the ids. */
export const markRows = async (
  db: Knex,
  ids: readonly number[],
  names: Names,
  timeliness: TimelinessChoice,
): Promise<readonly ControlMarkRow[]> => {
  const rows: MarkRecord[] = await db.raw(
    `SELECT m.id, m.lesson_id AS lessonId, m.student_id AS studentId, m.codes,
      m.entered_on AS enteredOn, date(m.seen_at, 'localtime') AS seenOn,
      date(m.unseen_at, 'localtime') AS unseenOn, p.last_name AS lastName,
      p.first_name AS firstName, p.middle_name AS middleName, l.on_date AS onDate,
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
