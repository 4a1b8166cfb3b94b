/** What a weekly sheet says, composed from lessons and marks already read (domain.md §6). */
import type { SheetContent } from '../contract/sheets-fields.ts';
import { daysOfWeek } from './cadence.ts';
import { compareDates, weekday } from './dates.ts';
import type { IsoDate } from './dates.ts';
import {
  averageOf,
  CANONICAL_CODES,
  countAbsences,
  markValues,
  MEANING_TITLES,
  showAverage,
  showCodes,
  tokensOf,
} from './mark-codes.ts';

const { compare: compareRussian } = new Intl.Collator('ru');

export interface SheetLesson {
  readonly subject: string;
  readonly date: IsoDate;
  readonly ordinal: number;
  readonly homework: string | null;
}

export interface SheetMark {
  readonly subject: string;
  readonly date: IsoDate;
  readonly ordinal: number;
  /** Canonical codes. */
  readonly codes: string;
}

export interface SheetFacts {
  readonly school: string;
  readonly student: string;
  readonly className: string;
  readonly classTeacher: string | null;
  readonly week: IsoDate;
  readonly lastDay: IsoDate;
  readonly schoolDays: readonly IsoDate[];
  /** Lessons of the week of the classes the student was in, day by day. */
  readonly lessons: readonly SheetLesson[];
  /** The student's marks of the week. */
  readonly marks: readonly SheetMark[];
  /** Canonical codes of the term to the end of the week by subject; null = no averages printed. */
  readonly term: { readonly title: string; readonly codes: ReadonlyMap<string, string> } | null;
  /** Whether homework is printed. */
  readonly homework: boolean;
}

const FRIDAY = 5;

/** Monday to Friday always; Saturday and Sunday only with lessons, by the calendar or in fact. */
const daysShown = ({ week, schoolDays, lessons, marks }: SheetFacts): SheetContent['days'] => {
  const busy = new Set([...lessons, ...marks].map(({ date }) => date));
  const school = new Set(schoolDays);
  return daysOfWeek(week)
    .map((date) => ({ date, school: school.has(date) || busy.has(date) }))
    .filter(({ date, school: isSchool }) => isSchool || weekday(date) <= FRIDAY);
};

const noMark = '–';

/** One cell: lessons of the subject on that day in order; two lessons stay two, «5; –». */
const cellText = (lessons: readonly SheetLesson[], marks: readonly SheetMark[]): string => {
  const ordinals = new Set([...lessons, ...marks].map(({ ordinal }) => ordinal));
  const shown = [...ordinals]
    .toSorted((a, b) => a - b)
    .map((ordinal) =>
      marks
        .filter((mark) => mark.ordinal === ordinal)
        .map(({ codes }) => showCodes(codes))
        .join(' '),
    );
  if (shown.every((text) => text === '')) return '';
  return shown.map((text) => text || noMark).join('; ');
};

const keyOf = ({ subject, date }: { readonly subject: string; readonly date: IsoDate }): string =>
  `${date} ${subject}`;

/** What the lessons of a week give to the sheet of everyone who had them. */
interface LessonFacts {
  readonly byPlace: ReadonlyMap<string, readonly SheetLesson[]>;
  readonly subjects: ReadonlySet<string>;
  readonly homework: NonNullable<SheetContent['homework']>;
}

/** A class shares one list of lessons, so it is worked through once and not for each student. */
const known = new WeakMap<readonly SheetLesson[], LessonFacts>();

const lessonFacts = (lessons: readonly SheetLesson[]): LessonFacts => {
  const found = known.get(lessons);
  if (found) return found;
  const made = {
    byPlace: Map.groupBy(lessons, keyOf),
    subjects: new Set(lessons.map(({ subject }) => subject)),
    homework: homeworkLines(lessons),
  };
  known.set(lessons, made);
  return made;
};

/** Subjects of the week's lessons and marks, and those with marks in the term; by the alphabet. */
const subjectsOf = ({ lessons, marks, term }: SheetFacts): readonly string[] => {
  const names = new Set(lessonFacts(lessons).subjects);
  for (const { subject } of marks) names.add(subject);
  for (const [subject, codes] of term?.codes ?? [])
    if (!names.has(subject) && markValues(codes).length > 0) names.add(subject);
  return [...names].toSorted(compareRussian);
};

const averageText = (codes: string | undefined): string =>
  showAverage(averageOf(markValues(codes ?? '')));

const subjectRows = (facts: SheetFacts, days: SheetContent['days']): SheetContent['subjects'] => {
  const lessons = lessonFacts(facts.lessons).byPlace;
  const marks = Map.groupBy(facts.marks, keyOf);
  return subjectsOf(facts).map((subject) => ({
    subject,
    cells: days.map(({ date }) => {
      const key = keyOf({ subject, date });
      const own = marks.get(key);
      return own ? cellText(lessons.get(key) ?? [], own) : '';
    }),
    average: facts.term && averageText(facts.term.codes.get(subject)),
  }));
};

/** Homework as it was set, by day and subject; the same text of two lessons stands once. */
const homeworkLines = (lessons: readonly SheetLesson[]): NonNullable<SheetContent['homework']> => {
  const lines = lessons
    .flatMap(({ date, subject, homework }) => {
      const text = homework?.replace(/\s+/gu, ' ').trim() ?? '';
      return text === '' ? [] : [{ date, subject, text }];
    })
    .toSorted((a, b) => compareDates(a.date, b.date) || compareRussian(a.subject, b.subject));
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = `${keyOf(line)} ${line.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Signs used on this sheet and what they mean; one the code table does not know is said so. */
const legendOf = (codes: string): SheetContent['legend'] => {
  const lines = new Map<string, string>();
  for (const token of tokensOf(codes)) {
    if (token.kind === 'code')
      lines.set(CANONICAL_CODES[token.meaning], MEANING_TITLES[token.meaning].toLowerCase());
    if (token.kind === 'unknown') lines.set(token.text, 'обозначение системы дневника');
  }
  return [...lines]
    .map(([code, meaning]) => ({ code, meaning }))
    .toSorted((a, b) => compareRussian(a.code, b.code));
};

const noDataRemark = 'За неделю нет сведений об уроках.';

/**
 * Neither lessons nor marks of the week are known: the sheet would tell the family nothing and use
 * up the only one of the week (S2 §7), so it is printed by a deliberate choice only.
 */
export const isWithoutData = ({ remark }: SheetContent): boolean => remark === noDataRemark;

const remarkOf = ({ lessons, marks }: SheetFacts, codes: string): string | null => {
  if (lessons.length === 0 && marks.length === 0) return noDataRemark;
  const graded = tokensOf(codes).some(
    (token) =>
      token.kind === 'mark' ||
      token.kind === 'unknown' ||
      token.meaning === 'credit' ||
      token.meaning === 'no-credit',
  );
  return graded ? null : 'За неделю оценок нет.';
};

/**
 * The sheet with the name of the parent whose own it is; null: the household's, which names nobody,
 * so that sheets printed before there were own ones keep their fingerprints.
 */
export const addressedTo = (content: SheetContent, recipient: string | null): SheetContent => {
  const { recipient: _former, ...rest } = content;
  return recipient === null ? rest : { ...rest, recipient };
};

/** The sheet of the household; equal facts give equal contents, so their fingerprints can be compared. */
export const composeSheet = (facts: SheetFacts): SheetContent => {
  const days = daysShown(facts);
  const codes = facts.marks
    .map((mark) => mark.codes)
    .filter((text) => text !== '')
    .join(' ');
  return {
    version: 1,
    school: facts.school,
    student: facts.student,
    className: facts.className,
    classTeacher: facts.classTeacher,
    week: facts.week,
    lastDay: facts.lastDay,
    days,
    subjects: subjectRows(facts, days),
    averagesOf: facts.term?.title ?? null,
    homework: facts.homework ? lessonFacts(facts.lessons).homework : null,
    absences: countAbsences(codes),
    legend: legendOf(codes),
    remark: remarkOf(facts, codes),
  };
};
