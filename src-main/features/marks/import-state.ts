import type { Knex } from 'knex';
import { className } from '../../domain/classes.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { fullName } from '../../domain/names.ts';
import type { ClassState, Member, PlanLesson, StoredCell, StoredFinal } from './import-types.ts';

/** Reads what is stored of the classes an import concerns, a class at a time. */

interface ClassRecord {
  readonly id: number;
  readonly parallel: number;
  readonly letter: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
}

const yearOf = ({ starts_on }: ClassRecord): number => Number(starts_on.slice(0, 4));

/** Classes of all years by `startYear|name`. */
export const readClasses = async (db: Knex): Promise<ReadonlyMap<string, ClassRecord>> => {
  const rows: ClassRecord[] = await db({ c: 'classes' })
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .select('c.id', 'c.parallel', 'c.letter', 'y.starts_on', 'y.ends_on');
  return new Map(rows.map((row) => [`${yearOf(row)}|${className(row)}`, row]));
};

const wordsKey = (search: string): string => search.split(' ').toSorted().join(' ');

interface MemberRecord {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly middle_name: string | null;
  readonly search: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate | null;
}

const readMembers = async (db: Knex, classId: number): Promise<readonly Member[]> => {
  const rows: MemberRecord[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .where('e.class_id', classId)
    .orderBy('e.starts_on')
    .select('s.id', 's.last_name', 's.first_name', 's.middle_name', 's.search')
    .select('e.starts_on', 'e.ends_on');
  return rows.map((row) => ({
    id: row.id,
    fullName: fullName({
      lastName: row.last_name,
      firstName: row.first_name,
      middleName: row.middle_name,
    }),
    key: wordsKey(row.search),
    search: row.search,
    from: row.starts_on,
    to: row.ends_on,
  }));
};

interface LessonRecord {
  readonly id: number;
  readonly search: string;
  readonly on_date: IsoDate;
  readonly ordinal: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher_id: number | null;
  readonly described: 0 | 1;
}

interface MarkRecord {
  readonly id: number;
  readonly lesson_id: number;
  readonly student_id: number;
  readonly text: string;
  readonly codes: string;
  readonly entered_on: IsoDate | null;
  readonly seen_at: string;
  readonly unseen_at: string | null;
}

const asPlanLesson = (classId: number, row: LessonRecord): PlanLesson => ({
  id: row.id,
  classId,
  subject: row.search,
  date: row.on_date,
  ordinal: row.ordinal,
  stored: {
    topic: row.topic,
    homework: row.homework,
    teacherId: row.teacher_id,
    described: row.described === 1,
  },
  told: null,
  used: false,
  cells: new Map(),
});

const asCell = (row: MarkRecord): StoredCell => ({
  id: row.id,
  text: row.text,
  codes: row.codes,
  enteredOn: row.entered_on,
  seenAt: row.seen_at,
  unseenAt: row.unseen_at,
});

/** The lessons of a day in a subject; an empty day is added. */
export const dayOf = (
  { days }: Pick<ClassState, 'days'>,
  subject: string,
  date: IsoDate,
): PlanLesson[] => {
  const ofSubject = days.get(subject) ?? new Map<IsoDate, PlanLesson[]>();
  days.set(subject, ofSubject);
  const day = ofSubject.get(date) ?? [];
  ofSubject.set(date, day);
  return day;
};

/** Lessons of the period with their standing marks. */
const readDays = async (db: Knex, classId: number, period: Period): Promise<ClassState['days']> => {
  const lessons: LessonRecord[] = await db({ l: 'lessons' })
    .join({ s: 'subjects' }, 's.id', 'l.subject_id')
    .where('l.class_id', classId)
    .whereBetween('l.on_date', [period.from, period.to])
    .orderBy(['l.on_date', 'l.ordinal'])
    .select('l.*', 's.search');
  const byId = new Map<number, PlanLesson>();
  const days: ClassState['days'] = new Map();
  for (const row of lessons) {
    const lesson = asPlanLesson(classId, row);
    byId.set(row.id, lesson);
    dayOf({ days }, row.search, row.on_date).push(lesson);
  }
  const marks: MarkRecord[] = await db.raw(
    `SELECT m.* FROM lessons l CROSS JOIN marks m ON m.lesson_id = l.id AND m.ended_at IS NULL
     WHERE l.class_id = ? AND l.on_date BETWEEN ? AND ?`,
    [classId, period.from, period.to],
  );
  for (const row of marks) byId.get(row.lesson_id)?.cells.set(row.student_id, asCell(row));
  return days;
};

const readFinals = async (db: Knex, classId: number): Promise<ReadonlyMap<string, StoredFinal>> => {
  const rows: { id: number; student_id: number; search: string; period: string; codes: string }[] =
    await db({ f: 'final_marks' })
      .join({ s: 'subjects' }, 's.id', 'f.subject_id')
      .where('f.class_id', classId)
      .whereNull('f.ended_at')
      .select('f.id', 'f.student_id', 's.search', 'f.period', 'f.codes');
  return new Map(
    rows.map((row) => [
      `${row.student_id}|${row.search}|${row.period}`,
      { id: row.id, codes: row.codes },
    ]),
  );
};

const readRemembered = async (db: Knex, classId: number): Promise<ReadonlyMap<string, number>> => {
  const rows: { name_key: string; occurrence: number; student_id: number }[] = await db(
    'mark_students',
  ).where({ class_id: classId });
  return new Map(rows.map((row) => [`${row.name_key}|${row.occurrence}`, row.student_id]));
};

/** Everything stored of a class within the days the files speak of. */
export const readState = async (
  db: Knex,
  record: ClassRecord,
  period: Period,
): Promise<ClassState> => ({
  id: record.id,
  name: className(record),
  parallel: record.parallel,
  startYear: yearOf(record),
  span: { from: record.starts_on, to: record.ends_on },
  members: await readMembers(db, record.id),
  days: await readDays(db, record.id, period),
  finals: await readFinals(db, record.id),
  remembered: await readRemembered(db, record.id),
});

/** Students of the whole school by the words of their names; read once, when a class lacks one. */
export const readSchool = async (db: Knex): Promise<ReadonlyMap<string, readonly number[]>> => {
  const rows: { id: number; search: string }[] = await db('students').select('id', 'search');
  const byKey = new Map<string, number[]>();
  for (const { id, search } of rows) {
    const key = wordsKey(search);
    const same = byKey.get(key);
    if (same) same.push(id);
    else byKey.set(key, [id]);
  }
  return byKey;
};
