import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, isoTime } from './fields.ts';

/** Shapes of the weekly grade sheets (S2 §1.2, §7; domain.md §6). A week is named by its Monday. */

/**
 * How the recipient of a sheet is told about the week: an impossibility of those who share it goes
 * before a refusal. Own consent of the student (S2 §7) does not end the parent's right to the
 * printout, so it is not a mode here.
 */
export const sheetMode = z.enum(['electronic', 'paper-impossibility', 'paper-refusal']);
export type SheetMode = ValueOf<typeof sheetMode>;

/** `a4`: one on a page; `a5`: two on a page with a cut line; `strips`: to paste into the diary. */
export const sheetLayout = z.enum(['a4', 'a5', 'strips']);
export type SheetLayout = ValueOf<typeof sheetLayout>;

/**
 * `free`: nothing is owed and nothing is printed; `owed`: to be printed, in time; `not-printed`:
 * should have been printed by `printBy`; `printed`: to be handed over, in time; `not-handed`:
 * should have been handed over by `handBy`; `handed`: done.
 */
export const sheetStatus = z.enum([
  'free',
  'owed',
  'not-printed',
  'printed',
  'not-handed',
  'handed',
]);
export type SheetStatus = ValueOf<typeof sheetStatus>;

/** The parent whose own sheet it is; null: the household's, or one printed freely (S2 §7). */
const recipientId = id.nullable();

/** One recipient of a student's sheets in one week. */
export const dueRow = z.strictObject({
  studentId: id,
  studentName: z.string(),
  /** Class of the last school day of the week. */
  classId: id,
  className: z.string(),
  /** Monday. */
  week: isoDate,
  /** «2–7 марта 2026 г.»: Monday to the last school day. */
  weekTitle: z.string(),
  /** Last school day of the week for this parallel. */
  lastDay: isoDate,
  mode: sheetMode,
  /** The student is served electronically by own consent while the parent stays on paper. */
  studentConsented: z.boolean(),
  recipientId,
  /** Those to whom the printout is owed, by «, ». */
  guardians: z.string(),
  /** The law asks for a sheet in this week. */
  owed: z.boolean(),
  status: sheetStatus,
  /** Last day in time; null when nothing is owed. */
  printBy: isoDate.nullable(),
  handBy: isoDate.nullable(),
  /** Different sheets of the week that stand: more than one only where the rule allows it. */
  sheets: z.int(),
  /** Reprints of all of them. */
  copies: z.int(),
  /** The newest sheet of the week that stands. */
  sheetId: id.nullable(),
  printedOn: isoDate.nullable(),
  handedOn: isoDate.nullable(),
});
export type DueRow = ValueOf<typeof dueRow>;

/**
 * What a printed sheet is today. `corrected`: it replaced another one and stands; `void`: another one
 * replaced it before it was handed over, so it may not be; `valid`: any other.
 */
export const sheetState = z.enum(['valid', 'corrected', 'void']);
export type SheetState = ValueOf<typeof sheetState>;

/** A sheet that was printed. */
export const issuedRow = z.strictObject({
  id,
  studentId: id,
  studentName: z.string(),
  className: z.string(),
  week: isoDate,
  weekTitle: z.string(),
  recipientId,
  /** His name; null as `recipientId`. */
  recipient: z.string().nullable(),
  /** 1, 2, 3… among the sheets of the recipient in that week. */
  number: z.int(),
  mode: sheetMode,
  layout: sheetLayout,
  printedOn: isoDate,
  printedAt: isoTime,
  /** Reprints; the first print is not counted. */
  copies: z.int(),
  handedOn: isoDate.nullable(),
  state: sheetState,
  /** The sheet that made this one void, its number and day; null for one that stands. */
  replacedById: id.nullable(),
  replacedByNumber: z.int().nullable(),
  replacedByOn: isoDate.nullable(),
});
export type IssuedRow = ValueOf<typeof issuedRow>;

const sheetDay = z.strictObject({
  date: isoDate,
  /** False for a day off inside the week, though a lesson stands on it. */
  school: z.boolean(),
});

const homeworkLine = z.strictObject({ date: isoDate, subject: z.string(), text: z.string() });

/** How a sheet says that it is not the first one of its week; its own number stands beside. */
const sheetEdition = z.discriminatedUnion('kind', [
  /** Printed instead of sheets that were not handed over. */
  z.strictObject({
    kind: z.literal('corrected'),
    number: z.int(),
    replaces: z.array(z.strictObject({ number: z.int(), printedOn: isoDate })),
  }),
  /** Printed after one was handed over on the day `after`, where more are welcome. */
  z.strictObject({ kind: z.literal('additional'), number: z.int(), after: isoDate }),
]);
export type SheetEdition = ValueOf<typeof sheetEdition>;

/** Everything a sheet says; kept for ever as it was printed. */
export const sheetContent = z.strictObject({
  version: z.literal(1),
  school: z.string(),
  student: z.string(),
  className: z.string(),
  classTeacher: z.string().nullable(),
  week: isoDate,
  lastDay: isoDate,
  days: z.array(sheetDay),
  subjects: z.array(
    z.strictObject({
      subject: z.string(),
      /** By days: marks and codes of the lessons of that day, two lessons parted by «; ». */
      cells: z.array(z.string()),
      /** «4,33», «—» without marks; null when averages are not printed. */
      average: z.string().nullable(),
    }),
  ),
  /**
   * Days the averages cover, school days of the term to the week's last one: «с 12.01.2026 по
   * 06.03.2026, III четверть»; null when averages are not printed.
   */
  averagesOf: z.string().nullable(),
  /** Null when homework is not printed. */
  homework: z.array(homeworkLine).nullable(),
  absences: z.strictObject({
    total: z.int(),
    ill: z.int(),
    excused: z.int(),
    /** Without a valid excuse; older sheets counted every «Н» here, as they were printed. */
    absent: z.int(),
    late: z.int(),
    /** «Н»: the source tells no reason. Where there are none, left out, as on all older sheets. */
    unexplained: z.int().optional(),
    /** Codes the table does not know: nobody can say whether they are absences. */
    unrecognised: z.array(z.strictObject({ code: z.string(), count: z.int() })).optional(),
  }),
  legend: z.array(z.strictObject({ code: z.string(), meaning: z.string() })),
  /** Why the table is empty; null when it has marks. */
  remark: z.string().nullable(),
  /** Days off by the calendar with marks of the student, which are in no average; absent without. */
  daysOff: z.array(isoDate).optional(),
  /** Full name of the parent whose own sheet it is; absent on the household's, as on all older ones. */
  recipient: z.string().optional(),
  /** Absent on the first sheet of a week, on one printed freely, and on all older ones. */
  edition: sheetEdition.optional(),
});
export type SheetContent = ValueOf<typeof sheetContent>;

/** Where the register differs today from what was printed. */
export const sheetDifference = z.strictObject({
  subject: z.string(),
  /** Null for the average. */
  date: isoDate.nullable(),
  kind: z.enum(['mark', 'average', 'homework']),
  was: z.string(),
  now: z.string(),
});

/** How sheets are made unless the run says otherwise. */
export const sheetRules = z.strictObject({
  layout: sheetLayout.default('a4'),
  /** For families that stated an impossibility, and on sheets printed freely. */
  homework: z.boolean().default(true),
  /** For families that refused: the student writes it down himself (S2 §7). */
  homeworkOnRefusal: z.boolean().default(false),
  averages: z.boolean().default(true),
  /** Parents who live together get one sheet; else each parent on paper gets his own. */
  perHousehold: z.boolean().default(true),
  /** Weeks before this day owe nothing here; null = from the start of the school year. */
  countFrom: isoDate.nullable().default(null),
});
export type SheetRules = ValueOf<typeof sheetRules>;

const studentWeek = z.strictObject({ studentId: id, week: isoDate });

/**
 * What a run does with students about whose week nothing is known yet (no lessons, no marks):
 * leaves them out, prints all, or prints those named.
 */
export const emptySheets = z
  .union([z.enum(['skip', 'print']), z.array(studentWeek).max(5000)])
  .default('skip');
export type EmptySheets = ValueOf<typeof emptySheets>;

/** Whom a run is for. */
export const sheetSelection = z.discriminatedUnion('kind', [
  z.strictObject({
    /** Everyone owed a sheet that is not printed yet. */
    kind: z.literal('due'),
    /** Any day of the week. */
    week: isoDate,
    classId: id.optional(),
    /** Also what earlier weeks of the school year still owe. */
    earlier: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('class'), week: isoDate, classId: id }),
  z.strictObject({ kind: z.literal('school'), week: isoDate }),
  z.strictObject({
    kind: z.literal('rows'),
    rows: z
      .array(studentWeek.extend({ recipientId: recipientId.default(null) }))
      .min(1, 'Выберите хотя бы одного ученика')
      .max(5000, 'Не больше 5000 распечаток за раз'),
  }),
]);
export type SheetSelection = ValueOf<typeof sheetSelection>;
