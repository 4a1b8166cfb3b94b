import type { Knex } from 'knex';
import { hasBegun } from '../../domain/cadence.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { SheetLayout, SheetSelection } from '../../contract/sheets-fields.ts';
import { spanTitle } from '../../domain/cadence-wording.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays, compareDates, mondayOf } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { readSettings } from '../settings/index.ts';
import type { Look } from './contents.ts';
import type { RegisterRow } from './due-rows.ts';
import { byClassAndName, registerRows, weekBookOf } from './due-rows.ts';
import { sheetKey } from './repository.ts';
import type { WeekBook } from './week-book.ts';
import { schoolWeeks, yearOfWeek } from './week-book.ts';

/** Whom a run prints for. */
export interface Run {
  readonly book: WeekBook;
  /** By week, class and name: contents of one week are read together. */
  readonly rows: readonly RegisterRow[];
  readonly today: IsoDate;
}

const weeksOfSelection = (selection: SheetSelection): readonly IsoDate[] =>
  selection.kind === 'rows'
    ? [...new Set(selection.rows.map(({ week }) => mondayOf(week)))]
    : [mondayOf(selection.week)];

const notBegun = (week: IsoDate) =>
  new OfficeError(
    'week-not-begun',
    `Неделя ${spanTitle(week, addDays(week, 6))} ещё не началась. Распечатку можно сделать с ${shortDate(week)}.`,
  );

const isUnprinted = ({ due }: RegisterRow): boolean =>
  due.status === 'owed' || due.status === 'not-printed';

/** Earlier weeks of the same school year with lessons. */
export const earlierWeeks = (book: WeekBook, week: IsoDate): readonly IsoDate[] =>
  schoolWeeks(book, yearOfWeek(book, week), week).filter((one) => one < week);

type Due = Extract<SheetSelection, { kind: 'due' }>;

const dueRows = async (
  db: Knex,
  book: WeekBook,
  { week: day, classId, earlier }: Due,
  today: IsoDate,
): Promise<readonly RegisterRow[]> => {
  const week = mondayOf(day);
  const weeks = earlier ? [...earlierWeeks(book, week), week] : [week];
  const rows = await registerRows(db, book, { weeks, everyone: false, today });
  return rows
    .filter(isUnprinted)
    .filter(({ due }) => classId === undefined || due.classId === classId);
};

/** Chosen recipients; a student who was in no class at the end of his week is said so. */
const chosenRows = async (
  db: Knex,
  book: WeekBook,
  selection: Extract<SheetSelection, { kind: 'rows' }>,
  today: IsoDate,
): Promise<readonly RegisterRow[]> => {
  const asked = new Set(
    selection.rows.map((row) => sheetKey({ ...row, week: mondayOf(row.week) })),
  );
  const rows = await registerRows(db, book, {
    weeks: weeksOfSelection(selection),
    everyone: true,
    studentIds: selection.rows.map(({ studentId }) => studentId),
    today,
  });
  const found = rows.filter(({ due }) => asked.has(sheetKey(due)));
  if (found.length === asked.size) return found;
  throw new OfficeError(
    'nothing-to-print',
    `Для ${asked.size - found.length} из ${asked.size} выбранных строк печатать нечего: ученик не числился в классе в последний учебный день недели, вся неделя — каникулы, или распечатка положена другому: у семьи изменились заявления, отметка «живёт отдельно» или настройка распечаток. Обновите список.`,
  );
};

const rowsOf = async (
  db: Knex,
  book: WeekBook,
  selection: SheetSelection,
  today: IsoDate,
): Promise<readonly RegisterRow[]> => {
  if (selection.kind === 'rows') return chosenRows(db, book, selection, today);
  if (selection.kind === 'due') return dueRows(db, book, selection, today);
  const weeks = weeksOfSelection(selection);
  const rows = await registerRows(db, book, { weeks, everyone: true, today });
  return selection.kind === 'school'
    ? rows
    : rows.filter(({ due }) => due.classId === selection.classId);
};

/**
 * The rows of a run.
 * @throws OfficeError `week-not-begun`, `nothing-to-print`
 */
export const selectRun = async (
  db: Knex,
  selection: SheetSelection,
  today: IsoDate,
): Promise<Run> => {
  const weeks = weeksOfSelection(selection).toSorted(compareDates);
  const last = weeks.at(-1);
  if (last !== undefined && !hasBegun(last, today)) throw notBegun(last);
  const book = await weekBookOf(db);
  const rows = await rowsOf(db, book, selection, today);
  if (rows.length === 0)
    throw new OfficeError(
      'nothing-to-print',
      'Печатать нечего: за выбранную неделю распечатки не положены или уже напечатаны, либо вся неделя — каникулы.',
    );
  const sorted = rows.toSorted(
    (a, b) => compareDates(a.due.week, b.due.week) || byClassAndName(a, b),
  );
  return { book, rows: sorted, today };
};

interface AskedLook {
  readonly layout?: SheetLayout | undefined;
  readonly homework?: boolean | undefined;
  readonly averages?: boolean | undefined;
}

/** The look asked for, filled up from the settings. */
export const lookOf = async (
  db: Knex,
  asked: AskedLook,
): Promise<Look & { readonly layout: SheetLayout }> => {
  const { sheets } = await readSettings(db);
  return {
    layout: asked.layout ?? sheets.layout,
    homework: {
      homework: asked.homework ?? sheets.homework,
      homeworkOnRefusal: asked.homework ?? sheets.homeworkOnRefusal,
    },
    averages: asked.averages ?? sheets.averages,
  };
};
