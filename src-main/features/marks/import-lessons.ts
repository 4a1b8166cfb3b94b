import { fold, fullName } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type { PersonName } from '../../domain/names.ts';
import type { RecognisedLesson } from '../../spreadsheets/marks/recognised.ts';
import type { ClassState, PlanLesson, ReadMarks, Remark, Told } from './import-types.ts';
import type { SlotFinder } from './import-slots.ts';

/** What files tell of lessons: topic, homework, teacher, or only that they were held. */

export type TeacherFinder = (name: PersonName) => number | null;

const wordsOf = (name: string): readonly string[] =>
  fold(name.replaceAll('.', ' '))
    .split(' ')
    .filter((word) => word !== '');

const fits = (word: string, full: string | undefined): boolean =>
  word.length === 1 ? (full?.startsWith(word) ?? false) : word === full;

/** The only teacher of that name, written in full or with initials. */
export const teacherFinder = (teachers: ReadonlyMap<number, string>): TeacherFinder => {
  const all = [...teachers].map(([id, name]) => ({ id, words: wordsOf(name) }));
  const known = new Map<string, number | null>();
  return (name) => {
    const text = fullName(name);
    const before = known.get(text);
    if (before !== undefined) return before;
    const words = wordsOf(text);
    const exact = all.filter(({ words: full }) => full.join(' ') === words.join(' '));
    const found =
      exact.length > 0
        ? exact
        : all.filter(
            ({ words: full }) =>
              words.length > 1 &&
              words.length <= full.length &&
              words.every((word, at) => fits(word, full[at])),
          );
    const id = found.length === 1 ? (found[0]?.id ?? null) : null;
    known.set(text, id);
    return id;
  };
};

interface LessonParts {
  readonly file: ReadMarks;
  readonly stateOf: (className: string) => ClassState | null;
  readonly subjectOf: (subject: string) => string;
  readonly slotOf: SlotFinder;
  readonly teacherOf: TeacherFinder;
  readonly soleTeachers: ReadonlyMap<string, number>;
}

interface Columns {
  readonly topic: boolean;
  readonly homework: boolean;
}

/** A file without any homework has no such column: it must not wipe what is stored. */
const columnsOf = (lessons: readonly RecognisedLesson[]): Columns => ({
  topic: lessons.some(({ topic }) => topic !== null),
  homework: lessons.some(({ homework }) => homework !== null),
});

/** What stands now: by an earlier file of this import, else in the register. */
const standing = ({ told, stored }: PlanLesson): Told | null => told ?? stored;

const toldOf = (
  lesson: RecognisedLesson,
  slot: PlanLesson,
  { topic, homework }: Columns,
  { teacherOf, soleTeachers }: LessonParts,
): Told => {
  const before = standing(slot);
  const named = lesson.teacher ? teacherOf(lesson.teacher) : null;
  const teacherId =
    named ??
    before?.teacherId ??
    (lesson.teacher ? null : (soleTeachers.get(`${slot.classId}|${slot.subject}`) ?? null));
  if (!lesson.described)
    return {
      topic: before?.topic ?? null,
      homework: before?.homework ?? null,
      described: before?.described ?? false,
      teacherId,
    };
  return {
    topic: topic ? lesson.topic : (before?.topic ?? null),
    homework: homework ? lesson.homework : (before?.homework ?? null),
    described: true,
    teacherId,
  };
};

const unknownTeachers = (
  { file, teacherOf }: LessonParts,
  lessons: readonly RecognisedLesson[],
): readonly Remark[] => {
  const named = lessons.flatMap((lesson) =>
    lesson.teacher && teacherOf(lesson.teacher) === null
      ? [{ lesson, name: fullName(lesson.teacher) }]
      : [],
  );
  return [...Map.groupBy(named, ({ name }) => name)].flatMap(([name, all]) => {
    const first = all[0]?.lesson;
    if (!first) return [];
    return [
      {
        file: file.index,
        where: first.where,
        className: first.className,
        fullName: '',
        subject: first.subject,
        code: 'teacher-unknown',
        message: `Педагога «${name}» в базе нет или таких несколько: уроки записаны без педагога. Добавьте его и загрузите файл ещё раз.`,
        cells: [],
        count: all.length,
      },
    ];
  });
};

interface NamedDay {
  readonly known: number;
  readonly lessons: readonly RecognisedLesson[];
}

/**
 * Days of which the register has more lessons than the file describes: an import deletes none, for
 * a table of lessons need not be whole.
 */
const unnamedLessons = (
  { file, stateOf, subjectOf }: LessonParts,
  lessons: readonly RecognisedLesson[],
): readonly Remark[] => {
  const described = lessons.filter((lesson) => lesson.described);
  const days = Map.groupBy(described, (one) => `${one.className}|${one.subject}|${one.date}`);
  const short = [...days.values()].flatMap((own): readonly NamedDay[] => {
    const [first] = own;
    const state = first && stateOf(first.className);
    if (!state) return [];
    const day = state.days.get(subjectOf(first.subject))?.get(first.date) ?? [];
    const known = day.filter(({ stored }) => stored !== null).length;
    return known > own.length ? [{ known, lessons: own }] : [];
  });
  const bySubject = Map.groupBy(short, ({ lessons: [one] }) => `${one?.className}|${one?.subject}`);
  return [...bySubject.values()].flatMap(([day, ...more]) => {
    const first = day?.lessons[0];
    if (!day || !first) return [];
    const others = more.length === 0 ? '' : `; таких дней ещё ${more.length}`;
    return [
      {
        file: file.index,
        where: first.where,
        className: first.className,
        fullName: '',
        subject: first.subject,
        code: 'lesson-not-named',
        message: `${shortDate(first.date)}, ${first.subject}: в программе уроков за день ${day.known}, в файле ${day.lessons.length}${others}. Лишний урок не удалён; если его не было, удалите его в «Успеваемости».`,
        cells: [],
        count: more.length + 1,
      },
    ];
  });
};

/** Lessons looked at between two looks at «отменить». */
const lessonsPerPause = 2000;

/**
 * Notes on the lessons of the plan what the file tells of them.
 * @returns teachers nobody knows, lessons the file does not name
 */
export const tellLessons = async (
  parts: LessonParts,
  pause: () => Promise<void>,
): Promise<readonly Remark[]> => {
  const { file, stateOf, subjectOf, slotOf } = parts;
  const taken = file.marks.lessons.filter(({ className }) => stateOf(className));
  const columns = columnsOf(taken.filter(({ described }) => described));
  for (const [index, lesson] of taken.entries()) {
    if (index % lessonsPerPause === lessonsPerPause - 1) await pause();
    const state = stateOf(lesson.className);
    if (!state) continue;
    const slot = slotOf(state, subjectOf(lesson.subject), lesson.date, lesson.ordinal);
    slot.told = {
      ...toldOf(lesson, slot, columns, parts),
      file: file.index,
      where: lesson.where,
    };
  }
  return [...unknownTeachers(parts, taken), ...unnamedLessons(parts, taken)];
};
