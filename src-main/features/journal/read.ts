import type { Knex } from 'knex';
import type { School } from '../../contract/settings.ts';
import { printedSpan } from '../../domain/certification.ts';
import { fold } from '../../domain/names.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { contains, minDate } from '../../domain/dates.ts';
import type { JournalPeriod } from '../../domain/journal.ts';
import { dayOffTest, finalMarksOf, lessonsOf, marksOf, sourceOfMarks } from '../marks/index.ts';
import type { FinalMarkRow, LessonRow, MarkRow } from '../marks/index.ts';
import { teacherNames } from '../people/index.ts';
import type { JournalData, JournalSubject } from './content.ts';
import { generalOf } from './general.ts';
import { ownerOf, pupilsOf } from './pupils.ts';
import type { JournalClass } from './scope.ts';

/** Reading of all that one journal holds. */

/**
 * Days whose lessons belong to the journal: the year's holds those outside the terms too, that of a
 * running period those to the day of printing.
 */
const daysOf = (one: JournalClass, period: JournalPeriod, today: IsoDate): Period => {
  if (today < period.to) return { from: period.from, to: today };
  return period.key === 'year' ? { from: one.startsOn, to: one.endsOn } : period;
};

interface SubjectDraft {
  readonly subjectId: number | null;
  readonly name: string;
  readonly assigned: Set<string>;
  readonly lessons: LessonRow[];
  readonly finals: Map<string, Map<number, string>>;
}

type Drafts = Map<string, SubjectDraft>;

/** Subjects meet by name: an assignment is typed, a lesson has its subject's row. */
const draftOf = (drafts: Drafts, name: string, subjectId: number | null): SubjectDraft => {
  const key = fold(name);
  const known = drafts.get(key);
  if (known && (known.subjectId !== null || subjectId === null)) return known;
  const made: SubjectDraft = {
    assigned: known?.assigned ?? new Set(),
    lessons: known?.lessons ?? [],
    finals: known?.finals ?? new Map(),
    subjectId,
    name,
  };
  drafts.set(key, made);
  return made;
};

interface Assignment {
  readonly subject: string;
  readonly teacherId: number;
}

const assignmentsOf = async (db: Knex, classId: number): Promise<readonly Assignment[]> =>
  await db('teaching_assignments')
    .where({ class_id: classId })
    .orderBy('subject')
    .select('subject', { teacherId: 'teacher_id' });

/**
 * Final marks a journal shows: up to its own term, or all of the year's; an own journal those of
 * the periods that ended in it, and what came after the year with the year's.
 */
const shownFinals = (
  rows: readonly FinalMarkRow[],
  { key }: JournalPeriod,
  { owner }: JournalClass,
): readonly FinalMarkRow[] => {
  const shown =
    key === 'year'
      ? rows
      : rows.filter((row) => row.period.startsWith('term-') && row.period <= key);
  if (owner === null) return shown;
  return shown.filter(
    (row) =>
      row.studentId === owner.id &&
      owner.graded.has(row.period.startsWith('term-') ? row.period : 'year'),
  );
};

/** Marks of an own journal are its pupil's on its days. */
const ownMarks = (
  rows: readonly MarkRow[],
  lessons: readonly LessonRow[],
  { owner }: JournalClass,
): readonly MarkRow[] => {
  if (owner === null) return rows;
  const inside = new Set(
    lessons
      .filter(({ date }) => owner.days.some((days) => contains(days, date)))
      .map(({ id }) => id),
  );
  return rows.filter(({ studentId, lessonId }) => studentId === owner.id && inside.has(lessonId));
};

/** The class's lessons go on without a pupil taught at home: his are those that speak of him. */
const lessonsIn = (
  lessons: readonly LessonRow[],
  marks: readonly MarkRow[],
  { owner }: JournalClass,
): { readonly shown: readonly LessonRow[]; readonly others: number } => {
  if (owner === null) return { shown: lessons, others: 0 };
  const inside = lessons.filter(({ date }) => owner.days.some((days) => contains(days, date)));
  if (owner.kind === 'leaver') return { shown: inside, others: 0 };
  const spoken = new Set(marks.map(({ lessonId }) => lessonId));
  const shown = inside.filter(({ id }) => spoken.has(id));
  return { shown, others: inside.length - shown.length };
};

const addFinals = (drafts: Drafts, rows: readonly FinalMarkRow[]): void => {
  for (const row of rows) {
    const { finals } = draftOf(drafts, row.subject, row.subjectId);
    const byStudent = finals.get(row.period) ?? new Map<number, string>();
    byStudent.set(row.studentId, row.codes);
    finals.set(row.period, byStudent);
  }
};

const cellsByLesson = (rows: readonly MarkRow[]): Map<number, Map<number, string>> => {
  const cells = new Map<number, Map<number, string>>();
  for (const { lessonId, studentId, codes } of rows) {
    const byStudent = cells.get(lessonId);
    if (byStudent) byStudent.set(studentId, codes);
    else cells.set(lessonId, new Map([[studentId, codes]]));
  }
  return cells;
};

type Cells = ReadonlyMap<number, ReadonlyMap<number, string>>;

const subjectOf = (
  draft: SubjectDraft,
  cells: Cells,
  teachers: ReadonlyMap<number, string>,
): JournalSubject => ({
  subjectId: draft.subjectId,
  name: draft.name,
  assigned: [...draft.assigned],
  lessons: draft.lessons.map(({ id, date, topic, homework, teacherId }) => ({
    id,
    date,
    topic,
    homework,
    teacher: teacherId === null ? null : (teachers.get(teacherId) ?? null),
  })),
  cells: new Map(draft.lessons.flatMap(({ id }) => (cells.has(id) ? [[id, cells.get(id)!]] : []))),
  finals: draft.finals,
});

const collator = new Intl.Collator('ru');

/** Lessons that stand after this term and before the next: no term's journal has them. */
const outsideTerms = async (
  db: Knex,
  one: JournalClass,
  period: JournalPeriod,
): Promise<number> => {
  if (period.key === 'year' || one.owner !== null) return 0;
  const terms = one.periods.filter(({ key }) => key !== 'year');
  const at = terms.findIndex(({ key }) => key === period.key);
  const next = terms[at + 1];
  const [row]: { readonly total: number }[] = await db('lessons')
    .where({ class_id: one.id })
    .where((query) => {
      void query.where((after) => {
        void after.where('on_date', '>', period.to);
        if (next) void after.where('on_date', '<', next.from);
        else void after.where('on_date', '<=', one.endsOn);
      });
      if (at === 0) void query.orWhere('on_date', '<', period.from);
    })
    .count({ total: '*' });
  return row?.total ?? 0;
};

/** What every journal of the day has in common. */
export interface Office {
  readonly school: School;
  readonly systemName: string;
  readonly today: IsoDate;
}

/** One journal's content; a subject that is assigned, taught or graded is always among it. */
export const readJournal = async (
  db: Knex,
  one: JournalClass,
  period: JournalPeriod,
  office: Office,
): Promise<JournalData> => {
  const days = daysOf(one, period, office.today);
  const scope = { ...days, classIds: [one.id] };
  const { owner } = one;
  const held = await lessonsOf(db, scope);
  const marks = ownMarks(await marksOf(db, scope), held, one);
  const { shown: lessons, others } = lessonsIn(held, marks, one);
  const finals = shownFinals(await finalMarksOf(db, { classIds: [one.id] }), period, one);
  const isDayOff = await dayOffTest(db, [one.id], scope);
  const teachers = await teacherNames(db);
  const drafts: Drafts = new Map();
  for (const lesson of lessons)
    draftOf(drafts, lesson.subject, lesson.subjectId).lessons.push(lesson);
  addFinals(drafts, finals);
  // What the plan of a pupil taught at home holds is not known from the class's.
  for (const { subject, teacherId } of owner?.kind === 'home'
    ? []
    : await assignmentsOf(db, one.id))
    draftOf(drafts, subject, null).assigned.add(teachers.get(teacherId) ?? '');
  const cells = cellsByLesson(marks);
  const marked = new Set([...marks, ...finals].map(({ studentId }) => studentId));
  const pupils =
    owner === null
      ? await pupilsOf(db, one.id, period, marked)
      : [await ownerOf(db, owner, period)];
  const pupilIds = pupils.map(({ id }) => id);
  return {
    ...office,
    classId: one.id,
    owner,
    graded: owner === null || owner.graded.has(period.key),
    className: one.className,
    parallel: one.parallel,
    schoolYear: one.schoolYear,
    classTeacher: one.classTeacher,
    period,
    span: printedSpan(
      period,
      office.today,
      lessons.map(({ date }) => date),
    ),
    source: await sourceOfMarks(db, one.id, days),
    periods: owner === null ? one.periods : one.periods.filter(({ key }) => owner.graded.has(key)),
    pupils,
    general: await generalOf(db, pupilIds, minDate(period.to, office.today)),
    subjects: [...drafts.values()]
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .map((draft) => subjectOf(draft, cells, teachers)),
    outsideTerms: await outsideTerms(db, one, period),
    otherLessons: others,
    daysOff: lessons.filter(isDayOff).length,
  };
};
