/** Rules of control over the electronic journal (S2 §1.3 and closing paragraph; domain.md §6). */
import { schoolYearOf, schoolYearSpan } from './calendar.ts';
import { addDays, minDate } from './dates.ts';
import type { IsoDate, Period } from './dates.ts';
import { tokensOf } from './mark-codes.ts';
import { requirePeriod } from './periods.ts';

/** Days a mark may wait after the lesson: «не позднее недели» (S2 §1.3). */
export const daysToEnter = 7;

export type Timeliness = 'on-time' | 'late' | 'unknown';

/** What is known of the day a mark was entered; days of the school's local time. */
export interface EntryEvidence {
  readonly lessonOn: IsoDate;
  /** Told by the source, or by the typing itself: exact. */
  readonly enteredOn: IsoDate | null;
  /** First seen: entered not later. */
  readonly seenOn: IsoDate;
  /** Told about without the mark: entered not earlier. */
  readonly unseenOn: IsoDate | null;
}

/**
 * Whether a mark was entered within a week of its lesson (S2 §1.3: the seventh day is still in
 * time). Without a day of entry the two bounds decide where they can; otherwise it is unknown,
 * never good. A day before the lesson, or bounds that contradict each other, come from a clock
 * set back and prove nothing.
 * @reference `database/lesson-figures.ts` keeps it in SQL for millions of marks; a test compares both.
 */
export const timelinessOf = (evidence: EntryEvidence): Timeliness => {
  const { lessonOn, enteredOn, seenOn, unseenOn } = evidence;
  const last = addDays(lessonOn, daysToEnter);
  const notLater = enteredOn ?? seenOn;
  const notEarlier = enteredOn ?? unseenOn;
  const onTime = lessonOn <= notLater && notLater <= last;
  const late = notEarlier !== null && notEarlier > last;
  if (onTime === late) return 'unknown';
  return late ? 'late' : 'on-time';
};

/**
 * A mark, a credit or no credit stands in the cell; a mere absence is no mark.
 * @reference `database/lesson-figures.ts` keeps it in SQL for millions of marks; a test compares both.
 */
export const isGraded = (codes: string): boolean =>
  tokensOf(codes).some(
    (token) =>
      token.kind === 'mark' ||
      (token.kind === 'code' && (token.meaning === 'credit' || token.meaning === 'no-credit')),
  );

/** The first class is taught without marks (Federal Law 273, the ministry's letters), so its weeks without marks are no fault. */
export const isMarked = (parallel: number): boolean => parallel > 1;

/**
 * The asked days; a missing bound is that of the school year of the other one, or of today's.
 * @throws OfficeError `period-upside-down`
 */
export const controlPeriod = (
  asked: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
  today: IsoDate,
): Period => {
  const year = schoolYearSpan(schoolYearOf(asked.from ?? asked.to ?? today));
  const period = { from: asked.from ?? year.from, to: asked.to ?? year.to };
  requirePeriod(period);
  return period;
};

/** The part of the period that has passed: days after today are not judged. */
export const passedPart = ({ from, to }: Period, today: IsoDate): Period => ({
  from,
  to: minDate(to, today),
});

/** How bad a share is, for the heat map: 0 none … 4 half or more. */
export const faultLevel = (value: number, of: number): 0 | 1 | 2 | 3 | 4 => {
  if (value === 0 || of === 0) return 0;
  const share = value / of;
  if (share < 0.1) return 1;
  if (share < 0.25) return 2;
  return share < 0.5 ? 3 : 4;
};

/** How far behind the timetable: 0 as planned or more … 4 half of it missing. */
export const lagLevel = (held: number, planned: number): 0 | 1 | 2 | 3 | 4 =>
  faultLevel(Math.max(0, planned - held), planned);
