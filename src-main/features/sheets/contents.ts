import type { Knex } from 'knex';
import type { SheetContent } from '../../contract/sheets-fields.ts';
import { daysOfWeek, printsHomework } from '../../domain/cadence.ts';
import { isSchoolDay, schoolDays, termOf } from '../../domain/calendar.ts';
import type { Term, TermKind } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { SheetLesson, SheetMark } from '../../domain/sheet-content.ts';
import { composeSheet } from '../../domain/sheet-content.ts';
import type { Job } from '../context.ts';
import type { LessonRow, StudentMark } from '../marks/index.ts';
import { lessonsOf, marksOfStudents, subjectCodesOf } from '../marks/index.ts';
import { classTeacherName } from '../people/index.ts';
import { requireSchool } from '../settings/index.ts';
import { stayOn } from './pupils.ts';
import type { RegisterRow } from './due-rows.ts';
import type { WeekBook } from './week-book.ts';

/** What a run prints beside the marks; homework by how the recipient is served (S2 §7). */
export interface Look {
  readonly homework: Parameters<typeof printsHomework>[1];
  readonly averages: boolean;
}

/** Students read at once: between two of them the run can be stopped. */
const chunk = 100;

const termNames: Readonly<Record<TermKind, string>> = {
  quarter: 'четверть',
  trimester: 'триместр',
  'half-year': 'полугодие',
};
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'];

const termTitle = ({ kind, number, startsOn }: Term, lastDay: IsoDate): string =>
  `с ${shortDate(startsOn)} по ${shortDate(lastDay)}, ${romans[number - 1] ?? number} ${termNames[kind]}`;

/** Everything of one run that does not depend on the student. */
interface RunFacts {
  readonly db: Knex;
  readonly book: WeekBook;
  readonly look: Look;
  readonly school: string;
  readonly teachers: ReadonlyMap<number, string | null>;
}

interface ChunkFacts {
  readonly lessons: ReadonlyMap<number, readonly LessonRow[]>;
  /** Lists of lessons by the classes of the days. */
  readonly shared: Map<string, readonly SheetLesson[]>;
  readonly marks: ReadonlyMap<number, readonly StudentMark[]>;
  /** By student; null when averages are not printed. */
  readonly codes: ReadonlyMap<number, ReadonlyMap<string, string>> | null;
}

const termFor = ({ book }: RunFacts, { due, stay }: RegisterRow): Term | null =>
  termOf(due.lastDay, book.calendars(due.lastDay, stay.parallel));

/**
 * School days an average covers: of the term, to the last one of the week (domain.md §9). A mark
 * of a holiday or of another term is in none.
 */
const averagedDays = (run: RunFacts, row: RegisterRow): readonly IsoDate[] => {
  const { due, stay } = row;
  const term = termFor(run, row);
  return term === null
    ? []
    : schoolDays(term.startsOn, due.lastDay, run.book.calendars(due.lastDay, stay.parallel));
};

/** Codes of the days an average covers: students of the same days are read together. */
const readCodes = async (
  run: RunFacts,
  rows: readonly RegisterRow[],
): Promise<ChunkFacts['codes']> => {
  if (!run.look.averages) return null;
  const byParallel = Map.groupBy(rows, ({ due, stay }) => `${stay.parallel} ${due.lastDay}`);
  const codes = new Map<number, Map<string, string>>();
  for (const members of byParallel.values()) {
    const [first] = members;
    const days = first ? averagedDays(run, first) : [];
    const ids = members.map(({ due }) => due.studentId);
    for (const row of await subjectCodesOf(run.db, ids, days)) {
      const own = codes.get(row.studentId) ?? new Map<string, string>();
      codes.set(row.studentId, own.set(row.subject, row.codes));
    }
  }
  return codes;
};

const readChunk = async (
  run: RunFacts,
  week: IsoDate,
  rows: readonly RegisterRow[],
): Promise<ChunkFacts> => {
  const span = { from: week, to: addDays(week, 6) };
  const classIds = new Set(rows.flatMap(({ pupil }) => pupil.stays.map(({ classId }) => classId)));
  const ids = rows.map(({ due }) => due.studentId);
  const lessons = await lessonsOf(run.db, { ...span, classIds: [...classIds] });
  const marks = await marksOfStudents(run.db, ids, span);
  return {
    lessons: Map.groupBy(lessons, ({ classId }) => classId),
    shared: new Map(),
    marks: Map.groupBy(marks, ({ studentId }) => studentId),
    codes: await readCodes(run, rows),
  };
};

/** School days of the week, each by the calendar of the class the student was in on that day. */
const schoolDaysFor = ({ book }: RunFacts, { pupil, due, stay }: RegisterRow): readonly IsoDate[] =>
  daysOfWeek(due.week).filter((date) =>
    isSchoolDay(date, book.calendars(date, (stayOn(pupil, date) ?? stay).parallel)),
  );

/**
 * Lessons of each day are those of the class the student was in on that day; students with the
 * same classes share one list.
 */
const lessonsFor = ({ pupil, due }: RegisterRow, facts: ChunkFacts): readonly SheetLesson[] => {
  const days = daysOfWeek(due.week).map((date) => ({
    date,
    classId: stayOn(pupil, date)?.classId,
  }));
  const key = days.map(({ classId }) => classId ?? '').join(' ');
  const known = facts.shared.get(key);
  if (known) return known;
  const lessons = days.flatMap(({ date, classId }) =>
    classId === undefined
      ? []
      : (facts.lessons.get(classId) ?? []).filter((lesson) => lesson.date === date),
  );
  facts.shared.set(key, lessons);
  return lessons;
};

/** More lessons of a subject than a day can have. */
const otherClass = 10;

/**
 * Marks of the week. On the day of a change of class a lesson of the other class stands before
 * those of the day's own, for it is another lesson, whatever its place in the day.
 */
const marksFor = ({ pupil, due }: RegisterRow, facts: ChunkFacts): readonly SheetMark[] =>
  (facts.marks.get(due.studentId) ?? []).map((mark) => {
    const isOwn = stayOn(pupil, mark.date)?.classId === mark.classId;
    return isOwn ? mark : { ...mark, ordinal: mark.ordinal - otherClass };
  });

const contentFor = (run: RunFacts, row: RegisterRow, facts: ChunkFacts): SheetContent => {
  const { due } = row;
  const term = termFor(run, row);
  return composeSheet({
    school: run.school,
    student: due.studentName,
    className: due.className,
    classTeacher: run.teachers.get(due.classId) ?? null,
    week: due.week,
    lastDay: due.lastDay,
    schoolDays: schoolDaysFor(run, row),
    lessons: lessonsFor(row, facts),
    marks: marksFor(row, facts),
    term:
      facts.codes === null || term === null
        ? null
        : {
            title: termTitle(term, due.lastDay),
            codes: facts.codes.get(due.studentId) ?? new Map<string, string>(),
          },
    homework: printsHomework(due.mode, run.look.homework),
  });
};

const teachersOf = async (
  db: Knex,
  rows: readonly RegisterRow[],
): Promise<ReadonlyMap<number, string | null>> => {
  const teachers = new Map<number, string | null>();
  for (const classId of new Set(rows.map(({ due }) => due.classId)))
    teachers.set(classId, await classTeacherName(db, classId));
  return teachers;
};

/**
 * Contents of the sheets in the order of the rows.
 * @throws OfficeError `school-not-set`, `cancelled`
 */
export const readContents = async (
  db: Knex,
  book: WeekBook,
  rows: readonly RegisterRow[],
  look: Look,
  job: Job,
): Promise<readonly SheetContent[]> => {
  const { shortName } = await requireSchool(db);
  const run = { db, book, look, school: shortName, teachers: await teachersOf(db, rows) };
  const contents: SheetContent[] = [];
  for (const [week, members] of Map.groupBy(rows, ({ due }) => due.week))
    for (let at = 0; at < members.length; at += chunk) {
      const part = members.slice(at, at + chunk);
      const facts = await readChunk(run, week, part);
      contents.push(...part.map((row) => contentFor(run, row, facts)));
      await job.step({ stage: 'sheets', done: contents.length, total: rows.length });
    }
  return contents;
};
