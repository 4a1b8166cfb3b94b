import type { Knex } from 'knex';
import type { School, TwoWeekRuleSetting } from '../../contract/settings.ts';
import type { Figure, SummaryRow } from '../../contract/summary.ts';
import type { Figures } from '../../contract/summary-package.ts';
import type { Period } from '../../domain/dates.ts';
import { studentsOverTwoWeeks } from '../absences/index.ts';
import { appealsRegistered } from '../appeals/index.ts';
import { quarterHoursSpent, resourcesPosted } from '../resources/index.ts';
import { parallelTitle } from '../../domain/classes.ts';

export type FigureRows = Readonly<Record<Figure, readonly SummaryRow[]>>;

/** Figures of a period with the rows behind them, as the registers are now. */
export interface CollectedSummary {
  readonly figures: Figures;
  readonly rows: FigureRows;
}

const workKinds = {
  preparation: 'подготовка ресурса',
  posting: 'размещение на портале',
  consultation: 'консультация',
  search: 'поиск ресурса',
  other: 'другая работа',
} as const;

const studentRows = async (
  db: Knex,
  { from, to }: Period,
  rule: TwoWeekRuleSetting,
): Promise<readonly SummaryRow[]> => {
  const students = await studentsOverTwoWeeks(db, from, to, rule);
  return students.map(({ studentId, name, className, why }) => ({
    id: studentId,
    target: 'student',
    name,
    detail: className === null ? why : `${className}. ${why}`,
    date: null,
    quarterHours: null,
  }));
};

const appealRows = async (db: Knex, { from, to }: Period): Promise<readonly SummaryRow[]> => {
  const appeals = await appealsRegistered(db, from, to);
  return appeals.map((appeal) => ({
    id: appeal.id,
    target: 'appeal',
    name: `№ ${appeal.number}/${appeal.year}, ${appeal.studentName}`,
    detail: `${appeal.className}, ${appeal.subject}: ${appeal.lessonTopic}`,
    date: appeal.registeredOn,
    quarterHours: null,
  }));
};

const workRows = async (db: Knex, { from, to }: Period): Promise<readonly SummaryRow[]> => {
  const entries = await quarterHoursSpent(db, from, to);
  return entries.map((entry) => ({
    id: entry.id,
    target: 'work-entry',
    name: entry.teacherName,
    detail: [workKinds[entry.kind], entry.appealTitle].filter((part) => part !== null).join('; '),
    date: entry.workedOn,
    quarterHours: entry.quarterHours,
  }));
};

const resourceRows = async (db: Knex, { from, to }: Period): Promise<readonly SummaryRow[]> => {
  const resources = await resourcesPosted(db, from, to);
  return resources.map((resource) => ({
    id: resource.id,
    target: 'resource',
    name: resource.title,
    detail: `${parallelTitle(resource.parallel)} класс, ${resource.subject}: ${resource.topic}`,
    date: resource.postedOn,
    quarterHours: null,
  }));
};

const schoolRow = (school: School | null): SummaryRow => ({
  id: 1,
  target: 'school',
  name: school?.shortName ?? 'Школа',
  detail: school?.name ?? 'реквизиты не заполнены',
  date: null,
  quarterHours: null,
});

/**
 * The five figures of S1 Приложение 2 and their rows. A school is one organisation; hours are the
 * sum of the work entries, every other figure is the number of its rows.
 */
export const collectSummary = async (
  db: Knex,
  period: Period,
  rule: TwoWeekRuleSetting,
  school: School | null,
): Promise<CollectedSummary> => {
  const rows: FigureRows = {
    organisations: [schoolRow(school)],
    studentsOverTwoWeeks: await studentRows(db, period, rule),
    appeals: await appealRows(db, period),
    quarterHours: await workRows(db, period),
    resources: await resourceRows(db, period),
  };
  return {
    figures: {
      organisations: rows.organisations.length,
      studentsOverTwoWeeks: rows.studentsOverTwoWeeks.length,
      appeals: rows.appeals.length,
      quarterHours: rows.quarterHours.reduce((sum, row) => sum + (row.quarterHours ?? 0), 0),
      resources: rows.resources.length,
    },
    rows,
  };
};
