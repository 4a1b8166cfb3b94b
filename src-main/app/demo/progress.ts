import type { YearPlan } from '../../contract/calendar.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { addDays, minDate, weekday } from '../../domain/dates.ts';
import type { SheetModel, SheetValue } from '../../spreadsheets/sheet-model.ts';
import type { Random } from './random.ts';
import { hasMarks, subjectsOf, topics } from './vocabulary.ts';

/** Lessons and marks of the invented school, as the tables a diary system exports (formats.md E). */

type Student = OperationOutput<'people.listStudents'>['rows'][number];

export interface ProgressScene {
  readonly random: Random;
  readonly plan: YearPlan;
  /** Those whose marks are invented. */
  readonly students: readonly Student[];
  readonly today: string;
}

interface Lesson {
  readonly className: string;
  readonly subject: string;
  readonly date: string;
  readonly topic: string | null;
  readonly homework: string | null;
}

const parallelOf = (className: string): number => Number.parseInt(className, 10);

/** Weekdays of the terms that have begun, without holidays. */
const lessonDays = (plan: YearPlan, parallel: number, today: string): readonly string[] => {
  const terms = plan.parallels.find((one) => one.parallel === parallel)?.terms ?? [];
  const isFree = (day: string): boolean =>
    plan.holidays.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ||
    plan.movedDays.some(({ date, works }) => date === day && !works);
  return terms.flatMap(({ startsOn, endsOn }) => {
    const days: string[] = [];
    for (let day = startsOn; day <= minDate(endsOn, today); day = addDays(day, 1))
      if (weekday(day) <= 5 && !isFree(day)) days.push(day);
    return days;
  });
};

const homeworkOf = (random: Random, n: number): string =>
  `§ ${Math.ceil(n / 2)}, ${random.pick(['упр.', 'задания', 'вопросы', '№'])} ${1 + random.below(40)}`;

/** Every subject on two weekdays; now and then a teacher forgets the homework. */
const lessonsOfClass = (className: string, { random, plan, today }: ProgressScene): Lesson[] => {
  const parallel = parallelOf(className);
  const days = lessonDays(plan, parallel, today);
  const subjects = subjectsOf(parallel);
  return subjects.flatMap((subject, at) => {
    const own = days.filter((day) => (weekday(day) + at) % 5 < 2);
    return own.map((date, n): Lesson => ({
      className,
      subject,
      date,
      topic: random.chance(0.01) ? null : `${random.pick(topics[subject] ?? [subject])} (${n + 1})`,
      homework: random.chance(0.08) ? null : homeworkOf(random, n + 1),
    }));
  });
};

const absenceCodes = ['Н', 'Б', 'У', 'О'] as const;

const inventMark = (random: Random, className: string): string => {
  if (!hasMarks(parallelOf(className)) || random.chance(0.1)) return random.pick(absenceCodes);
  const mark = random.pick(['3', '4', '4', '4', '5', '5', '5', '2', '3', '4']);
  return random.chance(0.04) ? `${mark}/${random.pick(['3', '4', '5'])}` : mark;
};

/** Most marks are entered in a day or two, a few weeks later. */
const enteredOn = (random: Random, date: string, today: string): string =>
  minDate(addDays(date, random.chance(0.04) ? 8 + random.below(10) : random.below(4)), today);

const marksOfLesson = (
  lesson: Lesson,
  pupils: readonly Student[],
  { random, today }: ProgressScene,
): SheetValue[][] =>
  pupils
    // Of class 1 only absences are written down.
    .filter(() => random.chance(hasMarks(parallelOf(lesson.className)) ? 0.22 : 0.02))
    .map(({ fullName }) => [
      fullName,
      lesson.className,
      lesson.subject,
      lesson.date,
      inventMark(random, lesson.className),
      enteredOn(random, lesson.date, today),
    ]);

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const day = (title: string) => ({ title, width: 12, kind: 'date' as const });

/** The two tables: lessons first, then the marks given at them. */
export const inventProgress = (scene: ProgressScene): readonly SheetModel[] => {
  const byClass = Map.groupBy(scene.students, ({ className }) => className ?? '');
  byClass.delete('');
  const lessons = [...byClass.keys()].flatMap((className) => lessonsOfClass(className, scene));
  const marks = lessons.flatMap((lesson) =>
    marksOfLesson(lesson, byClass.get(lesson.className) ?? [], scene),
  );
  return [
    {
      name: 'Уроки',
      columns: [
        text('Класс', 8),
        text('Предмет', 22),
        day('Дата'),
        text('Тема урока', 40),
        text('Домашнее задание', 30),
      ],
      rows: lessons.map((one) => [one.className, one.subject, one.date, one.topic, one.homework]),
      orientation: 'landscape',
    },
    {
      name: 'Оценки',
      columns: [
        text('Ученик', 34),
        text('Класс', 8),
        text('Предмет', 22),
        day('Дата'),
        text('Оценка', 8),
        day('Дата выставления'),
      ],
      rows: marks,
      orientation: 'landscape',
    },
  ];
};
