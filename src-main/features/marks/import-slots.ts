import type { IsoDate } from '../../domain/dates.ts';
import { matchLessons } from '../../domain/day-marks.ts';
import type { DayLesson } from '../../domain/day-marks.ts';
import { dayOf } from './import-state.ts';
import type { ClassState, PlanLesson, ReadMarks } from './import-types.ts';

/** Which lesson of the register each column or row of a file means. */

/** By day, then by ordinal. */
type Told = Map<string, Map<number, DayLesson>>;

/** Cells looked at between two looks at «отменить». */
const cellsPerPause = 10_000;

const slotKey = (classId: number, subject: string, date: IsoDate): string =>
  `${classId}|${date}|${subject}`;

const newLesson = (
  state: ClassState,
  subject: string,
  date: IsoDate,
  ordinal: number,
): PlanLesson => ({
  id: null,
  classId: state.id,
  subject,
  date,
  ordinal,
  stored: null,
  told: null,
  used: false,
  cells: new Map(),
});

const untold = (ordinal: number): DayLesson => ({ ordinal, topic: null, homework: null });

export type SlotFinder = (
  state: ClassState,
  subject: string,
  date: IsoDate,
  ordinal: number,
) => PlanLesson;

/**
 * All lessons of a day are looked at together (see `matchLessons`). A lesson that is not known is
 * planned.
 */
export const slotFinder = async (
  { marks: { marks, lessons, pupils } }: ReadMarks,
  stateOf: (className: string) => ClassState | null,
  foldSubject: (subject: string) => string,
  pause: () => Promise<void>,
): Promise<SlotFinder> => {
  const told: Told = new Map();
  const note = (className: string, subject: string, date: IsoDate, lesson: DayLesson): void => {
    const state = stateOf(className);
    if (!state) return;
    const key = slotKey(state.id, foldSubject(subject), date);
    const day = told.get(key) ?? new Map<number, DayLesson>();
    if (lesson.topic !== null || !day.has(lesson.ordinal)) day.set(lesson.ordinal, lesson);
    told.set(key, day);
  };
  let noted = 0;
  for (const { pupil, subject, cells } of marks) {
    for (const { date, ordinal } of cells)
      note(pupils[pupil]?.className ?? '', subject, date, untold(ordinal));
    noted += cells.length;
    if (noted < cellsPerPause) continue;
    noted = 0;
    await pause();
  }
  for (const { className, subject, date, ordinal, topic, homework } of lessons)
    note(className, subject, date, { ordinal, topic, homework });
  const slots = new Map<string, ReadonlyMap<number, PlanLesson>>();
  const slotsOf = (state: ClassState, subject: string, date: IsoDate) => {
    const key = slotKey(state.id, subject, date);
    const before = slots.get(key);
    if (before) return before;
    const ofDay = [...(told.get(key)?.values() ?? [])].toSorted((a, b) => a.ordinal - b.ordinal);
    const made = mapDay(state, subject, date, ofDay);
    slots.set(key, made);
    return made;
  };
  return (state, subject, date, ordinal) => {
    const lesson = slotsOf(state, subject, date).get(ordinal);
    if (!lesson) throw new Error('lesson of the file was not planned');
    return lesson;
  };
};

const mapDay = (
  state: ClassState,
  subject: string,
  date: IsoDate,
  told: readonly DayLesson[],
): ReadonlyMap<number, PlanLesson> => {
  const day = dayOf(state, subject, date);
  const known = day.map(({ ordinal, told: planned, stored }) => ({
    ordinal,
    topic: (planned ?? stored)?.topic ?? null,
    homework: (planned ?? stored)?.homework ?? null,
  }));
  const matched = matchLessons(known, told);
  const slots = new Map<number, PlanLesson>();
  for (const [ordinal, same] of matched) {
    const lesson =
      day.find((one) => one.ordinal === same) ?? newLesson(state, subject, date, ordinal);
    if (same === null) day.push(lesson);
    slots.set(ordinal, lesson);
  }
  day.sort((a, b) => a.ordinal - b.ordinal);
  return slots;
};
