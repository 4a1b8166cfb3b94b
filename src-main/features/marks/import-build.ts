import { calendarsFor } from '../calendar/index.ts';
import type { CalendarLookup } from '../calendar/index.ts';
import { isSchoolDay } from '../../domain/calendar.ts';
import type { Period } from '../../domain/dates.ts';
import { fold, personKey } from '../../domain/names.ts';
import { lastChange } from '../../database/last-change.ts';
import type { MarksKind, TableMapping } from '../../spreadsheets/marks/recognised.ts';
import type { Context } from '../context.ts';
import { teacherNames } from '../people/index.ts';
import { readCodeTable } from './code-tables.ts';
import { UnknownCodes, codeReader, tableOfFile } from './import-codes.ts';
import { compareStudent } from './import-compare.ts';
import { tellLessons, teacherFinder } from './import-lessons.ts';
import { PlanPupils } from './import-plan-pupils.ts';
import type { ReadFiles } from './import-read.ts';
import { Remarks } from './import-remarks.ts';
import { slotFinder } from './import-slots.ts';
import type { Classes } from './import-scope.ts';
import { readStates, yearOf, yearsOf } from './import-scope.ts';
import { readSchool } from './import-state.ts';
import { termOfDays } from './import-terms.ts';
import { toldSubjects } from './import-told.ts';
import type { ClassState, MarksPlan, ReadMarks } from './import-types.ts';
import { subjectIds } from './subjects.ts';
import { soleTeachers } from './teachers.ts';

/** Makes the plan of an import: everything the files say against everything that is stored. */

/** Marks come before descriptions of lessons, so that lessons find the places of the day taken. */
const ORDER: readonly MarksKind[] = [
  'marks-report',
  'class-journal',
  'mark-rows',
  'report-card',
  'lesson-rows',
];

interface Shared {
  readonly context: Context;
  readonly states: ReadonlyMap<string, ClassState>;
  readonly pupils: PlanPupils;
  readonly remarks: Remarks;
  readonly unknown: UnknownCodes;
  readonly codeTable: MarksPlan['codeTable'];
  /** Folded name → as a file spells it. */
  readonly subjects: Map<string, string>;
  readonly subjectClasses: Map<string, Set<number>>;
  readonly termOf: (state: ClassState, days: Period) => ReturnType<typeof termOfDays>;
  readonly isDayOff: (state: ClassState, date: string) => boolean;
  readonly teacherOf: ReturnType<typeof teacherFinder>;
  readonly sole: ReadonlyMap<string, number>;
}

/** Folded names of subjects; a file repeats the same few on every row. */
const subjectReader = ({ subjects }: Shared): ((subject: string) => string) => {
  const known = new Map<string, string>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before;
    const key = fold(subject);
    known.set(subject, key);
    if (!subjects.has(key)) subjects.set(key, subject);
    return key;
  };
};

/** Cells looked at between two looks at «отменить». */
const cellsPerStep = 4000;

const addFile = async (shared: Shared, file: ReadMarks): Promise<void> => {
  const { context, states, pupils, remarks, unknown } = shared;
  const stateOf = (name: string): ClassState | null =>
    states.get(`${yearOf(file)}|${name}`) ?? null;
  const subjectOf = subjectReader(shared);
  const pause = (): Promise<void> => context.job.step({ stage: 'comparing', done: 0, total: null });
  await pause();
  const slotOf = await slotFinder(file, stateOf, subjectOf, pause);
  const codesOf = codeReader(tableOfFile(shared.codeTable, file.legend));
  for (const rejected of file.marks.rejected) remarks.rejectRow(file, rejected);
  for (const warning of file.marks.warnings) remarks.warnRow(file, warning);
  remarks.rejectClasses(file, (name) => stateOf(name) !== null);
  await pause();
  const blocks = Map.groupBy(file.marks.marks, ({ pupil }) => pupil);
  let cells = 0;
  for (const [index, pupil] of file.marks.pupils.entries()) {
    const state = stateOf(pupil.className);
    const own = blocks.get(index) ?? [];
    if (!state) continue;
    const told = toldSubjects(
      {
        file,
        state,
        slotOf,
        subjectOf,
        codesOf,
        unknown,
        termOf: shared.termOf,
        isDayOff: shared.isDayOff,
        reject: (remark) => remarks.reject(remark),
        warn: (remark) => remarks.warn(remark),
      },
      own,
    );
    pupils.add(file, state, pupil, told);
    for (const { subject } of told) noteSubject(shared, subject, state);
    cells += own.reduce((sum, block) => sum + block.cells.length, 0);
    if (cells < cellsPerStep) continue;
    cells = 0;
    await context.job.step({ stage: 'comparing', done: index, total: file.marks.pupils.length });
  }
  const { teacherOf, sole } = shared;
  const told = { file, stateOf, subjectOf, slotOf, teacherOf, soleTeachers: sole };
  for (const remark of await tellLessons(told, pause)) remarks.warn(remark);
  for (const { subject, className } of file.marks.lessons) {
    const state = stateOf(className);
    if (state) noteSubject(shared, subjectOf(subject), state);
  }
};

/** A class has the same few hundred days in the cells of every pupil. */
const dayOffFinder = (calendarOn: CalendarLookup): Shared['isDayOff'] => {
  const known = new Map<string, boolean>();
  return ({ parallel }, date) => {
    const key = `${parallel} ${date}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isOff = !isSchoolDay(date, calendarOn(date, parallel));
    known.set(key, isOff);
    return isOff;
  };
};

const noteSubject = ({ subjectClasses }: Shared, subject: string, state: ClassState): void => {
  const classes = subjectClasses.get(subject);
  if (classes) classes.add(state.id);
  else subjectClasses.set(subject, new Set([state.id]));
};

/** Cells of classes nobody can ask for any more are forgotten: a plan may wait for hours. */
const forget = (states: Iterable<ClassState>, pupils: MarksPlan['pupils']): void => {
  const asked = new Set(
    pupils
      .filter(({ status }) => status === 'asked' || status === 'remembered')
      .map(({ state }) => state.id),
  );
  for (const { id, days } of states)
    if (!asked.has(id))
      for (const ofSubject of days.values())
        for (const day of ofSubject.values()) for (const lesson of day) lesson.cells.clear();
  for (const pupil of pupils)
    if (pupil.status === 'matched' || pupil.status === 'unknown') pupil.told = [];
};

const compareAll = async (shared: Shared, pupils: MarksPlan['pupils']): Promise<void> => {
  const { context, remarks } = shared;
  for (const [index, pupil] of pupils.entries()) {
    if (pupil.status === 'unknown') remarks.rejectPupil(pupil);
    if (pupil.studentId !== null) {
      pupil.outcome = compareStudent(pupil.state, pupil.studentId, pupil.told);
      for (const { lesson, told } of pupil.outcome.marks) if (told) lesson.used = true;
      remarks.warnDiffering(pupil);
    }
    if (index % 10 === 0)
      await context.job.step({ stage: 'comparing', done: index, total: pupils.length });
  }
};

/** Same child in two files of the class: the same name twice in one of them is a doubt. */
const repeatedNames = (read: readonly ReadMarks[]): ReadonlySet<string> =>
  new Set(
    read.flatMap((file) =>
      file.marks.pupils
        .filter(({ occurrence }) => occurrence > 1)
        .map((pupil) => `${yearOf(file)}|${pupil.className}|${personKey(pupil)}`),
    ),
  );

const daysOf = (
  pupils: MarksPlan['pupils'],
  kinds: readonly (MarksKind | null)[],
): MarksPlan['days'] =>
  pupils.flatMap((pupil) =>
    pupil.told
      .filter(({ file }) => kinds[file] === 'marks-report' || kinds[file] === 'class-journal')
      .flatMap(({ subject, covers }) =>
        covers.map(({ from, to }) => ({ state: pupil.state, subject, pupil, from, to })),
      ),
  );

/** @throws OfficeError `code-table-unknown`, `cancelled` */
export const buildPlan = async (
  context: Context,
  { read, files }: ReadFiles,
  classes: Classes,
  {
    codeTableId,
    mappings,
  }: { readonly codeTableId: number; readonly mappings: readonly TableMapping[] },
): Promise<MarksPlan> => {
  const { db } = context;
  const states = await readStates(context, read, classes);
  const codeTable = await readCodeTable(db, codeTableId);
  const calendars = await calendarsFor(db, ...yearsOf(states));
  const stored = await subjectIds(db);
  const unknown = new UnknownCodes();
  const shared: Shared = {
    context,
    states,
    pupils: new PlanPupils(await readSchool(db), repeatedNames(read)),
    remarks: new Remarks(),
    unknown,
    codeTable,
    subjects: new Map(),
    subjectClasses: new Map(),
    termOf: (state, days) => termOfDays(calendars(days.from, state.parallel), days),
    isDayOff: dayOffFinder(calendars),
    teacherOf: teacherFinder(await teacherNames(db)),
    sole: await soleTeachers(
      db,
      [...states.values()].map(({ id }) => id),
    ),
  };
  const ordered = read.toSorted(
    (a, b) => ORDER.indexOf(a.marks.kind) - ORDER.indexOf(b.marks.kind) || a.index - b.index,
  );
  for (const file of ordered) await addFile(shared, file);
  const pupils = shared.pupils.list();
  await compareAll(shared, pupils);
  const days = daysOf(
    pupils,
    files.map(({ kind }) => kind),
  );
  forget(states.values(), pupils);
  return {
    files,
    states: [...states.values()],
    pupils,
    rejected: shared.remarks.rejected,
    warnings: shared.remarks.warnings(),
    unknownCodes: unknown.list(),
    subjects: shared.subjects,
    newSubjects: new Map([...shared.subjectClasses].filter(([subject]) => !stored.has(subject))),
    days,
    mappings,
    codeTableId,
    codeTable,
    soleTeachers: shared.sole,
    seenChange: await lastChange(db),
  };
};
