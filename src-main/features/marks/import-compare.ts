import type { IsoDate } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';
import { partOfDay, placesInDay, sameDay, tellsNoMore } from '../../domain/day-marks.ts';
import type {
  ClassState,
  FinalEntry,
  MarkEntry,
  Outcome,
  PlanLesson,
  StoredCell,
  ToldCell,
  ToldSubject,
} from './import-types.ts';

/**
 * What files change for one student. Nothing stored is touched here: what an earlier file of the
 * same import said stands in a ledger of the student.
 */

interface Ledger {
  readonly studentId: number;
  readonly state: ClassState;
  /** Said by an earlier file of this import. */
  readonly planned: Map<PlanLesson, ToldCell>;
  readonly marks: MarkEntry[];
  readonly dated: { id: number; enteredOn: IsoDate }[];
  readonly differing: { file: number; cell: ToldCell }[];
  same: number;
}

const cellAt = ({ planned, studentId }: Ledger, lesson: PlanLesson) =>
  planned.get(lesson) ?? lesson.cells.get(studentId);

const codesAt = (ledger: Ledger, lesson: PlanLesson): string => cellAt(ledger, lesson)?.codes ?? '';

/** Cells of the file with the reasons that the same cells, in the order of the day, have already. */
const withKnownReasons = (
  ledger: Ledger,
  standing: readonly PlanLesson[],
  cells: readonly ToldCell[],
): readonly ToldCell[] => {
  let from = 0;
  return cells.map((cell) => {
    const at = standing.findIndex((lesson, place) => {
      const known = cellAt(ledger, lesson);
      return place >= from && known !== undefined && tellsNoMore(known, cell);
    });
    if (at < 0) return cell;
    from = at + 1;
    const codes = codesAt(ledger, standing[at] ?? cell.lesson);
    return codes === cell.codes ? cell : { ...cell, codes };
  });
};

/** A later file of the same import says more of a cell than the first: it is taken instead. */
const explain = (ledger: Ledger, told: ToldCell): void => {
  ledger.planned.set(told.lesson, told);
  const at = ledger.marks.findIndex(({ lesson }) => lesson === told.lesson);
  const entry = ledger.marks[at];
  if (entry) ledger.marks[at] = { ...entry, told };
};

/** Where the source tells the day of entry for the first time. */
const dateCell = (ledger: Ledger, stored: StoredCell | undefined, told: ToldCell): void => {
  if (!stored || stored.enteredOn !== null || told.enteredOn === null) return;
  if (ledger.dated.some(({ id }) => id === stored.id)) return;
  ledger.dated.push({ id: stored.id, enteredOn: told.enteredOn });
};

const compareCell = (ledger: Ledger, file: number, told: ToldCell): void => {
  const { lesson } = told;
  const planned = ledger.planned.get(lesson);
  const stored = lesson.cells.get(ledger.studentId);
  if ((planned ?? stored)?.codes === told.codes) {
    ledger.same += 1;
    if (!planned) dateCell(ledger, stored, told);
    return;
  }
  if (planned && tellsNoMore(told, planned)) {
    explain(ledger, told);
    return;
  }
  if (planned) {
    ledger.differing.push({ file, cell: told });
    return;
  }
  ledger.planned.set(lesson, told);
  ledger.marks.push({
    status: stored ? 'changed' : 'new',
    file,
    lesson,
    old: stored ?? null,
    told,
  });
};

const vanish = (ledger: Ledger, file: number, lesson: PlanLesson): void => {
  const old = lesson.cells.get(ledger.studentId);
  if (!old || ledger.planned.has(lesson)) return;
  ledger.marks.push({ status: 'vanished', file, lesson, old, told: null });
};

/**
 * Cells on the lessons they stood on: where the file lacks one of the day's columns, the marks that
 * are left have not moved to another lesson.
 */
const onTheirLessons = (
  ledger: Ledger,
  standing: readonly PlanLesson[],
  cells: readonly ToldCell[],
): readonly ToldCell[] => {
  if (cells.every(({ lesson, codes }) => codesAt(ledger, lesson) === codes)) return cells;
  const places = placesInDay(
    standing.map((lesson) => codesAt(ledger, lesson)),
    cells.map(({ codes }) => codes),
  );
  if (places === null) return cells;
  return cells.map((cell, at) => ({ ...cell, lesson: standing[places[at] ?? 0] ?? cell.lesson }));
};

const compareDay = (
  ledger: Ledger,
  { file, covers }: ToldSubject,
  day: readonly PlanLesson[],
  read: readonly ToldCell[],
): void => {
  const standing = day.filter((lesson) => codesAt(ledger, lesson) !== '');
  const cells = withKnownReasons(ledger, standing, read);
  const stored = standing.map((lesson) => codesAt(ledger, lesson));
  const told = cells.map(({ codes }) => codes);
  const date = cells[0]?.lesson.date ?? '';
  const isWhole = covers.some((period) => contains(period, date));
  if (isWhole ? sameDay(stored, told) : sameDay(stored, told) || partOfDay(stored, told)) {
    ledger.same += cells.length;
    if (stored.length === cells.length)
      cells.forEach((cell, at) =>
        dateCell(ledger, standing[at]?.cells.get(ledger.studentId), cell),
      );
    return;
  }
  const placed = onTheirLessons(ledger, standing, cells);
  for (const cell of placed) compareCell(ledger, file, cell);
  if (!isWhole) return;
  const named = new Set(placed.map(({ lesson }) => lesson));
  for (const lesson of standing) if (!named.has(lesson)) vanish(ledger, file, lesson);
};

const compareSubject = (ledger: Ledger, told: ToldSubject): void => {
  const byDay = Map.groupBy(told.cells, ({ lesson }) => lesson.date);
  const days = ledger.state.days.get(told.subject);
  for (const [date, cells] of byDay)
    compareDay(
      ledger,
      told,
      days?.get(date) ?? [],
      cells.toSorted((a, b) => a.lesson.ordinal - b.lesson.ordinal),
    );
  if (told.covers.length === 0) return;
  for (const [date, day] of days ?? [])
    if (!byDay.has(date) && told.covers.some((period) => contains(period, date)))
      for (const lesson of day) vanish(ledger, told.file, lesson);
};

const compareFinals = (
  state: ClassState,
  studentId: number,
  told: readonly ToldSubject[],
): Pick<Outcome, 'finals' | 'finalsSame'> => {
  const planned = new Map<string, FinalEntry>();
  let same = 0;
  for (const { file, subject, finals } of told)
    for (const final of finals) {
      const key = `${studentId}|${subject}|${final.period}`;
      const old = state.finals.get(key) ?? null;
      if ((planned.get(key)?.told.codes ?? old?.codes) === final.codes) same += 1;
      else if (!planned.has(key))
        planned.set(key, { status: old ? 'changed' : 'new', file, subject, old, told: final });
    }
  return { finals: [...planned.values()], finalsSame: same };
};

/** What the files say of one student against what is stored of him in the class. */
export const compareStudent = (
  state: ClassState,
  studentId: number,
  told: readonly ToldSubject[],
): Outcome => {
  const ledger: Ledger = {
    studentId,
    state,
    planned: new Map(),
    marks: [],
    dated: [],
    differing: [],
    same: 0,
  };
  for (const subject of told) compareSubject(ledger, subject);
  return {
    marks: ledger.marks,
    same: ledger.same,
    dated: ledger.dated,
    differing: ledger.differing,
    ...compareFinals(state, studentId, told),
  };
};
