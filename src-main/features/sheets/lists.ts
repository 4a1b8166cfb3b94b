import type { Knex } from 'knex';
import type { DueRow, IssuedRow, SheetState } from '../../contract/sheets-fields.ts';
import { condition, equal } from '../../database/conditions.ts';
import { classNameSql, fullNameSql, parallelOrderSql } from '../../database/stored.ts';
import { mondayOf } from '../../domain/dates.ts';
import { weekTitle } from '../../domain/cadence-wording.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Asked, Context } from '../context.ts';
import type { MemoryListOf, Page, TableListOf } from '../lists/index.ts';
import { byText, byTime, inTurn, is, pageFromTable, pageInMemory, rowsAs } from '../lists/index.ts';
import type { RegisterRow } from './due-rows.ts';
import { byClassAndName, registerRows, weekBookOf } from './due-rows.ts';
import type { SheetRecord } from './repository.ts';
import { isVoid, replacingColumns, sheetColumns } from './repository.ts';
import { earlierWeeks } from './selection.ts';
import type { WeekBook } from './week-book.ts';
import { suggestedWeekOf } from './weeks.ts';

type DueQuestion = Asked<'sheets.listDue'>;
type Filters = DueQuestion['filters'];

const isLate = ({ due }: RegisterRow): boolean =>
  due.status === 'not-printed' || due.status === 'not-handed';

/** Rows of the week; with `earlier` also what earlier weeks still owe. */
const rowsAsked = async (
  db: Knex,
  book: WeekBook,
  filters: Filters,
  today: IsoDate,
): Promise<readonly RegisterRow[]> => {
  const { everyone = false, earlier = false, studentId } = filters;
  const day = filters.week ?? suggestedWeekOf(book, today);
  if (day === null) return [];
  const week = mondayOf(day);
  const ids = studentId === undefined ? {} : { studentIds: [studentId] };
  const rows = await registerRows(db, book, { weeks: [week], everyone, today, ...ids });
  if (!earlier) return rows;
  const weeks = earlierWeeks(book, week);
  const late = await registerRows(db, book, { weeks, everyone: false, today, ...ids });
  return [...late.filter(isLate), ...rows];
};

const due: MemoryListOf<'sheets.listDue', RegisterRow> = {
  search: ({ due, pupil }) => `${pupil.search} ${due.className} ${due.guardians}`,
  filters: {
    week: null,
    earlier: null,
    everyone: null,
    studentId: null,
    classId: is(({ due }) => due.classId),
    className: is(({ due }) => due.className),
    mode: is(({ due }) => due.mode),
    status: is(({ due }) => due.status),
  },
  columns: {
    className: byClassAndName,
    studentName: byText(({ due }) => due.studentName),
    week: inTurn(
      byTime(({ due }) => due.week),
      byClassAndName,
    ),
    mode: byText(({ due }) => due.mode),
    status: byText(({ due }) => due.status),
    printBy: byTime(({ due }) => due.printBy),
    printedOn: byTime(({ due }) => due.printedOn),
    handedOn: byTime(({ due }) => due.handedOn),
    guardians: byText(({ due }) => due.guardians),
  },
  usual: { column: 'className', descending: false },
  ties: byClassAndName,
};

/** A page of the due list. */
export const listDue = async (
  question: DueQuestion,
  { db, clock }: Context,
): Promise<Page<DueRow>> => {
  const book = await weekBookOf(db);
  const rows = await rowsAsked(db, book, question.filters, clock.today());
  return rowsAs(pageInMemory(rows, question, due), (row) => row.due);
};

export interface IssuedRecord
  extends
    Omit<SheetRecord, 'forAll'>,
    Pick<
      IssuedRow,
      'studentName' | 'className' | 'recipient' | 'replacedByNumber' | 'replacedByOn'
    > {
  /** Whether it made another one void. */
  readonly replacesOther: 0 | 1;
  /** Last school day of the week, as the sheet says it. */
  readonly lastDay: IsoDate;
}

export const issuedRowOf = ({
  classId: _class,
  sha256: _sum,
  lastDay,
  replacesOther,
  ...row
}: IssuedRecord): IssuedRow => ({
  ...row,
  weekTitle: weekTitle(row.week, lastDay),
  state: isVoid(row) ? 'void' : replacesOther === 1 ? 'corrected' : 'valid',
});

/**
 * Printed sheets `s` with the student `p`, the class `c`, the parent `g` whose own they are, and the
 * sheet `r` that made them void.
 */
export const issuedSheets = (db: Knex): Knex.QueryBuilder =>
  db({ s: 'sheets' })
    .join({ p: 'students' }, 'p.id', 's.student_id')
    .join({ c: 'classes' }, 'c.id', 's.class_id')
    .leftJoin({ g: 'guardians' }, 'g.id', 's.recipient_guardian_id')
    .leftJoin({ r: 'sheets' }, 'r.id', 's.replaced_by');

const replacesOther = 'EXISTS (SELECT 1 FROM sheets o WHERE o.replaced_by = s.id)';

export const issuedColumns = (db: Knex) => ({
  ...sheetColumns,
  ...replacingColumns,
  replacesOther: db.raw(replacesOther),
  studentName: db.raw(fullNameSql('p')),
  className: db.raw(classNameSql('c')),
  recipient: db.raw(`CASE WHEN g.id IS NOT NULL THEN ${fullNameSql('g')} END`),
  lastDay: db.raw(`(SELECT t.content ->> 'lastDay' FROM sheet_contents t WHERE t.id = s.id)`),
});

const stateSql: Readonly<Record<SheetState, string>> = {
  valid: `s.replaced_by IS NULL AND NOT ${replacesOther}`,
  corrected: `s.replaced_by IS NULL AND ${replacesOther}`,
  void: 's.replaced_by IS NOT NULL',
};

const issued: TableListOf<'sheets.listIssued'> = {
  search: ['p.search'],
  filters: {
    week: (day) => condition('s.week_starts_on = ?', mondayOf(day)),
    classId: equal('s.class_id'),
    studentId: equal('s.student_id'),
    mode: equal('s.mode'),
    layout: equal('s.layout'),
    handed: (wanted) =>
      condition(
        wanted ? 's.handed_on IS NOT NULL' : 's.handed_on IS NULL AND s.replaced_by IS NULL',
      ),
    state: (state) => condition(stateSql[state]),
  },
  columns: {
    printedAt: ['s.printed_at', 's.id'],
    week: ['s.week_starts_on', 's.id'],
    className: [parallelOrderSql('c.parallel'), 'c.letter', 's.id'],
    studentName: ['p.search', 's.id'],
    mode: ['s.mode', 's.id'],
    copies: ['s.copies', 's.id'],
    handedOn: ['s.handed_on', 's.id'],
  },
  usual: { column: 'printedAt', descending: true },
  ties: [],
};

/** A page of the register of printed sheets. */
export const listIssued = async (
  question: Asked<'sheets.listIssued'>,
  { db }: Context,
): Promise<Page<IssuedRow>> => {
  const page: Page<IssuedRecord> = await pageFromTable(
    issuedSheets(db),
    question,
    issued,
    issuedColumns(db),
  );
  return rowsAs(page, issuedRowOf);
};
