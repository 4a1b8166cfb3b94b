import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { schoolYearOf, schoolYearSpan, schoolYearTitle } from '../../domain/calendar.ts';
import type { FeatureHandlers } from '../context.ts';
import { planProblems } from './checks.ts';
import { explainDay } from './explain-day.ts';
import { calendarsFor, schoolYearOn, schoolYears, toSchoolYear } from './index.ts';
import { defaultPlan } from './plan.ts';
import type { YearRecord } from './repository.ts';
import { countClasses, parallelsInUse, readPlan, readYear, writePlan } from './repository.ts';

const requireYear = async (
  db: Knex,
  where: { readonly id: number } | { readonly startYear: number },
): Promise<YearRecord> => {
  const found = await readYear(
    db,
    'id' in where ? where : { starts_on: schoolYearSpan(where.startYear).from },
  );
  if (found) return found;
  const what = 'id' in where ? 'Такого' : schoolYearTitle(where.startYear);
  throw new OfficeError(
    'school-year-unknown',
    `${what} учебного года в программе нет. Создайте его в «Календаре».`,
  );
};

export const calendarHandlers: FeatureHandlers<'calendar'> = {
  async 'calendar.years'(_input, { db, clock }) {
    const classes = await countClasses(db);
    const current = schoolYearOf(clock.today());
    const years = (await schoolYears(db)).map((year) => ({
      ...year,
      current: year.startYear === current,
      classes: classes.get(year.id) ?? 0,
    }));
    return { years };
  },

  async 'calendar.get'({ id, startYear }, { db, clock }) {
    const year = await requireYear(
      db,
      id === undefined ? { startYear: startYear ?? schoolYearOf(clock.today()) } : { id },
    );
    return { ...(await readPlan(db, year)), ...toSchoolYear(year) };
  },

  'calendar.prefill': ({ startYear, parallels }) => defaultPlan(startYear, parallels),

  async 'calendar.saveYear'({ version: _read, ...plan }, { db }) {
    const stored = await readYear(db, { starts_on: schoolYearSpan(plan.startYear).from });
    const problems = planProblems(plan, stored ? await parallelsInUse(db, stored.id) : []);
    if (problems.length > 0)
      throw new OfficeError(
        'invalid-input',
        'Календарь не сохранён: исправьте отмеченное.',
        problems,
      );
    return { id: await writePlan(db, plan) };
  },

  async 'calendar.day'({ date, parallel }, { db }) {
    const calendars = await calendarsFor(db, date, date);
    const day = explainDay(date, calendars(date, parallel));
    if (await schoolYearOn(db, date)) return day;
    const title = schoolYearTitle(schoolYearOf(date));
    const text = `Календарь ${title} учебного года не заведён, взят обычный. ${day.text}`;
    return { ...day, reason: 'no-year', text };
  },
};
