import type { IsoDate } from '../../domain/dates.ts';
import { matchOrdinals } from '../../domain/day-marks.ts';
import { dayOf } from './import-state.ts';
import type { ClassState, PlanLesson, ReadMarks } from './import-types.ts';

/** Which lesson of the register each column or row of a file means. */

type Ordinals = Map<string, Set<number>>;

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

export type SlotFinder = (
  state: ClassState,
  subject: string,
  date: IsoDate,
  ordinal: number,
) => PlanLesson;

/**
 * All ordinals of a day are looked at together: as many as the register has lessons are those
 * lessons in their order (see `matchOrdinals`). A lesson that is not known is planned.
 */
export const slotFinder = async (
  { marks: { marks, lessons, pupils } }: ReadMarks,
  stateOf: (className: string) => ClassState | null,
  foldSubject: (subject: string) => string,
  pause: () => Promise<void>,
): Promise<SlotFinder> => {
  const told: Ordinals = new Map();
  const note = (className: string, subject: string, date: IsoDate, ordinal: number): void => {
    const state = stateOf(className);
    if (!state) return;
    const key = slotKey(state.id, foldSubject(subject), date);
    const ordinals = told.get(key);
    if (ordinals) ordinals.add(ordinal);
    else told.set(key, new Set([ordinal]));
  };
  let noted = 0;
  for (const { pupil, subject, cells } of marks) {
    for (const { date, ordinal } of cells)
      note(pupils[pupil]?.className ?? '', subject, date, ordinal);
    noted += cells.length;
    if (noted < cellsPerPause) continue;
    noted = 0;
    await pause();
  }
  for (const { className, subject, date, ordinal } of lessons)
    note(className, subject, date, ordinal);
  const slots = new Map<string, ReadonlyMap<number, PlanLesson>>();
  const slotsOf = (state: ClassState, subject: string, date: IsoDate) => {
    const key = slotKey(state.id, subject, date);
    const before = slots.get(key);
    if (before) return before;
    const ordinals = [...(told.get(key) ?? [])].toSorted((a, b) => a - b);
    const made = mapDay(state, subject, date, ordinals);
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
  told: readonly number[],
): ReadonlyMap<number, PlanLesson> => {
  const day = dayOf(state, subject, date);
  const matched = matchOrdinals(
    day.map(({ ordinal }) => ordinal),
    told,
  );
  const slots = new Map<number, PlanLesson>();
  for (const [ordinal, known] of matched) {
    const lesson =
      day.find((one) => one.ordinal === known) ?? newLesson(state, subject, date, ordinal);
    if (known === null) day.push(lesson);
    slots.set(ordinal, lesson);
  }
  day.sort((a, b) => a.ordinal - b.ordinal);
  return slots;
};
