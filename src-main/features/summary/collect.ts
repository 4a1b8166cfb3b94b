import type { Knex } from 'knex';
import type { School, TwoWeekRuleSetting } from '../../contract/settings.ts';
import type { Figure, SummaryRow } from '../../contract/summary.ts';
import type { Figures } from '../../contract/summary-package.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { studentsByTwoWeeks } from '../absences/index.ts';
import {
  appealsById,
  appealsDatedIn,
  linksOfResources,
  qualificationsOf,
} from '../appeals/index.ts';
import { quarterHoursSpent, resourcesPosted } from '../resources/index.ts';
import { appealRow, resourceRow, schoolRow, studentRow, workRow } from './collected-rows.ts';
import type { JudgedAppeal } from './collected-rows.ts';

export type FigureRows = Readonly<Record<Figure, readonly SummaryRow[]>>;

/** Figures of a period with the rows behind them, as the registers are now. */
export interface CollectedSummary {
  readonly figures: Figures;
  /** Counted rows, and beside them those that are not, with the reason. */
  readonly rows: FigureRows;
}

/** Hours are the sum of their rows, every other figure is the number of its rows. */
export const figuresOf = (rows: FigureRows, counted: boolean): Figures => {
  const taken = (figure: Figure) => rows[figure].filter((row) => row.counted === counted);
  return {
    organisations: taken('organisations').length,
    studentsOverTwoWeeks: taken('studentsOverTwoWeeks').length,
    appeals: taken('appeals').length,
    quarterHours: taken('quarterHours').reduce((sum, row) => sum + (row.quarterHours ?? 0), 0),
    resources: taken('resources').length,
  };
};

/** What is counted, and as of which day. */
export interface Counting {
  readonly period: Period;
  readonly rule: TwoWeekRuleSetting;
  readonly school: School | null;
  readonly today: IsoDate;
}

/** Registers of the period, and every appeal that one of their rows belongs to. */
const readRegisters = async (db: Knex, { period, rule, today }: Counting) => {
  const { from, to } = period;
  const dated = await appealsDatedIn(db, period);
  const work = await quarterHoursSpent(db, from, to);
  const resources = await resourcesPosted(db, from, to);
  const links = await linksOfResources(
    db,
    resources.map(({ id }) => id),
  );
  const known = new Set(dated.map(({ id }) => id));
  const others = new Set(
    [...work, ...links].flatMap(({ appealId }) =>
      appealId === null || known.has(appealId) ? [] : [appealId],
    ),
  );
  const appeals = [...dated, ...(await appealsById(db, [...others]))];
  const qualifications = await qualificationsOf(db, appeals, { rule, today });
  const judged = new Map(
    appeals.flatMap((appeal): [number, JudgedAppeal][] => {
      const qualification = qualifications.get(appeal.id);
      return qualification ? [[appeal.id, { ...appeal, qualification }]] : [];
    }),
  );
  return { dated, work, resources, links: Map.groupBy(links, (link) => link.resourceId), judged };
};

/**
 * The five figures of S1 Приложение 2 and their rows (domain/qualifying-appeals.ts). A school is
 * one organisation.
 */
export const collectSummary = async (db: Knex, counting: Counting): Promise<CollectedSummary> => {
  const { period, rule, school, today } = counting;
  const students = await studentsByTwoWeeks(db, period, rule, today);
  const { dated, work, resources, links, judged } = await readRegisters(db, counting);
  const rows: FigureRows = {
    organisations: [schoolRow(school)],
    studentsOverTwoWeeks: students.map(studentRow),
    appeals: dated.flatMap(({ id }) => {
      const appeal = judged.get(id);
      return appeal ? [appealRow(appeal)] : [];
    }),
    quarterHours: work.map((entry) =>
      workRow(entry, entry.appealId === null ? undefined : judged.get(entry.appealId)),
    ),
    resources: resources.map((resource) =>
      resourceRow(resource, links.get(resource.id) ?? [], judged),
    ),
  };
  return { figures: figuresOf(rows, true), rows };
};
