import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, line, parallel } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { absenceCount } from './marks-fields.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';

/** Control of how the electronic journal is kept (S2 §1.3 and closing paragraph; domain.md §6). */

export const controlGrouping = z.enum(['teacher', 'class', 'subject']);
export type ControlGrouping = ValueOf<typeof controlGrouping>;

/** Whether a mark was entered within a week of its lesson; `unknown` is never counted as good. */
export const timeliness = z.enum(['on-time', 'late', 'unknown']);
export type TimelinessChoice = ValueOf<typeof timeliness>;

/** What is looked at. No dates: this school year. Days after today are left out. */
const scope = {
  from: isoDate,
  to: isoDate,
  classId: id,
  subjectId: id,
  teacherId: id,
  /** Lessons nobody is named for; excludes `teacherId`. */
  withoutTeacher: z.boolean(),
  parallel,
};
const scopeInput = z.strictObject(scope).partial();
export type ControlScope = ValueOf<typeof scopeInput>;

const controlFigures = {
  /** Lessons held: rows of the register. */
  lessons: z.int(),
  /** Lessons whose topic and homework were told at all; the rest is unknown. */
  described: z.int(),
  withoutTopic: z.int(),
  withoutHomework: z.int(),
  /** Cells with a mark; `onTime + late + unknown`. */
  marks: z.int(),
  onTime: z.int(),
  late: z.int(),
  unknown: z.int(),
  /** Weeks of a class in a subject that could be judged, and those of them without a mark. */
  weeks: z.int(),
  emptyWeeks: z.int(),
  /** Lessons due by the timetable; null where no timetable is known. */
  planned: z.int().nullable(),
  /** Lessons held where a timetable is known; null together with `planned`. */
  heldOfPlanned: z.int().nullable(),
  /** Classes × subjects, and those of them with a timetable. */
  pairs: z.int(),
  pairsPlanned: z.int(),
};
const figures = z.strictObject(controlFigures);
export type ControlFigures = ValueOf<typeof figures>;

/** `id` is of the teacher, class or subject; 0: no teacher is named. */
const group = z.strictObject({ id: z.int(), title: z.string(), ...controlFigures });
export type ControlGroup = ValueOf<typeof group>;

const lessonHead = {
  lessonId: id,
  date: isoDate,
  classId: id,
  className: z.string(),
  subjectId: id,
  subject: z.string(),
  /** 2 for the second lesson of the subject on that day. */
  ordinal: z.int(),
  teacherId: id.nullable(),
  teacherName: z.string().nullable(),
};

const markRow = z.strictObject({
  ...lessonHead,
  /** Of the mark. */
  id,
  studentId: id,
  studentName: z.string(),
  /** As printed: «Б 3/3». */
  mark: z.string(),
  timeliness,
  /** Day the source tells; null where it tells none, and the two bounds say what is known. */
  enteredOn: isoDate.nullable(),
  /** Entered not later than this day: it was seen. */
  seenOn: isoDate,
  /** Entered not earlier than this day: it was not yet there. */
  unseenOn: isoDate.nullable(),
  /** Days from the lesson to the entry, at least; null where unknown. */
  days: z.int().nullable(),
});
export type ControlMarkRow = ValueOf<typeof markRow>;

export const lessonFault = z.enum([
  'no-homework',
  'no-topic',
  'undescribed',
  'no-marks',
  'late-marks',
]);
export type LessonFault = ValueOf<typeof lessonFault>;

const lessonRow = z.strictObject({
  ...lessonHead,
  id,
  topic: z.string().nullable(),
  homework: z.string().nullable(),
  described: z.boolean(),
  marks: z.int(),
  onTime: z.int(),
  late: z.int(),
  unknown: z.int(),
});
export type ControlLessonRow = ValueOf<typeof lessonRow>;

const emptyWeekRow = z.strictObject({
  id: z.int(),
  classId: id,
  className: z.string(),
  subjectId: id,
  subject: z.string(),
  /** Who held the lessons of the week; empty where nobody is named. */
  teachers: z.string(),
  weekStartsOn: isoDate,
  weekEndsOn: isoDate,
  /** Lessons of the week in the register; 0 where only the timetable tells of them. */
  lessons: z.int(),
});
export type EmptyWeekRow = ValueOf<typeof emptyWeekRow>;

const volumeRow = z.strictObject({
  id: z.int(),
  classId: id,
  className: z.string(),
  subjectId: id,
  subject: z.string(),
  teachers: z.string(),
  /** Lessons a week by the timetable; null: not known, and so are the two after it. */
  weekly: z.int().nullable(),
  planned: z.int().nullable(),
  held: z.int(),
  /** Held less planned. */
  difference: z.int().nullable(),
});
export type VolumeRow = ValueOf<typeof volumeRow>;

export const heatMeasure = z.enum(['late', 'homework', 'topic', 'marks', 'volume']);
export type HeatMeasure = ValueOf<typeof heatMeasure>;

/**
 * `value` of `of`: late marks of judged ones, lessons without homework of described ones, held of
 * planned. For `marks` value counts them and `of` the subjects of classes that were judged.
 */
const heatCell = z.strictObject({
  state: z.enum(['known', 'unknown']),
  value: z.int(),
  of: z.int(),
  /** What could not be judged, besides `of`. */
  unknown: z.int(),
  /** 0 in order … 4 worst. */
  level: z.int().min(0).max(4),
});
export type HeatCell = ValueOf<typeof heatCell>;

const choice = z.strictObject({ id, title: z.string() });

const load = z.strictObject({ classId: id, subjectId: id, lessons: z.int().min(1).max(20) });
const loadCell = z.strictObject({
  classId: id,
  /** Created when new. */
  subject: line(120),
  /** Lessons a week; null takes the row away. */
  lessons: z
    .int('Укажите целое число уроков')
    .min(1, 'Не меньше одного урока в неделю')
    .max(20, 'Не больше 20 уроков в неделю')
    .nullable(),
  /** What the window saw; null = nothing. Another number now is refused with `stale-version`. */
  was: z.int().nullable().default(null),
});

const startYear = z.int().min(2000).max(2098);

const groupColumns = [
  'title',
  'lessons',
  'marks',
  'late',
  'unknown',
  'withoutHomework',
  'withoutTopic',
  'emptyWeeks',
  'planned',
] as const;

export const controlOperations = {
  /** Figures of the whole, and of each teacher, class or subject in the order of their names. */
  'control.overview': query(
    z.strictObject({ by: controlGrouping, ...scopeInput.shape }),
    z.strictObject({
      from: isoDate,
      /** Last day that is counted: not after today. */
      to: isoDate,
      total: figures,
      groups: z.array(group),
    }),
  ),
  /** Missed lessons of the scope, counted as sheets count them; `text` has the figure and beside it the codes not understood. */
  'control.absences': query(
    scopeInput,
    z.strictObject({ absences: absenceCount, text: z.string() }),
  ),
  /** The groups of the overview as a list, for sorting and XLSX. */
  'control.listGroups': query(
    listInput({ by: controlGrouping, ...scope }, groupColumns),
    listOutput(group),
  ),
  /** Marks by the time of their entry; late ones unless `timeliness` says otherwise. */
  'control.listLateMarks': query(
    listInput({ timeliness, lessonId: id, ...scope }, [
      'date',
      'className',
      'subject',
      'teacherName',
    ]),
    listOutput(markRow),
  ),
  'control.listLessons': query(
    listInput({ fault: lessonFault, ...scope }, ['date', 'className', 'subject', 'teacherName']),
    listOutput(lessonRow),
  ),
  /** School weeks of a class in a subject with lessons and without a single mark. */
  'control.listEmptyWeeks': query(
    listInput(scope, ['weekStartsOn', 'className', 'subject']),
    listOutput(emptyWeekRow),
  ),
  /** Lessons held beside the timetable, class by subject. */
  'control.listVolume': query(
    listInput({ known: z.boolean(), ...scope }, ['className', 'subject', 'held', 'difference']),
    listOutput(volumeRow),
  ),
  /** Weeks across, groups down; a cell is null where there was nothing to look at. */
  'control.heatMap': query(
    z.strictObject({ by: controlGrouping, measure: heatMeasure, ...scopeInput.shape }),
    z.strictObject({
      weeks: z.array(z.strictObject({ startsOn: isoDate, endsOn: isoDate })),
      rows: z.array(
        z.strictObject({ id: z.int(), title: z.string(), cells: z.array(heatCell.nullable()) }),
      ),
    }),
  ),
  /** Classes, subjects and teachers there is something to control of in the period. */
  'control.choices': query(
    z.strictObject({ from: isoDate, to: isoDate }).partial(),
    z.strictObject({
      classes: z.array(choice),
      subjects: z.array(choice),
      teachers: z.array(choice),
    }),
  ),
  /** «Справка о контроле ведения электронного журнала»; `details` adds the faults one by one. */
  'control.statement': query(
    z.strictObject({
      by: controlGrouping,
      details: z.boolean().default(false),
      ...scopeInput.shape,
    }),
    documentOutput,
  ),
  /** The timetable as far as it is known: lessons a week by class and subject of a school year. */
  'control.loads': query(
    z.strictObject({ startYear: startYear.optional(), parallel: parallel.optional() }),
    z.strictObject({
      startYear,
      classes: z.array(z.strictObject({ id, title: z.string(), parallel })),
      /** Subjects met in lessons or loads of these classes. */
      subjects: z.array(choice),
      loads: z.array(load),
    }),
  ),
  /** Changes the named cells only. Refusals: `class-unknown`. */
  'control.saveLoads': command(
    z.strictObject({ cells: z.array(loadCell).min(1, 'Нет изменений').max(5000) }),
    z.strictObject({ saved: z.int(), removed: z.int() }),
  ),
} as const;
