import type { Knex } from 'knex';
import type { StudyFormRules } from '../../contract/settings.ts';
import type { DueRow } from '../../contract/sheets-fields.ts';
import { isSheetOwed, sheetStatusOf } from '../../domain/cadence.ts';
import { compareClasses } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays, compareDates, contains } from '../../domain/dates.ts';
import { isForAll, printsCounted, sheetRecipients } from '../../domain/sheet-recipients.ts';
import type { PaperParty, SheetRecipient } from '../../domain/sheet-recipients.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { hasSheets } from '../../domain/study-forms.ts';
import { calendarsFor } from '../calendar/index.ts';
import { byNumber, byText, byTime, inTurn } from '../lists/index.ts';
import { guardianNames, livingApart, studyPeriods } from '../people/index.ts';
import { readSettings } from '../settings/index.ts';
import type { PartyHistory } from '../statements/index.ts';
import { allPartyHistories, onPaper } from '../statements/index.ts';
import type { Pupil, Stay } from './pupils.ts';
import { readPupils, stayOn } from './pupils.ts';
import type { SheetRecord } from './repository.ts';
import { isVoid, readPrints, weekKey } from './repository.ts';
import type { WeekBook, WeekFrame } from './week-book.ts';
import { openWeekBook } from './week-book.ts';

/** A row of the due list with what the core needs beside it. */
export interface RegisterRow {
  readonly due: DueRow;
  readonly stay: Stay;
  readonly pupil: Pupil;
  /** Those that stand and count for the recipient, oldest first. */
  readonly prints: readonly SheetRecord[];
  /** Of his newest sheet of the week, void ones too; 0 before the first. */
  readonly lastNumber: number;
  /** Whether his next sheet may replace it: nobody else has it. */
  isReplaceable(print: SheetRecord): boolean;
  /** Nobody of the family has a sheet of his own. */
  readonly forAll: boolean;
  /** Name on a parent's own sheet; null on the household's. */
  nameOf(recipientId: number | null): string | null;
}

/** What the rows of all weeks are made from. */
interface Sources {
  readonly book: WeekBook;
  readonly pupils: ReadonlyMap<number, Pupil>;
  readonly histories: ReadonlyMap<number, readonly PartyHistory[]>;
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
  readonly perHousehold: boolean;
  nameOf(recipientId: number | null): string | null;
  readonly prints: ReadonlyMap<string, readonly SheetRecord[]>;
  readonly studies: ReadonlyMap<number, readonly StudyPeriod[]>;
  readonly rules: StudyFormRules;
  readonly countFrom: IsoDate | null;
  readonly today: IsoDate;
}

/** Weeks by the calendars of all school years stored; another year has the usual calendar. */
export const weekBookOf = async (db: Knex): Promise<WeekBook> =>
  openWeekBook(await calendarsFor(db, '1900-01-01', '2100-12-31'));

interface Place {
  readonly stay: Stay;
  readonly frame: WeekFrame;
  readonly lastDay: IsoDate;
}

/** The last day of the week on which the student had lessons in this class. */
const lastDayIn = ({ schoolDays }: WeekFrame, stay: Stay): IsoDate | undefined =>
  schoolDays.findLast((date) => contains(stay, date));

/**
 * The class of the last school day of the week, by the calendar of that very class; null for a
 * student who had left by then, and in a week of holidays. Who is in another class by Sunday has
 * not left: where neither class has its last day with him (from a six-day class into a five-day
 * one on Saturday), it is the last day he had lessons on.
 */
const placeOf = (book: WeekBook, pupil: Pupil, week: IsoDate): Place | null => {
  for (const stay of pupil.stays.toReversed()) {
    const frame = book.frame(week, stay.parallel);
    const { lastDay } = frame;
    if (lastDay === null || lastDay < stay.from) continue;
    if (stay.to === null || lastDay <= stay.to) return { stay, frame, lastDay };
  }
  if (stayOn(pupil, addDays(week, 6)) === undefined) return null;
  for (const stay of pupil.stays.toReversed()) {
    const frame = book.frame(week, stay.parallel);
    const lastDay = lastDayIn(frame, stay);
    if (lastDay !== undefined) return { stay, frame, lastDay };
  }
  return null;
};

const printedFacts = (prints: readonly SheetRecord[]) => {
  const last = prints.at(-1);
  const handed = prints.flatMap(({ handedOn }) => handedOn ?? []);
  return {
    sheets: prints.length,
    copies: prints.reduce((sum, { copies }) => sum + copies, 0),
    sheetId: last?.id ?? null,
    printedOn: last?.printedOn ?? null,
    handedOn: handed.toSorted(compareDates).at(-1) ?? null,
  };
};

interface Party extends PaperParty {
  readonly studentConsented: boolean;
}

const paperParties = (
  { histories, apart }: Sources,
  pupil: Pupil,
  date: IsoDate,
): readonly Party[] =>
  (histories.get(pupil.id) ?? []).flatMap((history) => {
    const period = onPaper(history, date);
    if (period === null) return [];
    const { guardianId } = history;
    const livesApart = guardianId !== null && apart.get(pupil.id)?.has(guardianId) === true;
    const { mode, studentConsented } = period;
    return [{ guardianId, mode: mode.mode, livesApart, studentConsented }];
  });

/** Whether the form of education of the day has sheets at all (domain.md §1). */
const studiesWithSheets = ({ studies, rules }: Sources, pupil: Pupil, date: IsoDate): boolean =>
  hasSheets(studies.get(pupil.id) ?? [], date, rules);

/** What a week owes to a recipient, and what he has got. */
const progressOf = (
  sources: Sources,
  pupil: Pupil,
  { mode }: SheetRecipient,
  { frame, lastDay }: Place,
  prints: readonly SheetRecord[],
) => {
  const counted = sources.countFrom === null || lastDay >= sources.countFrom;
  const owed = counted && studiesWithSheets(sources, pupil, lastDay) && isSheetOwed(mode, lastDay);
  const deadlines = owed ? frame.deadlines : null;
  const facts = printedFacts(prints);
  const { handedOn } = facts;
  const printed = prints.length > 0;
  return {
    mode,
    owed,
    status: sheetStatusOf({ owed, deadlines, printed, handedOn, today: sources.today }),
    printBy: deadlines?.printBy ?? null,
    handBy: deadlines?.handBy ?? null,
    ...facts,
  };
};

/** A sheet of somebody who has none of his own any more, and that counts for one recipient only. */
const countedOnce = (
  print: SheetRecord,
  recipients: readonly SheetRecipient[],
  counted: readonly (readonly SheetRecord[])[],
): boolean =>
  recipients.every(({ recipientId }) => recipientId !== print.recipientId) &&
  counted.filter((prints) => prints.includes(print)).length === 1;

/** One row for each recipient of the student's sheets of the week. */
const rowsOf = (
  sources: Sources,
  pupil: Pupil,
  week: IsoDate,
  place: Place,
): readonly RegisterRow[] => {
  const { stay, frame, lastDay } = place;
  const { nameOf } = sources;
  const parties = paperParties(sources, pupil, lastDay);
  const recipients = sheetRecipients(parties, sources.perHousehold);
  const ofWeek = sources.prints.get(weekKey(pupil.id, week)) ?? [];
  const standing = ofWeek.filter((print) => !isVoid(print));
  const forAll = isForAll(recipients);
  const counted = recipients.map((recipient) => printsCounted(recipient, standing));
  return recipients.map((recipient, at): RegisterRow => {
    const { recipientId } = recipient;
    const prints = counted[at] ?? [];
    const due: DueRow = {
      studentId: pupil.id,
      studentName: pupil.name,
      classId: stay.classId,
      className: stay.className,
      week,
      weekTitle: frame.title,
      lastDay,
      studentConsented: parties.some(({ studentConsented }) => studentConsented),
      recipientId,
      guardians: recipient.members
        .map(({ guardianId }) => nameOf(guardianId) ?? pupil.name)
        .join(', '),
      ...progressOf(sources, pupil, recipient, place, prints),
    };
    return {
      due,
      stay,
      pupil,
      prints,
      lastNumber: ofWeek.findLast((print) => print.recipientId === recipientId)?.number ?? 0,
      isReplaceable: (print) =>
        print.recipientId === recipientId || countedOnce(print, recipients, counted),
      forAll,
      nameOf,
    };
  });
};

export const byClassAndName = inTurn<RegisterRow>(
  (a, b) => compareClasses(a.stay, b.stay),
  byText(({ due }) => due.studentName),
  byNumber(({ due }) => due.studentId),
  byNumber(({ due }) => due.recipientId ?? 0),
  byTime(({ due }) => due.week),
);

export interface RegisterQuestion {
  /** Mondays. */
  readonly weeks: readonly IsoDate[];
  /** Also families served electronically. */
  readonly everyone: boolean;
  readonly studentIds?: readonly number[];
  readonly today: IsoDate;
}

const readSources = async (
  db: Knex,
  book: WeekBook,
  { weeks, everyone, studentIds, today }: RegisterQuestion,
): Promise<Sources> => {
  const histories = await allPartyHistories(db);
  const onPaper = histories.map(({ studentId }) => studentId);
  const sorted = weeks.toSorted(compareDates);
  const [first = today, last = today] = [sorted[0], sorted.at(-1)];
  const settings = await readSettings(db);
  const ids = studentIds ?? (everyone ? undefined : onPaper);
  const names = await guardianNames(
    db,
    histories.flatMap(({ guardianId }) => guardianId ?? []),
  );
  const { countFrom, perHousehold } = settings.sheets;
  return {
    book,
    pupils: await readPupils(db, { from: first, to: addDays(last, 6) }, ids),
    histories: Map.groupBy(histories, ({ studentId }) => studentId),
    apart: await livingApart(db),
    nameOf: (recipientId) => (recipientId === null ? null : (names.get(recipientId) ?? '')),
    prints: await readPrints(db, weeks),
    studies: await studyPeriods(db),
    rules: settings.studyForms,
    countFrom,
    perHousehold,
    today,
  };
};

/**
 * Recipients and weeks with what is owed and done, without order; without `everyone` only those
 * served on paper. Weeks of holidays, and days a student was in no class, give no row.
 */
export const registerRows = async (
  db: Knex,
  book: WeekBook,
  question: RegisterQuestion,
): Promise<readonly RegisterRow[]> => {
  if (question.weeks.length === 0) return [];
  const sources = await readSources(db, book, question);
  const rows: RegisterRow[] = [];
  for (const pupil of sources.pupils.values())
    for (const week of question.weeks) {
      const place = placeOf(book, pupil, week);
      if (place === null) continue;
      const studies = studiesWithSheets(sources, pupil, place.lastDay);
      for (const row of rowsOf(sources, pupil, week, place)) {
        if (!studies && row.prints.length === 0) continue;
        if (question.everyone || row.due.mode !== 'electronic') rows.push(row);
      }
    }
  return rows;
};
