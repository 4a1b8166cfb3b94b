import type { Knex } from 'knex';
import type { StudyFormRules } from '../../contract/settings.ts';
import type { DueRow } from '../../contract/sheets-fields.ts';
import { householdMode, isSheetOwed, sheetStatusOf } from '../../domain/cadence.ts';
import { compareClasses } from '../../domain/classes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays, compareDates } from '../../domain/dates.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { hasSheets } from '../../domain/study-forms.ts';
import { calendarsFor } from '../calendar/index.ts';
import { byNumber, byText, byTime, inTurn } from '../lists/index.ts';
import { guardianNames, studyPeriods } from '../people/index.ts';
import { readSettings } from '../settings/index.ts';
import type { PartyHistory } from '../statements/index.ts';
import { allPartyHistories, onPaper } from '../statements/index.ts';
import type { Pupil, Stay } from './pupils.ts';
import { readPupils } from './pupils.ts';
import type { SheetRecord } from './repository.ts';
import { printKey, readPrints } from './repository.ts';
import type { WeekBook, WeekFrame } from './week-book.ts';
import { openWeekBook } from './week-book.ts';

/** A row of the due list with what the core needs beside it. */
export interface RegisterRow {
  readonly due: DueRow;
  readonly stay: Stay;
  readonly pupil: Pupil;
  /** Oldest first. */
  readonly prints: readonly SheetRecord[];
}

/** What the rows of all weeks are made from. */
interface Sources {
  readonly book: WeekBook;
  readonly pupils: ReadonlyMap<number, Pupil>;
  readonly histories: ReadonlyMap<number, readonly PartyHistory[]>;
  readonly names: ReadonlyMap<number, string>;
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

/**
 * The class of the last school day of the week, by the calendar of that very class; null for a
 * student who had left by then, and in a week of holidays.
 */
const placeOf = (book: WeekBook, pupil: Pupil, week: IsoDate): Place | null => {
  for (const stay of pupil.stays.toReversed()) {
    const frame = book.frame(week, stay.parallel);
    const { lastDay } = frame;
    if (lastDay === null || lastDay < stay.from) continue;
    if (stay.to === null || lastDay <= stay.to) return { stay, frame, lastDay };
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

const paperParents = (sources: Sources, pupil: Pupil, date: IsoDate) =>
  (sources.histories.get(pupil.id) ?? []).flatMap((history) => {
    const period = onPaper(history, date);
    return period === null ? [] : [{ guardianId: history.guardianId, period }];
  });

/** Whether the form of education of the day has sheets at all (domain.md §1). */
const studiesWithSheets = ({ studies, rules }: Sources, pupil: Pupil, date: IsoDate): boolean =>
  hasSheets(studies.get(pupil.id) ?? [], date, rules);

const rowOf = (
  sources: Sources,
  pupil: Pupil,
  week: IsoDate,
  { stay, frame, lastDay }: Place,
): RegisterRow => {
  const parents = paperParents(sources, pupil, lastDay);
  const mode = householdMode(parents.map(({ period }) => period.mode.mode));
  const counted = sources.countFrom === null || lastDay >= sources.countFrom;
  const owed = counted && studiesWithSheets(sources, pupil, lastDay) && isSheetOwed(mode, lastDay);
  const prints = sources.prints.get(printKey(pupil.id, week)) ?? [];
  const facts = printedFacts(prints);
  const deadlines = owed ? frame.deadlines : null;
  const { handedOn } = facts;
  const printed = prints.length > 0;
  const due: DueRow = {
    studentId: pupil.id,
    studentName: pupil.name,
    classId: stay.classId,
    className: stay.className,
    week,
    weekTitle: frame.title,
    lastDay,
    mode,
    studentConsented: parents.some(({ period }) => period.studentConsented),
    guardians: parents
      .map(({ guardianId }) =>
        guardianId === null ? pupil.name : (sources.names.get(guardianId) ?? ''),
      )
      .join(', '),
    owed,
    status: sheetStatusOf({ owed, deadlines, printed, handedOn, today: sources.today }),
    printBy: deadlines?.printBy ?? null,
    handBy: deadlines?.handBy ?? null,
    ...facts,
  };
  return { due, stay, pupil, prints };
};

export const byClassAndName = inTurn<RegisterRow>(
  (a, b) => compareClasses(a.stay, b.stay),
  byText(({ due }) => due.studentName),
  byNumber(({ due }) => due.studentId),
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
  return {
    book,
    pupils: await readPupils(db, { from: first, to: addDays(last, 6) }, ids),
    histories: Map.groupBy(histories, ({ studentId }) => studentId),
    names: await guardianNames(
      db,
      histories.flatMap(({ guardianId }) => guardianId ?? []),
    ),
    prints: await readPrints(db, weeks),
    studies: await studyPeriods(db),
    rules: settings.studyForms,
    countFrom: settings.sheets.countFrom,
    today,
  };
};

/**
 * Students and weeks with what is owed and done, without order; without `everyone` only families
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
      const row = rowOf(sources, pupil, week, place);
      const isPrinted = row.prints.length > 0;
      if (!isPrinted && !studiesWithSheets(sources, pupil, place.lastDay)) continue;
      if (question.everyone || row.due.mode !== 'electronic') rows.push(row);
    }
  return rows;
};
