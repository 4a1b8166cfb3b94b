import type { OperationOutput } from '../../contract/operations.ts';
import { daysBetween } from '../../domain/dates.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { currentYear, schoolYears } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { newestSummary } from '../summary/index.ts';

type Overview = OperationOutput<'home.overview'>;

/** Rows a block of the home screen shows; the rest is one click away in its list. */
const shown = 20;

const totals = async ({ query }: Context): Promise<Overview['counts']> => {
  const [students, guardians, teachers, classes] = await Promise.all([
    query('people.listStudents', { limit: 1, filters: { status: 'enrolled' } }),
    query('people.listGuardians', { limit: 1 }),
    query('people.listTeachers', { limit: 1, filters: { active: true } }),
    query('people.listClasses', { limit: 1 }),
  ]);
  return {
    students: students.total,
    guardians: guardians.total,
    teachers: teachers.total,
    classes: classes.total,
  };
};

const appealsBlock = async ({ query }: Context, today: string): Promise<Overview['appeals']> => {
  const inWork = await query('appeals.list', { limit: 1, filters: { open: true } });
  const overdue = await query('appeals.list', {
    limit: shown,
    filters: { overdue: true },
    sort: { column: 'dueOn', descending: false },
  });
  return {
    inWork: inWork.total,
    overdueTotal: overdue.total,
    overdue: overdue.rows.map((row) => ({
      id: row.id,
      number: formatRegistrationNumber(row),
      date: row.date,
      dueOn: row.dueOn,
      studentName: row.studentName,
      className: row.className,
      subject: row.subject,
      daysLate: daysBetween(row.dueOn, today),
    })),
  };
};

/** Steps of the wizard never done: a missing new school year is not a first run. */
const missingSteps = async (
  { db, query }: Context,
  hasSchool: boolean,
): Promise<Overview['firstRun']['missing']> => {
  const years = await schoolYears(db);
  const { total: people } = await query('people.listStudents', { limit: 1 });
  return [
    ...(hasSchool ? [] : (['requisites'] as const)),
    ...(years.length > 0 ? [] : (['year'] as const)),
    ...(people > 0 ? [] : (['people'] as const)),
  ];
};

/** The first picture; see the contract of `home.overview`. */
export const overview = async (context: Context): Promise<Overview> => {
  const { db, clock } = context;
  const today = clock.today();
  const { school } = await readSettings(db);
  const missing = await missingSteps(context, school !== null);
  const year = await currentYear(db, today);
  return {
    today,
    firstRun: { needed: missing.length > 0, missing },
    school: school && { shortName: school.shortName, level: school.level },
    year: year && { id: year.id, title: year.title },
    counts: await totals(context),
    appeals: await appealsBlock(context, today),
    lastSummary: await newestSummary(db),
  };
};
