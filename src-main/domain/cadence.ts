/**
 * When weekly grade sheets are owed, by when, how many may be given, and whether with homework
 * (S2 §7; domain.md §6).
 * A week is named by its Monday; whether a day is a school day is asked of the calendar of the
 * student's parallel, so holidays, moved working days and six-day weeks are respected.
 */
import type { SheetMode, SheetStatus } from '../contract/sheets-fields.ts';
import { schoolYearOf } from './calendar.ts';
import { addDays, mondayOf } from './dates.ts';
import type { IsoDate } from './dates.ts';
import type { ServiceModeKind } from './service-mode.ts';

/** Whether lessons are held on a day, for one parallel. */
export type SchoolDayTest = (date: IsoDate) => boolean;

/** Sheets of a week that has not begun tell of nothing yet and are not printed. */
export const hasBegun = (week: IsoDate, today: IsoDate): boolean => week <= today;

/** Monday to Sunday. */
export const daysOfWeek = (week: IsoDate): readonly IsoDate[] =>
  Array.from({ length: 7 }, (_, index) => addDays(week, index));

/** School days of a week in order; a Sunday only when an order made it a working day. */
export const schoolDaysOfWeek = (week: IsoDate, isSchoolDay: SchoolDayTest): readonly IsoDate[] =>
  daysOfWeek(week).filter(isSchoolDay);

/**
 * Last school day of a week; null for a week wholly of holidays, which owes nothing. The service
 * mode of a week is the mode of this day: the sheet tells of the finished week, so it goes the way
 * the family is informed when the week ends. A refusal registered on Thursday owes the sheet of
 * that very week, since from that day the parent is told on paper and «не реже одного раза в
 * неделю» runs; one annulled by Friday is served electronically, all of the week included (S2 §7:
 * «начало предоставления услуги в электронном виде возможно лишь при аннулировании»).
 */
export const modeDay = (week: IsoDate, isSchoolDay: SchoolDayTest): IsoDate | null =>
  schoolDaysOfWeek(week, isSchoolDay).at(-1) ?? null;

/** A refusal binds more than an impossibility: its sheet is weekly, no more and no less (S2 §7). */
export const strictestFirst: readonly Exclude<SheetMode, 'electronic'>[] = [
  'paper-refusal',
  'paper-impossibility',
];

/** The strictest mode of a student's parents: for counting who refuses. */
export const strictestMode = (parents: readonly ServiceModeKind[]): SheetMode =>
  strictestFirst.find((mode) => parents.includes(mode)) ?? 'electronic';

/**
 * The mode of a sheet that several share, a household or one parent: an impossibility goes before a
 * refusal, because one parent's «не чаще» never ends the other's «не реже» (S2 §7). The student's
 * own consent ends no parent's right (S2 §7, paragraph 3: it makes the student's service
 * electronic, not the parent's).
 */
export const householdMode = (members: readonly ServiceModeKind[]): SheetMode =>
  strictestFirst.findLast((mode) => members.includes(mode)) ?? 'electronic';

/** Whether the law asks for a sheet: paper service and at least one school day (S2 §7). */
export const isSheetOwed = (mode: SheetMode, lastDay: IsoDate | null): boolean =>
  mode !== 'electronic' && lastDay !== null;

export interface SheetDeadlines {
  /** Last day to print in time. */
  readonly printBy: IsoDate;
  /** Last day to hand over in time. */
  readonly handBy: IsoDate;
}

const daysAfterYearEnd = 7;

const nextSchoolDay = (after: IsoDate, isSchoolDay: SchoolDayTest): IsoDate | null => {
  const year = schoolYearOf(after);
  for (let day = addDays(after, 1); schoolYearOf(day) === year; day = addDays(day, 1))
    if (isSchoolDay(day)) return day;
  return null;
};

/**
 * By when the sheet of a week is due. S2 §7 says «не реже одного раза в неделю» and names no day;
 * the decision here: printed by the end of the first school day after the week (the child carries
 * it home, so holidays wait for the school to open), handed over by the last school day of that
 * next school week. After the last lessons of the year nobody is waited for: seven days.
 */
export const sheetDeadlines = (lastDay: IsoDate, isSchoolDay: SchoolDayTest): SheetDeadlines => {
  const printBy = nextSchoolDay(lastDay, isSchoolDay);
  if (printBy === null) {
    const end = addDays(lastDay, daysAfterYearEnd);
    return { printBy: end, handBy: end };
  }
  return { printBy, handBy: modeDay(mondayOf(printBy), isSchoolDay) ?? printBy };
};

/** The next week of the same school year with lessons, null after the last one. */
export const nextSheetWeek = (week: IsoDate, isSchoolDay: SchoolDayTest): IsoDate | null => {
  const day = nextSchoolDay(addDays(week, 6), isSchoolDay);
  return day === null ? null : mondayOf(day);
};

export interface SheetFacts {
  readonly owed: boolean;
  readonly deadlines: SheetDeadlines | null;
  /** Whether any sheet of the week is printed. */
  readonly printed: boolean;
  readonly handedOn: IsoDate | null;
  readonly today: IsoDate;
}

/** What has become of one student's week. A sheet printed freely is never late. */
export const sheetStatusOf = ({
  owed,
  deadlines,
  printed,
  handedOn,
  today,
}: SheetFacts): SheetStatus => {
  if (handedOn !== null) return 'handed';
  const due = owed ? deadlines : null;
  if (printed) return due !== null && today > due.handBy ? 'not-handed' : 'printed';
  if (due === null) return 'free';
  return today > due.printBy ? 'not-printed' : 'owed';
};

/** A sheet that stands and counts for the recipient in that week. */
export interface CountedPrint {
  /** Of its content: what the sheet tells. */
  readonly fingerprint: string;
  readonly handedOn: IsoDate | null;
  /** Nobody else has it: a household's sheet stays when one member gets his own. */
  readonly replaceable: boolean;
}

export type SheetVerdict<Print> =
  /** The first of the week, or one printed freely. */
  | { readonly kind: 'new' }
  /** Another one, though one was handed over. */
  | { readonly kind: 'additional'; readonly handed: Print }
  /** Printed instead of sheets that were not handed over; they become void. */
  | { readonly kind: 'correction'; readonly replaces: readonly Print[] }
  /** The same sheet once more: a jammed printer. */
  | { readonly kind: 'copy'; readonly of: Print }
  /** A second, different sheet of one week. */
  | { readonly kind: 'refused'; readonly handed: Print };

/**
 * Whether a sheet may be printed, by what counts for its recipient in that week, oldest first. What
 * is limited is handing over: until then a wrong sheet is corrected, and the old one is void.
 * - The same content as the last sheet: a copy, in every mode; for a refusal, as the one handed over.
 * - Nothing handed over since the last printing: a correction of what is printed.
 * - Refusal: one sheet a week, «не реже (но и не чаще)» (S2 §7, paragraph 2).
 * - Impossibility: «не реже чем один раз в неделю», more are welcome (S2 §7, paragraph 1).
 * - Electronic: printed freely, e.g. strips for the paper diary (S2 §1.2); they are pasted in
 *   without a mark of handing over, so none of them makes another void.
 * The week is the one the sheet tells of, not the day of the clock: a clock set back opens nothing,
 * and a late sheet of last week does not take the place of this week's.
 */
export const judgeSheet = <Print extends CountedPrint>(
  mode: SheetMode,
  prints: readonly Print[],
  fingerprint: string,
): SheetVerdict<Print> => {
  const handedAt = prints.findLastIndex(({ handedOn }) => handedOn !== null);
  const handed = prints[handedAt];
  const standing = (mode === 'paper-refusal' ? handed : undefined) ?? prints.at(-1);
  if (standing === undefined) return { kind: 'new' };
  if (standing.fingerprint === fingerprint) return { kind: 'copy', of: standing };
  if (mode === 'electronic') return { kind: 'new' };
  if (mode === 'paper-refusal' && handed !== undefined) return { kind: 'refused', handed };
  const replaces = prints.slice(handedAt + 1).filter(({ replaceable }) => replaceable);
  if (replaces.length > 0) return { kind: 'correction', replaces };
  return handed === undefined ? { kind: 'new' } : { kind: 'additional', handed };
};

/**
 * Whether homework stands on a sheet (S2 §7): a family that refused is told nothing of it by the
 * school, «ученик записывает самостоятельно на каждом занятии», unless the office chose otherwise.
 */
export const printsHomework = (
  mode: SheetMode,
  {
    homework,
    homeworkOnRefusal,
  }: { readonly homework: boolean; readonly homeworkOnRefusal: boolean },
): boolean => (mode === 'paper-refusal' ? homeworkOnRefusal : homework);
