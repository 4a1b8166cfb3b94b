import type { AbsenceRow, OverTwoWeeksRow } from '../../contract/absences.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import { parseClassName } from '../../domain/classes.ts';
import type { Period } from '../../domain/dates.ts';
import { requirePeriod } from '../../domain/periods.ts';
import type { Context } from '../context.ts';
import type { MemoryListOf, Page } from '../lists/index.ts';
import { byClass, byNumber, byText, is, pageInMemory, wholeList } from '../lists/index.ts';
import { readSettings } from '../settings/index.ts';
import { assessStudents, watched } from './over-two-weeks.ts';
import { findAbsences } from './repository.ts';
import { absenceRows, judgedRows, type Judgement, withMissedLessons } from './rows.ts';

type Question = ParsedInputOf<OperationTable['absences.list']>;
type RuleQuestion = ParsedInputOf<OperationTable['absences.listOverTwoWeeks']>;

const judgementOf = async ({ db, clock }: Context, filters: Judgement['bounds']) => ({
  rule: (await readSettings(db)).twoWeekRule,
  today: clock.today(),
  bounds: { from: filters.from, to: filters.to },
});

const checkBounds = ({ from, to }: Judgement['bounds']): void => {
  if (from && to) requirePeriod({ from, to });
};

/** A page of the register. The rule needs computing, so filtering by it reads all rows first. */
export const absencePage = async (
  question: Question,
  context: Context,
): Promise<Page<AbsenceRow>> => {
  const { db } = context;
  const { offset, limit, filters } = question;
  checkBounds(filters);
  const judgement = await judgementOf(context, filters);
  if (filters.overTwoWeeks === undefined) {
    const page = await findAbsences(db, question);
    return { total: page.total, rows: await absenceRows(db, page.rows, judgement) };
  }
  const found = await findAbsences(db, { ...question, ...wholeList });
  const all = await judgedRows(db, found.rows, judgement);
  const rows = all.filter((row) => row.twoWeeks.passes === filters.overTwoWeeks);
  const shown = rows.slice(offset, offset + limit);
  return { total: rows.length, rows: await withMissedLessons(db, shown, judgement.today) };
};

/** The asked period; a missing bound is that of today's school year. */
const periodOf = (filters: Judgement['bounds'], today: string): Period => {
  const year = schoolYearSpan(schoolYearOf(filters.from ?? filters.to ?? today));
  const period = {
    from: filters.from ?? year.from,
    to: filters.to ?? (today >= year.from && today <= year.to ? today : year.to),
  };
  requirePeriod(period);
  return period;
};

const overTwoWeeks: MemoryListOf<'absences.listOverTwoWeeks', OverTwoWeeksRow> = {
  search: ({ studentName, className }) => `${studentName} ${className ?? ''}`,
  filters: {
    from: null,
    to: null,
    className: is(({ className }) => className),
    parallel: ({ className }, wanted) => parseClassName(className ?? '')?.parallel === wanted,
    status: is(({ status }) => status),
  },
  columns: {
    studentName: byText(({ studentName }) => studentName),
    className: byClass(({ className }) => className),
    days: byNumber(({ days }) => days),
  },
  // They come by class and name.
  usual: null,
  ties: byNumber(({ studentId }) => studentId),
};

/** Who passes the rule and who nearly does. */
export const overTwoWeeksPage = async (
  question: RuleQuestion,
  { db, clock }: Context,
): Promise<Page<OverTwoWeeksRow>> => {
  const { twoWeekRule } = await readSettings(db);
  const today = clock.today();
  const period = periodOf(question.filters, today);
  const found = await assessStudents(db, period, twoWeekRule, today);
  return pageInMemory(watched(found), question, overTwoWeeks);
};
